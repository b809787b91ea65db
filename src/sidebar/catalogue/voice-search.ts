import type { Voice } from '../../app/ports/catalogue.ts';
import { type Entry, filterWords, searchable } from './search.ts';

/** Search finds voices by name, language, gender and id. */
export function indexVoice(voice: Voice): Entry<Voice> {
  const { name, language, gender, id, type } = voice;
  return {
    item: voice,
    text: searchable([name, language, gender, id]),
    words: { ownership: [type], language: [language], gender: [gender] },
  };
}

/** HeyGen's word for a language, by its English name, among these voices: “Portuguese (Brazil)” too. '' for none. */
export function voicesIn(language: string, voices: readonly Entry<Voice>[]): string {
  if (language === '') return '';
  return filterWords(voices, 'language').find((word) => word.split(/[ (]/u)[0] === language) ?? '';
}

/** Whether the script contains a pause, correctly written or not. */
export function usesPauses(script: string): boolean {
  return /<\s*break\b/iu.test(script);
}
