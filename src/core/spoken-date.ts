interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Names of the months in a row's language and in English, in lower case, each twelve in order. */
const monthsByLocale = new Map<string, readonly string[]>();

/** A date as a person says it in the locale, such as "12 March 2026"; null when it is not read as one. */
export function sayDate(written: string, locale: string): string | null {
  const day = parseDay(written, locale);
  if (day === null) return null;
  const moment = new Date(Date.UTC(2000, day.month - 1, day.day));
  moment.setUTCFullYear(day.year, day.month - 1, day.day);
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    ...(day.year === 0 ? {} : { year: 'numeric' as const }),
  }).format(moment);
}

/** A calendar day as sheets show it. The year is 0 when none is written. A time of day behind it is left out. */
export function parseDay(written: string, locale: string): Day | null {
  const text = written
    .slice(0, 80)
    .trim()
    .replace(/[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|Z)?$/iu, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(text);
  if (iso !== null) return checked(iso[1], iso[2], iso[3]);
  const digits = /^(\d{1,2})\s*([./-])\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2}))?\.?$/u.exec(text);
  if (digits !== null) {
    const [, first, sign, second, year = '0'] = digits;
    const order = dayOrder(Number(first), sign ?? '', Number(second), locale);
    if (order === null) return null;
    const [day, month] = order === 'month first' ? [second, first] : [first, second];
    return checked(year.length === 2 ? `20${year}` : year, month, day);
  }
  return parseNamed(text, locale);
}

/**
 * 3/4 is March 4 for Americans and 3 April for the rest, unless the numbers leave only one. In a row without
 * a region nobody knows which is meant, and a wrong date is worse than none.
 */
function dayOrder(
  first: number,
  sign: string,
  second: number,
  locale: string,
): 'day first' | 'month first' | null {
  if (first > 12) return 'day first';
  if (second > 12) return 'month first';
  if (sign !== '/' || first === second) return 'day first';
  if (locale === 'en') return null;
  return locale === 'en-US' ? 'month first' : 'day first';
}

function parseNamed(text: string, locale: string): Day | null {
  const words = text
    .toLowerCase()
    .split(/[\s,./-]+/u)
    .filter((word) => word !== '');
  if (words.length > 8) return null;
  const months = monthsOf(locale);
  const month = words.map((word) => monthNamed(word, months)).find((found) => found > 0);
  const numbers = words.map((word) => /^(\d{1,2})(?:st|nd|rd|th|º|er)?$/u.exec(word)?.[1]).filter(Boolean);
  const year = words.find((word) => /^\d{4}$/u.test(word)) ?? '0';
  const [day] = numbers;
  if (month === undefined || day === undefined || numbers.length > 1) return null;
  return checked(year, String(month), day);
}

/** 1 to 12 for a month's name or at least three of its first letters; 0 for another word. */
function monthNamed(word: string, months: readonly string[]): number {
  const whole = months.indexOf(word);
  const at = whole >= 0 || word.length < 3 ? whole : months.findIndex((name) => name.startsWith(word));
  return at < 0 ? 0 : (at % 12) + 1;
}

function monthsOf(locale: string): readonly string[] {
  const known = monthsByLocale.get(locale);
  if (known !== undefined) return known;
  const months = [locale, 'en'].flatMap((language) => {
    const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'long', day: 'numeric' });
    return Array.from({ length: 12 }, (_, month) => {
      const parts = format.formatToParts(new Date(Date.UTC(2026, month, 1)));
      return (parts.find(({ type }) => type === 'month')?.value ?? '').toLowerCase();
    });
  });
  monthsByLocale.set(locale, months);
  return months;
}

function checked(year = '', month = '', day = ''): Day | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  // Without a year 29 February is possible.
  const last = m === 2 && y === 0 ? 29 : new Date(Date.UTC(y, m, 0)).getUTCDate();
  const fits = m >= 1 && m <= 12 && d >= 1 && d <= last;
  return fits ? { year: y, month: m, day: d } : null;
}
