import { excerpt, type Issue } from '../issue.ts';
import { remembered } from '../remembered.ts';
import { failure, type Result, success } from '../result.ts';
import { LANGUAGE_CODES, languageNamed } from './languages.ts';
import { readLocale } from './locale.ts';

/** Languages whose countries have names of their own for them: "Brazilian Portuguese", "English (United Kingdom)". */
const REGIONAL =
  'en-US en-GB en-AU en-CA en-IE en-IN de-DE de-AT de-CH fr-FR fr-CA fr-BE fr-CH es-ES es-MX es-AR es-US pt-BR pt-PT nl-NL nl-BE it-CH zh-CN zh-TW zh-HK ar-EG ar-SA'.split(
    ' ',
  );

/**
 * Reads a language as people write it: de, de-AT, German, Deutsch, Allemand, "German (Austria)". Gives a code as
 * `readLocale` does. No country is added: whether 3/4 is March or April must not be guessed.
 */
export const readLanguage = remembered((written: string): Result<string, Issue> => {
  const code = codeOf(written) ?? namesOf().get(fold(written)) ?? languageNamed(bare(written))?.code;
  if (code !== undefined) return success(code);
  const message = `“${excerpt(written)}” is not understood as a language. Write its name or its code, such as German, de or de-AT. If the column is not about the language of the video, give it another name.`;
  return failure({ code: 'choice_unknown', column: 'language', message });
});

/** The code and what is left of it when it is made less exact: de-AT, de. */
export function tagsOf(code: string): readonly string[] {
  const parts = code.split('-');
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('-'));
}

/** Of the codes with three letters only common ones: "new" and "alt" are languages, and words that stand in headers. */
function codeOf(written: string): string | undefined {
  const locale = readLocale(written);
  if (!locale.ok) return undefined;
  const [language = ''] = locale.value.split('-');
  return language.length === 2 || LANGUAGE_CODES.includes(language) ? locale.value : undefined;
}

/** A name alone. `languageNamed` looks at the first word only, which would make "English teacher" a language. */
function bare(written: string): string {
  return /^\s*\p{L}+\s*$/u.test(written) ? written : '';
}

let names: ReadonlyMap<string, string> | null = null;

/** Every name of every language, in each of these languages. Made once, at the first name that is no code. */
function namesOf(): ReadonlyMap<string, string> {
  if (names !== null) return names;
  const found = new Map<string, string>();
  const several = new Set<string>();
  const add = (name: string | undefined, code: string): void => {
    const key = fold(name ?? '');
    if (key === '') return;
    const before = found.get(key);
    if (before !== undefined && before !== code) several.add(key);
    found.set(key, before ?? code);
  };
  for (const inLanguage of LANGUAGE_CODES) {
    const display = new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' });
    for (const code of [...LANGUAGE_CODES, ...REGIONAL]) add(display.of(code), code);
    const regions = new Intl.DisplayNames([inLanguage], { type: 'region', fallback: 'none' });
    for (const code of REGIONAL) {
      const [language = '', region = ''] = code.split('-');
      add(`${display.of(language) ?? ''} (${regions.of(region) ?? ''})`, code);
    }
  }
  for (const key of several) found.delete(key);
  names = found;
  return found;
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
