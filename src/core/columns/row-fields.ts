import type {
  AspectRatio,
  AssetInput,
  AvatarRequest,
  Engine,
  Motion,
  Resolution,
  TemplateRequest,
} from '../heygen/video-request.ts';
import type { Background } from './background.ts';
import type { Captions } from './choice.ts';

/** What makes the video of a row: a look or a picture that speaks, several scenes, a prompt, a template. */
export type Mode = 'avatar' | 'image' | 'studio' | 'cinematic' | 'template';

/** What the cells of a row say, read and checked one by one, before they are put together to a request. */
export interface RowFields extends Motion {
  /** Several for a prompt only. */
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
  readonly engine?: Engine;
  readonly reference_look_id?: string;
  readonly speed?: number;
  readonly pitch?: number;
  readonly volume?: number;
  readonly locale?: string;
  readonly prompt?: string;
  readonly references?: readonly AssetInput[];
  /** Seconds of a cinematic video, or its model's choice. */
  readonly duration?: number | 'auto';
  readonly enhance_prompt?: boolean;
  readonly template_id?: string;
  /** Fields of the template's body that are columns of their own. */
  readonly template?: Partial<Omit<TemplateRequest, 'variables' | 'title' | 'test' | 'caption'>>;
  readonly test_mode?: boolean;
}
