import { failure, type Result } from '../../core/result.ts';
import type { Translate } from '../../core/translate/translate-template.ts';
import type { Platform } from '../ports/ports.ts';

/** What Google says may be long. */
const MOST_QUOTED = 200;

/** A translator from one language to another. The same words go to Google once. */
export interface Translating {
  readonly translate: Translate;
  /** Google has refused a text, so it is not asked again. */
  readonly failed: () => boolean;
}

/** `from`: '' where Google has to find out. No lock may be held. */
export function translating({ translator }: Platform, from: string, to: string): Translating {
  const known = new Map<string, Result<string>>();
  let refusal: Result<string> | null = null;
  return {
    translate(text, html) {
      const key = `${html} ${text}`;
      const before = refusal ?? known.get(key);
      if (before !== undefined) return before;
      const answer = translator.translate(text, from, to, html);
      if (!answer.ok) refusal = failure(refusedWords(answer.failure));
      known.set(key, refusal ?? answer);
      return refusal ?? answer;
    },
    failed: () => refusal !== null,
  };
}

function refusedWords(said: string): string {
  return `Google’s translation service did not translate: “${said.slice(0, MOST_QUOTED)}” It allows a limited number of texts a day, and your administrator may have switched it off. Try again later, or write the translation yourself.`;
}
