import { excerpt, type Issue } from '../issue.ts';
import { languageNamed } from '../speech/languages.ts';
import { lettersOf } from '../speech/writing.ts';
import type { SpokenRow } from './spoken-row.ts';
import { otherLanguage } from './stop-words.ts';

const FEWEST_LETTERS = 8;
const FEWEST_ALONE = 5;

/**
 * Warns of a text in another writing or language than the one that is to be spoken: that of the row's locale, or else of
 * its voice. Where neither is known, nothing is compared. A voice of another language than the row's `language` is told, too.
 */
export function spokenLanguage({ texts, localeColumn }: SpokenRow): Issue[] {
  for (const { column, text: whole, frame, language, voiceLanguage } of texts) {
    const expected = languageNamed(language);
    if (expected === null) continue;
    // Names and places have letters and words of their own, so only a text of nothing else is judged by them.
    const text = /\p{L}{2}/u.test(frame) ? frame : whole;
    const voice = languageNamed(voiceLanguage);
    if (localeColumn === 'language' && voice !== null && voice.code !== expected.code) {
      const message = `The row asks for ${expected.name}, but its voice speaks ${voice.name}. In the Voice tab, pick a voice and use it for ${expected.name}.`;
      return [{ code: 'language_other', column: 'voice_id', message }];
    }
    const speaker =
      localeColumn === null
        ? `the voice speaks ${expected.name}`
        : `the ${localeColumn} is ${excerpt(language)}`;
    const remedy =
      localeColumn === null
        ? 'Pick another voice, or correct the text.'
        : `Correct the column "${localeColumn}", or the text.`;
    const letters = lettersOf(text);
    const all = [...letters.values()].reduce((sum, count) => sum + count, 0);
    const fitting = expected.writings.reduce((sum, writing) => sum + (letters.get(writing) ?? 0), 0);
    // Of two writings one needs some letters to tell, and of another alone a greeting is enough.
    if (all >= (fitting === 0 ? FEWEST_ALONE : FEWEST_LETTERS) && fitting * 2 < all) {
      const [most] = [...letters].sort(([, one], [, other]) => other - one);
      const message = `“${excerpt(whole)}” is written in ${most?.[0] ?? 'other'} letters, but ${speaker}. ${remedy}`;
      return [{ code: 'writing_other', column, message }];
    }
    if (letters.get('Latin') !== all) continue;
    const other = otherLanguage(text, expected.code);
    if (other === null) continue;
    const message = `“${excerpt(whole)}” seems to be ${languageNamed(other)?.name ?? other}, but ${speaker}. ${remedy}`;
    return [{ code: 'language_other', column, message }];
  }
  return [];
}
