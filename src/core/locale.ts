import { excerpt, type Issue } from './issue.ts';
import { failure, type Result, success } from './result.ts';

/** What the numbers and dates of a row are read and said in that names no locale: nobody knows where it is from. */
export const NO_REGION = 'en';

/** Language, script if any, region: the part of BCP 47 (RFC 5646, section 2.1) that names a way to speak. */
const LOCALE = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?$/iu;

/** A locale such as en-US, whatever its case, of a language and a region that exist. `Intl` takes it too. */
export function readLocale(written: string): Result<string, Issue> {
  const parts = LOCALE.exec(written.trim());
  if (parts === null) {
    return failure({
      code: 'locale_malformed',
      column: 'locale',
      message: `The locale "${excerpt(written)}" is not understood. Write a language and a region, such as en-US, de-AT or pt-BR.`,
    });
  }
  const [, language = '', script, region] = parts;
  const writing =
    script === undefined ? '' : `-${script.charAt(0).toUpperCase()}${script.slice(1).toLowerCase()}`;
  return success(
    `${language.toLowerCase()}${writing}${region === undefined ? '' : `-${region.toUpperCase()}`}`,
  );
}
