import { excerpt, type Issue } from '../issue.ts';
import { remembered } from '../remembered.ts';
import { failure, type Result, success } from '../result.ts';

/** The locale of a row that names none: English, in no particular country. */
export const NO_REGION = 'en';

/**
 * Language, optional script, optional region: the part of BCP 47 (RFC 5646, section 2.1) that names a way to speak.
 * Not with the flag u: then the flag i would also accept the long s and the kelvin sign.
 */
const LOCALE = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?$/i;

/** The tag of an unknown language. `Intl.DisplayNames` throws when asked for its name. */
const UNDETERMINED = 'und';

/** Reads a locale such as en-US, in any case. Language and region must exist, and `Intl` accepts the result. */
export const readLocale = remembered((written: string): Result<string, Issue> => {
  const [, language = '', script, region] = LOCALE.exec(written.trim()) ?? [];
  const writing = script === undefined ? '' : `-${script}`;
  const place = region === undefined ? '' : `-${region}`;
  // This also corrects common mistakes such as en-UK.
  const [locale = ''] = language === '' ? [] : Intl.getCanonicalLocales(`${language}${writing}${place}`);
  const advice = 'Write a language and a region, such as en-US, de-AT or pt-BR.';
  const fault = (what: string): Result<string, Issue> =>
    failure({ code: 'locale_malformed', column: 'locale', message: `${what} ${advice}` });
  if (locale === '') return fault(`The locale "${excerpt(written)}" is not understood.`);
  const { language: spoken, region: spokenIn } = new Intl.Locale(locale);
  if (language.toLowerCase() === UNDETERMINED || !exists('language', spoken)) {
    return fault(`The locale "${excerpt(written)}" does not begin with a language.`);
  }
  if (spokenIn !== undefined && !exists('region', spokenIn)) {
    return fault(`The locale "${excerpt(written)}" does not end in a region.`);
  }
  return success(locale);
});

const known = new Map<string, boolean>();

/** Whether there is such a language or region: `Intl` knows a name for each. */
function exists(type: 'language' | 'region', code: string): boolean {
  const key = `${type} ${code}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const is =
    new Intl.DisplayNames(['en'], { type, fallback: 'none' }).of(code) !== undefined && code !== 'ZZ';
  known.set(key, is);
  return is;
}
