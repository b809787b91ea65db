import type {
  AspectRatio,
  AssetInput,
  AvatarRequest,
  Motion,
  Resolution,
  TemplateRequest,
} from '../heygen/video-request.ts';
import type { Background } from './background.ts';
import type { Captions } from './choice.ts';

/** What a row's video is made from: a look or picture that speaks, several scenes, a prompt, or a HeyGen template. */
export type Mode = 'avatar' | 'image' | 'studio' | 'cinematic' | 'template';

/** What the cells of a row say, each read and checked alone. The request is made from these. */
export interface RowFields extends Motion {
  /** More than one only for a prompt. */
  readonly looks?: readonly string[];
  readonly voice_id?: string;
  readonly audio_url?: string;
  readonly audio_asset_id?: string;
  readonly image?: AssetInput;
  readonly background?: Background;
  readonly title?: string;
  readonly aspect_ratio?: AspectRatio;
  readonly resolution?: Resolution;
  readonly fit?: NonNullable<AvatarRequest['fit']>;
  readonly caption?: Captions;
  readonly output_format?: 'mp4' | 'webm';
  readonly remove_background?: boolean;
  readonly engine?: string;
  readonly reference_look_id?: string;
  readonly speed?: number;
  readonly pitch?: number;
  readonly volume?: number;
  readonly locale?: string;
  readonly brand_glossary_id?: string;
  readonly prompt?: string;
  readonly references?: readonly AssetInput[];
  /** Seconds of a cinematic video. `auto`: HeyGen decides. */
  readonly duration?: number | 'auto';
  readonly enhance_prompt?: boolean;
  readonly template_id?: string;
  /** Fields of the template request that have columns of their own. */
  readonly template?: Partial<Omit<TemplateRequest, 'variables' | 'title' | 'test' | 'caption'>>;
  readonly folder_id?: string;
  readonly test_mode?: boolean;
}
