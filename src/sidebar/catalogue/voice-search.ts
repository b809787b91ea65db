import type { Voice } from '../../app/catalogue.ts';
import { listedWords } from './look-search.ts';
import { folded, holdsAll, searchWords } from './search-text.ts';

/** A voice with the text that it is found by, made once when the voice arrives. */
export interface IndexedVoice {
  readonly voice: Voice;
  readonly text: string;
}

/** What is asked of the list; '' asks for nothing. */
export interface VoiceQuery {
  readonly typed: string;
  readonly ownership: '' | 'public' | 'private';
  readonly language: string;
  readonly gender: string;
}

export const EVERY_VOICE: VoiceQuery = { typed: '', ownership: '', language: '', gender: '' };

export function indexVoice(voice: Voice): IndexedVoice {
  return { voice, text: folded([voice.name, voice.language, voice.gender, voice.id].join('\n')) };
}

/** The voices that answer the query; the one named `first`, when it is among them, leads. */
export function findVoices(
  voices: readonly IndexedVoice[],
  query: VoiceQuery,
  first: string,
): readonly Voice[] {
  const words = searchWords(query.typed);
  const found: Voice[] = [];
  for (const { voice, text } of voices) {
    if (query.ownership !== '' && voice.type !== query.ownership) continue;
    if (query.language !== '' && voice.language !== query.language) continue;
    if (query.gender !== '' && voice.gender !== query.gender) continue;
    if (!holdsAll(text, words)) continue;
    if (voice.id === first) found.unshift(voice);
    else found.push(voice);
  }
  return found;
}

export interface VoiceFacets {
  readonly language: readonly string[];
  readonly gender: readonly string[];
}

export function voiceFacets(voices: readonly IndexedVoice[]): VoiceFacets {
  return {
    language: listedWords(new Set(voices.map(({ voice }) => voice.language))),
    gender: listedWords(new Set(voices.map(({ voice }) => voice.gender))),
  };
}

/** Whether the script asks for a pause, rightly written or not. */
export function usesPauses(script: string): boolean {
  return /<\s*break\b/iu.test(script);
}
