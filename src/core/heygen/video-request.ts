/** The aspect ratios that `POST /v3/videos` accepts. */
export const ASPECT_RATIOS = ['16:9', '9:16', '4:5', '5:4', '1:1', 'auto'] as const;
export type AspectRatio = (typeof ASPECT_RATIOS)[number];

/** The resolutions that `POST /v3/videos` accepts. */
export const RESOLUTIONS = ['4k', '1080p', '720p'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export const FITS = ['cover', 'contain'] as const;
export const OUTPUT_FORMATS = ['mp4', 'webm'] as const;
export const EXPRESSIVENESS = ['high', 'medium', 'low'] as const;
/** The engines with rules and prices of their own. HeyGen adds others, and names on each look those that render it. */
export const ENGINES: readonly string[] = ['avatar_iii', 'avatar_iv', 'avatar_v'];

/** A file for HeyGen: at an address, an upload, or in the request itself. */
export type AssetInput =
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'asset_id'; readonly asset_id: string }
  | { readonly type: 'base64'; readonly media_type: string; readonly data: string };

/** A background as v3 takes it: a colour or an image. */
export type WireBackground =
  | { readonly type: 'color'; readonly value: string }
  | { readonly type: 'image'; readonly url: string }
  | { readonly type: 'image'; readonly asset_id: string };

export interface VoiceSettings {
  readonly speed?: number;
  readonly pitch?: number;
  readonly volume?: number;
  readonly locale?: string;
}

export interface WireEngine {
  readonly type: string;
  /** For `avatar_v` only. */
  readonly reference_look_id?: string;
}

/** Without a style HeyGen makes only a subtitle file. With one it also burns the words into the picture. */
export interface WireCaption {
  readonly file_format: 'srt';
  readonly style?: 'default';
}

/** What is heard: exactly one of script, address and upload. Without `voice_id` the look's default voice speaks. */
export interface Speech {
  readonly script?: string;
  readonly audio_url?: string;
  readonly audio_asset_id?: string;
  readonly voice_id?: string;
  readonly voice_settings?: VoiceSettings;
}

/** How a speaker moves. */
export interface Motion {
  readonly motion_prompt?: string;
  readonly expressiveness?: (typeof EXPRESSIVENESS)[number];
}

/** No published schema has `test`. HeyGen may make a free video with a watermark, or refuse the field. */
interface Labelled {
  readonly title?: string;
  readonly test?: true;
}

interface Canvas extends Labelled {
  readonly aspect_ratio?: AspectRatio;
  readonly resolution?: Resolution;
  readonly caption?: WireCaption;
  /** A list in HeyGen of how names and brands are spoken. A video of scenes names it once. */
  readonly brand_glossary_id?: string;
}

/** The picture around one speaker. A `webm` is transparent and takes no background. */
interface Picture extends Canvas {
  readonly background?: WireBackground;
  readonly fit?: (typeof FITS)[number];
  readonly output_format?: (typeof OUTPUT_FORMATS)[number];
  readonly remove_background?: boolean;
}

/** A look speaks. */
export interface AvatarRequest extends Speech, Motion, Picture {
  readonly type: 'avatar';
  /** A look's id, not an avatar group's. */
  readonly avatar_id: string;
  readonly engine?: WireEngine;
}

/** The user's own picture speaks. */
export interface ImageRequest extends Speech, Motion, Picture {
  readonly type: 'image';
  readonly image: AssetInput;
}

/** A short film from a description. */
export interface CinematicRequest extends Labelled {
  readonly type: 'cinematic_avatar';
  readonly avatar_id: readonly string[];
  readonly prompt: string;
  readonly references?: readonly AssetInput[];
  readonly aspect_ratio?: '16:9' | '9:16' | '1:1';
  readonly resolution?: '720p' | '1080p';
  /** Seconds. */
  readonly duration?: number;
  readonly auto_duration?: true;
  readonly enhance_prompt?: boolean;
}

export type Speaker =
  | (Speech &
      Motion & {
        readonly type: 'avatar';
        readonly avatar_id: string;
        /** Colours only. The field is called `color` here and `value` in other backgrounds. */
        readonly background?: { readonly type: 'color'; readonly color: string };
        readonly engine?: WireEngine;
      })
  | (Speech & Motion & { readonly type: 'image'; readonly image: AssetInput });

export type Scene =
  | { readonly type: 'avatar_video'; readonly input: Speaker }
  /** A still picture. With `duration` (seconds) it is silent; without it somebody speaks over it. */
  | (Speech & { readonly type: 'image'; readonly source: AssetInput; readonly duration?: number })
  | {
      readonly type: 'video';
      readonly source: AssetInput;
      readonly playback?: { readonly volume?: number; readonly mute?: true };
    };

/** Several scenes in one video. */
export interface StudioRequest extends Canvas {
  readonly type: 'studio';
  readonly scenes: readonly Scene[];
}

/** The body of `POST /v3/templates/{template_id}`. The id is only in the path. */
export interface TemplateRequest extends Labelled {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly caption?: boolean;
  readonly subtitles?: { readonly preset_name: string };
  readonly scene_ids?: readonly string[];
  readonly fps?: number;
  readonly dimension?: { readonly width: number; readonly height: number };
  readonly brand_voice_id?: string;
  readonly folder_id?: string;
  readonly enable_sharing?: boolean;
}

/**
 * The body of the POST for one row. The fields have HeyGen's names. HeyGen refuses unknown keys, and a field without a
 * value is left out, never null.
 */
export type VideoRequest = AvatarRequest | ImageRequest | CinematicRequest | StudioRequest | TemplateRequest;

/** The endpoint for a request. Only `video` requests can go in a batch. */
export type Endpoint =
  | { readonly kind: 'video' }
  | { readonly kind: 'template'; readonly templateId: string };

/** `POST /v3/videos`. */
export const VIDEO_ENDPOINT: Endpoint = { kind: 'video' };
