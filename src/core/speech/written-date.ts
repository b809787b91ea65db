import { dateFormat, dateNames, wordsOf } from './date-names.ts';
import { shapedDate } from './date-shapes.ts';
import { NO_REGION } from './locale.ts';
import { plainDigits } from './plain-digits.ts';

/** A day of the Gregorian calendar. The year is 0 when none is written. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Longer texts are no dates. */
const MAX_CHARACTERS = 80;

/** The calendar day that sheets or people write so; null for none, and where nobody can tell which. A time behind it is left out. */
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
    const order = orderOf(Number(first), sign, Number(second), long === '' ? short.length : 4, locale);
    if (order === 'day first') return dayOf(long || short, Number(second), first, locale);
    if (order === 'month first') return dayOf(long || short, Number(first), second, locale);
  }
  const shaped = shapedDate(text, locale);
  return shaped === null ? namedDay(text, locale) : dayOf(shaped.year, shaped.month, shaped.day, locale);
}

/**
 * 3/4 is March 4 in some countries and 3 April in most, unless the numbers leave only one. Null where nobody
 * knows which is meant: a wrong date is worse than none. `yearDigits` is how many digits of a year follow.
 */
function orderOf(
  first: number,
  sign: string,
  second: number,
  yearDigits: number,
  locale: string,
): Order | null {
  const order = orderIn(locale, { dateStyle: 'short' });
  // 25/12/26 may begin with its year.
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
  return orderIn(locale, { month: 'numeric', day: 'numeric' });
}

type Order = 'day first' | 'month first' | 'year first';

function orderIn(locale: string, options: Intl.DateTimeFormatOptions): Order {
  const parts = dateFormat(locale, options).formatToParts(new Date(0));
  const first = parts.find(({ type }) => type === 'day' || type === 'month' || type === 'year')?.type;
  return first === 'year' || first === 'month' ? `${first} first` : 'day first';
}

/** A date with the name of its month, in the row's language or in English. */
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
    // "mar." is Tuesday in French, and "mar" March in English.
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

/** "Mar-26" is a month and a year, "mar. 9" may be Tuesday the 9th, and "mars 26" has no day in French. */
function isDayBehindMonth(text: string, isMonth: boolean, locale: string): boolean {
  if (!isMonth || /[-/'’]\s*\d/u.test(text)) return false;
  return /^en\b/u.test(locale) || orderIn(locale, { month: 'long', day: 'numeric' }) === 'month first';
}

/** 1 to 12 for a month's name, or for at least three of its first letters if they are no other's; 0 for another word. */
function monthNamed(word: string, months: ReadonlyMap<string, number>): number {
  const whole = months.get(word);
  if (whole !== undefined || word.length < 3) return whole ?? 0;
  const begun = new Set([...months].filter(([name]) => name.startsWith(word)).map(([, month]) => month));
  const [month = 0] = begun;
  return begun.size === 1 ? month : 0;
}

/** The day if it exists. A year of two digits is one of 1950 to 2049. */
function dayOf(written = '', month: number, day = '', locale: string): Day | null {
  const year = written === '' ? 0 : gregorianYear(written, locale);
  if (year === null) return null;
  const number = Number(day);
  // Without a year 29 February is possible.
  const last = month === 2 && year === 0 ? 29 : new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && number >= 1 && number <= last ? { year, month, day: number } : null;
}

/** Thais count from 543 years before, and years of other calendars have other months too. */
function gregorianYear(written: string, locale: string): number | null {
  const year = Number(written);
  const { calendar } = dateFormat(locale, {}).resolvedOptions();
  if (calendar === 'buddhist') return written.length === 2 ? null : year < 2400 ? year : year - 543;
  if (calendar !== 'gregory' && year < 1700) return null;
  return written.length === 2 ? year + (year < 50 ? 2000 : 1900) : year;
}
