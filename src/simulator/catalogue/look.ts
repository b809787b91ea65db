export const ENGINES: readonly string[] = ['avatar_v', 'avatar_iv', 'avatar_iii'];

/** One look of an avatar: what `avatar_id` names. */
export interface Look {
  readonly id: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly name: string;
  readonly type: 'studio_avatar' | 'digital_twin' | 'photo_avatar';
  readonly ownership: 'public' | 'private';
  readonly gender: 'female' | 'male';
  readonly orientation: 'landscape' | 'portrait' | 'square';
  readonly engines: readonly string[];
  /** Whether it was trained to be cut out of its background. No reply says so. */
  readonly matting: boolean;
  /** '' when a voice must be named. */
  readonly defaultVoiceId: string;
  readonly tags: readonly string[];
  /** Training status. A public look needs no training: it is always 'completed'. */
  readonly status: 'completed' | 'processing' | 'pending_consent' | 'failed';
}

/** One voice: what `voice_id` names. */
export interface Voice {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly gender: 'female' | 'male';
  readonly type: 'public' | 'private';
  readonly supportsPause: boolean;
  readonly supportsLocale: boolean;
  readonly engines: readonly string[];
}

/** A picture, clip or recording. It has exactly one of `url` and `asset_id`. */
export interface FileVariable {
  readonly type: 'image' | 'video' | 'audio';
  readonly url?: string | undefined;
  readonly asset_id?: string | undefined;
}

/** A variable of a template. The same flat form goes out and comes in. */
export type TemplateVariable =
  | { readonly type: 'text'; readonly content: string }
  | FileVariable
  | { readonly type: 'character'; readonly character_id: string }
  | { readonly type: 'voice'; readonly voice_id: string };

export interface Template {
  readonly id: string;
  readonly name: string;
  readonly aspectRatio: string;
  readonly variables: Readonly<Record<string, TemplateVariable>>;
  /** Script text with `{{name}}` for each variable. */
  readonly scenes: readonly { readonly id: string; readonly script: string }[];
}

/** How names and brands are pronounced. Users make it in HeyGen's own app. */
export interface Glossary {
  readonly id: string;
  readonly name: string;
}

/** Everything that a caller can choose from. */
export interface Catalogue {
  readonly glossaries: ReadonlyMap<string, Glossary>;
  readonly looks: ReadonlyMap<string, Look>;
  readonly voices: ReadonlyMap<string, Voice>;
  readonly templates: ReadonlyMap<string, Template>;
}
