import type { VoicePaces } from '../speech/voice-paces.ts';

/** A variable of a HeyGen template, from `GET /v3/templates/{id}`. */
export interface TemplateVariable {
  readonly name: string;
  /** HeyGen's word: text, image, video, audio, character, voice or a new one. */
  readonly type: string;
  /** The template's own value, in the shape that the POST takes. Left out when unknown. */
  readonly value?: unknown;
}

export type TemplateVariables = readonly TemplateVariable[];

/** What a request must know about a look. */
export interface LookFacts {
  /** HeyGen's word: studio_avatar, digital_twin, photo_avatar or a new one. */
  readonly type: string;
  /** The engines that can render it. Empty when HeyGen does not say. */
  readonly engines: readonly string[];
  /** The voice that speaks when the row names none. Left out when unknown. */
  readonly voiceId?: string | undefined;
  /** What users call it. Left out when unknown. */
  readonly name?: string | undefined;
}

/** What a check must know about a voice. */
export interface VoiceFacts {
  /** The language's English name as HeyGen writes it, such as `Portuguese`. '' when HeyGen does not say. */
  readonly language: string;
  /** What users call it. Left out when unknown. */
  readonly name?: string | undefined;
}

/** What a request must know about a HeyGen template. */
export interface TemplateFacts {
  readonly variables: TemplateVariables;
  /** Its aspect ratio as HeyGen writes it, `16:9`. '' when HeyGen does not say. */
  readonly ratio: string;
  /** The ids of its scenes. Empty when HeyGen does not say. */
  readonly scenes: readonly string[];
}

/** The result of looking up a HeyGen template. */
export type TemplateKnowledge =
  | ({ readonly kind: 'known' } & TemplateFacts)
  /** The lookup failed. `why` is a sentence. */
  | { readonly kind: 'unreachable'; readonly why: string };

/** Looks and voices that were to be looked up, and were not. */
export interface Unasked {
  readonly count: number;
  /** HeyGen's problem in sentences; '' when it was only too much for one time. */
  readonly why: string;
}

/**
 * What HeyGen told about the account. A look that is missing here is not checked: HeyGen will accept or refuse it. A
 * template that is missing here after a lookup does not belong to the account.
 */
export interface AccountFacts {
  readonly templates: ReadonlyMap<string, TemplateKnowledge>;
  readonly looks: ReadonlyMap<string, LookFacts>;
  /** Voices by id. Left out when none was looked up: then no script is compared with its voice. */
  readonly voices?: ReadonlyMap<string, VoiceFacts>;
  /** Ids of voices that HeyGen does not have. A voice that is missing here may be there. */
  readonly missingVoices?: ReadonlySet<string>;
  /** Ids of looks that HeyGen does not have for this account. A look that is missing here may be there. */
  readonly missingLooks?: ReadonlySet<string>;
  /** Left out when all was looked up. */
  readonly unasked?: Unasked;
  /** Every engine that HeyGen names on a look. Left out when HeyGen was not asked. */
  readonly engines?: ReadonlySet<string>;
  /** The exact lengths of words that were heard, in seconds, by `printOf`. Left out when none was. */
  readonly heard?: ReadonlyMap<string, number>;
  /** How fast its voices speak, as far as finished videos have told. */
  readonly paces?: VoicePaces;
}

export const NO_FACTS: AccountFacts = { templates: new Map(), looks: new Map() };
