/** A variable of a HeyGen template, as `GET /v3/templates/{id}` lists it. */
export interface TemplateVariable {
  readonly name: string;
  /** HeyGen's word: text, image, video, audio, character, voice, or one that is new. */
  readonly type: string;
  /** What the template holds for it now, in the very shape that the POST takes; left out when it is not known. */
  readonly value?: unknown;
}

export type TemplateVariables = readonly TemplateVariable[];

/** What matters of a look for a request. */
export interface LookFacts {
  /** HeyGen's word: studio_avatar, digital_twin, photo_avatar, or one that is new. */
  readonly type: string;
  /** Engines that can render it; empty when HeyGen does not say. */
  readonly engines: readonly string[];
}

/** What matters of a HeyGen template for a request. */
export interface TemplateFacts {
  readonly variables: TemplateVariables;
  /** Its proportions as HeyGen writes them, `16:9`; '' when it does not say. */
  readonly ratio: string;
  /** Ids of its scenes; empty when HeyGen does not say. */
  readonly scenes: readonly string[];
}

/** What came of looking a HeyGen template up. */
export type TemplateKnowledge =
  | ({ readonly kind: 'known' } & TemplateFacts)
  /** HeyGen could not be asked just now; `why` is a sentence. */
  | { readonly kind: 'unreachable'; readonly why: string };

/**
 * What is known of the account from outside. A look that is not in it is left to HeyGen to judge. A template that
 * was looked up and is not in it is none of the account's.
 */
export interface AccountFacts {
  readonly templates: ReadonlyMap<string, TemplateKnowledge>;
  readonly looks: ReadonlyMap<string, LookFacts>;
}

export const NO_FACTS: AccountFacts = { templates: new Map(), looks: new Map() };
