import { PlatformError } from '../service.ts';
import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import { JAPANESE } from './japanese.ts';
import type { RefusalFacts, RefusalSentences } from './refusal-facts.ts';

/** A language in which the platform words its refusals. */
export type Language = 'en' | 'de' | 'fr' | 'ja';

export const SENTENCES: Readonly<Record<Language, RefusalSentences>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  ja: JAPANESE,
};

/** What the execution under way is answered in. Executions are synchronous, so there is one at a time. */
let spoken: Language = 'en';

/** Everything that is refused within `run` is refused in this language. */
export function speaking<Result>(language: Language, run: () => Result): Result {
  const before = spoken;
  spoken = language;
  try {
    return run();
  } finally {
    spoken = before;
  }
}

/** The platform's refusal, in the language of the execution under way. */
export function refused<Name extends keyof RefusalFacts>(
  name: Name,
  ...facts: RefusalFacts[Name]
): PlatformError {
  return new PlatformError(sentence(name, ...facts));
}

/** The words of a refusal, for what reports it without throwing. */
export function sentence<Name extends keyof RefusalFacts>(name: Name, ...facts: RefusalFacts[Name]): string {
  const sentences: RefusalSentences = SENTENCES[spoken];
  return sentences[name](...facts);
}
