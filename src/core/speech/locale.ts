import { excerpt, type Issue } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';

/** What the numbers and dates of a row are read and said in that names no locale: nobody knows where it is from. */
export const NO_REGION = 'en';

/**
 * Language, script if any, region: the part of BCP 47 (RFC 5646, section 2.1) that names a way to speak. Without the
 * flag u, with which i takes a long s and the sign for kelvin for letters that no tag has.
 */
const LOCALE = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?$/i;

/** Stands in a tag for a language that nobody knows; `Intl.DisplayNames` throws when it is asked for its name. */
const UNDETERMINED = 'und';

/** A locale such as en-US, whatever its case, of a language and a region that exist. `Intl` takes it too. */
export function readLocale(written: string): Result<string, Issue> {
  const [, language = '', script, region] = LOCALE.exec(written.trim()) ?? [];
  const writing = script === undefined ? '' : `-${script}`;
  const place = region === undefined ? '' : `-${region}`;
  // Which also puts right what is often mistaken, such as en-UK.
  const [locale = ''] = language === '' ? [] : Intl.getCanonicalLocales(`${language}${writing}${place}`);
  const advice = 'Write a language and a region, such as en-US, de-AT or pt-BR.';
  const fault = (what: string): Result<string, Issue> =>
    failure({ code: 'locale_malformed', column: 'locale', message: `${what} ${advice}` });
  if (locale === '') return fault(`The locale "${excerpt(written)}" is not understood.`);
  const { language: spoken, region: spokenIn } = new Intl.Locale(locale);
  if (language.toLowerCase() === UNDETERMINED || !exists('language', spoken)) {
    return fault(`The locale "${excerpt(written)}" begins with no language.`);
  }
  if (spokenIn !== undefined && !exists('region', spokenIn)) {
    return fault(`The locale "${excerpt(written)}" ends in no region.`);
  }
  return success(locale);
}

const known = new Map<string, boolean>();

/** `Intl` has a name for everything that exists, and gives back the code of everything else. */
function exists(type: 'language' | 'region', code: string): boolean {
  const key = `${type} ${code}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const is =
    new Intl.DisplayNames(['en'], { type, fallback: 'none' }).of(code) !== undefined && code !== 'ZZ';
  known.set(key, is);
  return is;
}
