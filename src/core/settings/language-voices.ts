import { readLanguage, tagsOf } from '../speech/language-name.ts';
import type { Setting } from './setting.ts';

/** The id of the voice that speaks a language, by the language's code. */
export type LanguageVoices = Readonly<Record<string, string>>;

/** Languages may be given by name or code, and are kept by code. A later entry replaces an earlier one. */
export function voicesSetting(): Setting<LanguageVoices> {
  return {
    unset: {},
    read(kept) {
      if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return null;
      const voices = new Map<string, string>();
      for (const [name, id] of Object.entries(kept)) {
        const language = readLanguage(name);
        if (language.ok && typeof id === 'string' && id.trim() !== '') voices.set(language.value, id.trim());
      }
      return Object.fromEntries(voices);
    },
  };
}

/** The voice for a language: for de-AT its own, or else the one for German. Null when there is none. */
export function voiceFor(voices: LanguageVoices, code: string): string | null {
  const tag = tagsOf(code).find((each) => Object.keys(voices).includes(each));
  return tag === undefined ? null : (voices[tag] ?? null);
}
