import { dateFormat } from './date-names.ts';
import { parseDay } from './written-date.ts';

/** A date as people say it in the locale, such as "12 March 2026". Null when the text is not a clear date. */
export function sayDate(written: string, locale: string): string | null {
  const day = parseDay(written, locale);
  if (day === null) return null;
  const moment = new Date(Date.UTC(2000, day.month - 1, day.day));
  moment.setUTCFullYear(day.year === 0 ? 2000 : day.year, day.month - 1, day.day);
  const year = day.year === 0 ? {} : ({ year: 'numeric' } as const);
  const said = dateFormat(locale, { day: 'numeric', month: 'long', ...year }).format(moment);
  return /^fr\b/u.test(locale) ? said.replace(/^1(?= )/u, '1er') : said;
}
