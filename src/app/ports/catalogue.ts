import type { LookFacts, TemplateVariables } from '../../core/row/account-facts.ts';
import type { Asked } from './heygen.ts';

/** Whose a look or a voice is: HeyGen's shared library, or the account's own. */
export type Ownership = 'public' | 'private';

/** What an `avatar_id` names: one face in one outfit and pose. Missing texts are ''. */
export interface Look {
  /** The `avatar_id` of a row. */
  readonly id: string;
  readonly name: string;
  /** HeyGen's word: `studio_avatar`, `digital_twin`, `photo_avatar`, or one that is new. */
  readonly type: string;
  readonly gender: string;
  /** The avatar that this look belongs to; never an `avatar_id`. */
  readonly groupId: string;
  readonly previewImageUrl: string;
  readonly previewVideoUrl: string;
  /** '' when the look has no voice of its own and a row must name one. */
  readonly defaultVoiceId: string;
  /** `portrait`, `landscape`, `square` or ''. */
  readonly orientation: string;
  /** Engines that can render it, as `avatar_iv`; empty when HeyGen does not say. */
  readonly engines: readonly string[];
  readonly tags: readonly string[];
  /** What the list was asked for, because a look does not say it. Null when both kinds were asked for at once. */
  readonly ownership: Ownership | null;
  /** State of training, for private looks: `completed`, `processing`, `pending_consent`, `failed` or ''. */
  readonly status: string;
}

/** What a `voice_id` names. Missing texts are ''. */
export interface Voice {
  /** The `voice_id` of a row. */
  readonly id: string;
  readonly name: string;
  /** The language's English name, as `Portuguese`. */
  readonly language: string;
  readonly gender: string;
  readonly type: Ownership;
  readonly previewAudioUrl: string;
  /** Whether `<break time="1s"/>` in a script is spoken as a pause; false when HeyGen does not say. */
  readonly supportsPause: boolean;
  readonly supportsLocale: boolean;
}

/** One page of looks; `nextToken` asks for the next one and is null on the last. */
export interface LookPage {
  readonly looks: readonly Look[];
  readonly nextToken: string | null;
}

/** One page of voices; `nextToken` asks for the next one and is null on the last. */
export interface VoicePage {
  readonly voices: readonly Voice[];
  readonly nextToken: string | null;
}

/** A template of the account, made in HeyGen's editor. Missing texts are ''. */
export interface Template {
  /** The `template_id` of a row. */
  readonly id: string;
  readonly name: string;
  readonly thumbnailUrl: string;
  /** As HeyGen writes it, `16:9`. */
  readonly aspectRatio: string;
}

/** One page of templates; `nextToken` asks for the next one and is null on the last. */
export interface TemplatePage {
  readonly templates: readonly Template[];
  readonly nextToken: string | null;
}

/** A template with the variables that a row fills. */
export interface TemplateDetail extends Template {
  readonly variables: TemplateVariables;
  /** In the template's order; empty when HeyGen does not say. */
  readonly sceneIds: readonly string[];
}

/** What the user can choose from. One page a call, because an account has hundreds or thousands of looks. */
export interface Catalogue {
  /** GET /v3/avatars/looks, 50 a page. `token` is null for the first page; without `ownership` both kinds come. */
  looks(token: string | null, ownership?: Ownership): Asked<LookPage>;
  /** GET /v3/voices, 100 a page. HeyGen lists the two types apart. */
  voices(type: Ownership, token: string | null): Asked<VoicePage>;
  /** GET /v3/avatars/looks/{id}; null when the account has no such look. */
  look(id: string): Asked<LookFacts | null>;
  /** GET /v3/voices/{id}: whether the account may use a voice with this id. Fails where HeyGen does not clearly say. */
  isVoice(id: string): Asked<boolean>;
  /** GET /v3/templates, 100 a page: only templates with variables are listed. */
  templates(token: string | null): Asked<TemplatePage>;
  /** GET /v3/templates/{id}; null when the account has no such template. */
  template(id: string): Asked<TemplateDetail | null>;
}
