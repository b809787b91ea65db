import { dateFormat, dateNames, wordsOf } from './date-names.ts';
import { shapedDate } from './date-shapes.ts';
import { NO_REGION } from './locale.ts';
import { plainDigits } from './plain-digits.ts';

/** A day of the Gregorian calendar. Year 0 means that no year was written. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Longer texts are not dates. */
const MAX_CHARACTERS = 80;

/**
 * Reads a date as sheets or people write it and ignores a time after it. Null when it is not a date, or not clear
 * which.
 */
export function parseDay(written: string, locale: string): Day | null {
  if (written.length > MAX_CHARACTERS) return null;
  const text = plainDigits(written).replace(
    /(?:T|,? +)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.? ?m\.?|Z)?$/iu,
    '',
  );
  const yearFirst = /^(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\s*[.日일]?$/u.exec(text);
  if (yearFirst !== null) return dayOf(yearFirst[1], Number(yearFirst[2]), yearFirst[3], locale);
  const digits = /^(\d{1,2})\s*([./-])\s*(\d{1,2})(?:\s*[./-]?\s*(\d{4})|\s*[./-]\s*(\d{2}))?\.?$/u.exec(
    text,
  );
  if (digits !== null) {
    const [, first = '', sign = '', second = '', long = '', short = ''] = digits;
    const order = dayMonthOrder(Number(first), sign, Number(second), long === '' ? short.length : 4, locale);
    if (order === 'day first') return dayOf(long || short, Number(second), first, locale);
    if (order === 'month first') return dayOf(long || short, Number(first), second, locale);
  }
  const shaped = shapedDate(text, locale);
  return shaped === null ? namedDay(text, locale) : dayOf(shaped.year, shaped.month, shaped.day, locale);
}

/**
 * Which comes first in 3/4: it is March 4 in some countries and 3 April in most. Null when neither the numbers nor the
 * locale decide, because a wrong date is worse than none. `yearDigits`: how many digits the year after it has.
 */
function dayMonthOrder(
  first: number,
  sign: string,
  second: number,
  yearDigits: number,
  locale: string,
): DateOrder | null {
  const order = localeOrder(locale, { dateStyle: 'short' });
  // 25/12/26 may start with the year.
  if (yearDigits === 2 && (order === 'year first' || (locale === NO_REGION && sign !== '.'))) {
    return first <= 12 && second > 12 ? 'month first' : null;
  }
  if (first > 12) return 'day first';
  if (second > 12) return 'month first';
  if (first === second) return 'day first';
  if (locale === NO_REGION) return sign === '.' ? 'day first' : null;
  if (order === 'day first') return order;
  if (order === 'month first') return sign === '/' ? order : null;
  if (yearDigits > 0 || /-(?:CA|ZA)$/u.test(locale)) return null;
  return localeOrder(locale, { month: 'numeric', day: 'numeric' });
}

type DateOrder = 'day first' | 'month first' | 'year first';

function localeOrder(locale: string, options: Intl.DateTimeFormatOptions): DateOrder {
  const parts = dateFormat(locale, options).formatToParts(new Date(0));
  const first = parts.find(({ type }) => type === 'day' || type === 'month' || type === 'year')?.type;
  return first === 'year' || first === 'month' ? `${first} first` : 'day first';
}

/** Reads a date that names its month, in the row's language or in English. */
function namedDay(text: string, locale: string): Day | null {
  const names = dateNames(locale);
  const words = wordsOf(text, locale);
  if (words.length > 8) return null;
  const days: { readonly at: number; readonly number: string }[] = [];
  const months: { readonly at: number; readonly month: number; readonly sure: boolean }[] = [];
  let year = '';
  for (const [at, word] of words.entries()) {
    const number = /^(\d{1,2})(?:st|nd|rd|th|er|[ºªe])?$/u.exec(word)?.[1];
    const month = monthNamed(word, names.months);
    const isWeekday = names.weekdays.has(word);
    if (/^\d{4}$/u.test(word) && year === '') year = word;
    else if (number !== undefined) days.push({ at, number });
    // "mar." is Tuesday in French and "mar" is March in English.
    else if (month > 0) months.push({ at, month, sure: !isWeekday });
    else if (!isWeekday && !names.between.has(word)) return null;
  }
  const sure = months.filter((each) => each.sure);
  const meant = sure.length > 0 ? sure : months;
  const [day] = days;
  const [month] = meant;
  if (day === undefined || month === undefined || days.length > 1) return null;
  if (meant.some((each) => each.month !== month.month)) return null;
  if (year === '' && day.at > month.at && !isDayBehindMonth(text, month.sure, locale)) return null;
  return dayOf(year, month.month, day.number, locale);
}

/**
 * Whether the number after a month is its day: "Mar-26" is a month and a year, "mar. 9" may be Tuesday the 9th, and
 * French puts no day after "mars".
 */
function isDayBehindMonth(text: string, isMonth: boolean, locale: string): boolean {
  if (!isMonth || /[-/'’]\s*\d/u.test(text)) return false;
  return /^en\b/u.test(locale) || localeOrder(locale, { month: 'long', day: 'numeric' }) === 'month first';
}

/**
 * 1 to 12 for a month's name, or for its first letters, at least three, when they fit no other month. 0 for any other
 * word.
 */
function monthNamed(word: string, months: ReadonlyMap<string, number>): number {
  const whole = months.get(word);
  if (whole !== undefined || word.length < 3) return whole ?? 0;
  const matching = new Set([...months].filter(([name]) => name.startsWith(word)).map(([, month]) => month));
  const [month = 0] = matching;
  return matching.size === 1 ? month : 0;
}

/** The day, or null when there is no such day. A year of two digits means 1950 to 2049. */
function dayOf(written = '', month: number, day = '', locale: string): Day | null {
  const year = written === '' ? 0 : gregorianYear(written, locale);
  if (year === null) return null;
  const number = Number(day);
  // Without a year, 29 February is possible.
  const last = month === 2 && year === 0 ? 29 : new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && number >= 1 && number <= last ? { year, month, day: number } : null;
}

/** The year in the Gregorian calendar. Thai years are 543 higher. Null for calendars whose months differ too. */
function gregorianYear(written: string, locale: string): number | null {
  const year = Number(written);
  const { calendar } = dateFormat(locale, {}).resolvedOptions();
  if (calendar === 'buddhist') return written.length === 2 ? null : year < 2400 ? year : year - 543;
  if (calendar !== 'gregory' && year < 1700) return null;
  return written.length === 2 ? year + (year < 50 ? 2000 : 1900) : year;
}
