import type { Voice } from '../../app/ports/catalogue.ts';
import { type Entry, searchable } from './search.ts';

/** Search finds voices by name, language, gender and id. */
export function indexVoice(voice: Voice): Entry<Voice> {
  const { name, language, gender, id, type } = voice;
  return {
    item: voice,
    text: searchable([name, language, gender, id]),
    words: { ownership: [type], language: [language], gender: [gender] },
  };
}

/** Whether the script contains a pause, correctly written or not. */
export function usesPauses(script: string): boolean {
  return /<\s*break\b/iu.test(script);
}
