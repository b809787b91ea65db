/** Proportions of the picture that `POST /v3/videos` accepts. */
export const ASPECT_RATIOS = ['16:9', '9:16', '4:5', '5:4', '1:1', 'auto'] as const;
export type AspectRatio = (typeof ASPECT_RATIOS)[number];

/** Picture sizes that `POST /v3/videos` accepts. */
export const RESOLUTIONS = ['4k', '1080p', '720p'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** The wire form of a background; v3 knows colours and images only. */
export type WireBackground =
  | { readonly type: 'color'; readonly value: string }
  | { readonly type: 'image'; readonly url: string }
  | { readonly type: 'image'; readonly asset_id: string };

/**
 * What one row asks for: the body of `POST /v3/videos` of type `avatar`, field for field as HeyGen
 * names them. Bodies are closed, so a key that is not wanted is absent, never null.
 */
export interface VideoRequest {
  readonly type: 'avatar';
  /** A look's id, not an avatar group's. */
  readonly avatar_id: string;
  readonly script: string;
  /** Absent: the look's default voice speaks. */
  readonly voice_id?: string;
  readonly background?: WireBackground;
  readonly title?: string;
  readonly aspect_ratio?: AspectRatio;
  readonly resolution?: Resolution;
  /** `webm` is transparent and refuses a background. Absent: mp4. */
  readonly output_format?: 'mp4' | 'webm';
}

/** The fields that one column contributes to a request. */
export type RequestPart = Partial<Omit<VideoRequest, 'type'>>;
