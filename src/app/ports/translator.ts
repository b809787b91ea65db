import type { Result } from '../../core/result.ts';

/** Google's translation service. It reads what it gets, and keeps the user's own limit of texts a day. */
export interface Translator {
  /**
   * Translates a text. `from`: its language as a code, '' where the service has to find out. With `html` it is markup,
   * and so is the answer. The failure is what the service says, in the user's language.
   */
  translate(text: string, from: string, to: string, html: boolean): Result<string>;
}
