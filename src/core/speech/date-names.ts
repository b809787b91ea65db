import { NO_REGION } from './locale.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A cached `Intl` date format. Making one takes longer than using it a hundred times. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.entries(options).join(' ')}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  formats.set(key, format);
  return format;
}

/** The words used in dates, in the row's language and in English, in small letters and without points. */
export interface DateNames {
  /** Long and short month names, each with its number from 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
  /** Words between the numbers, such as "de" and "of". */
  readonly between: ReadonlySet<string>;
}

const namesByLocale = new Map<string, DateNames>();

const WIDTHS = ['long', 'short'] as const;

/** Words that people write in dates, beyond those that `Intl` uses. */
const BETWEEN = ['of', 'the', 'on', 'de', 'del', 'le', 'el', 'il', 'den', 'der', 'am'];

export function dateNames(locale: string): DateNames {
  const known = namesByLocale.get(locale);
  if (known !== undefined) return known;
  const months = new Map<string, number>();
  const weekdays = new Set<string>();
  const between = new Set(BETWEEN);
  const named = (date: Date, language: string, options: Intl.DateTimeFormatOptions) => {
    for (const { type, value } of dateFormat(language, options).formatToParts(date)) {
      const words = wordsOf(value, locale);
      const [word] = words;
      if (type === 'weekday') weekdays.add(words.join(' '));
      else if (type === 'literal') for (const each of words) between.add(each);
      else if (type === 'month' && words.length === 1 && word !== undefined && !months.has(word)) {
        months.set(word, date.getUTCMonth() + 1);
      }
    }
  };
  for (const language of [locale, NO_REGION]) {
    for (const width of WIDTHS) {
      for (let month = 0; month < 12; month += 1) {
        // In some languages a month changes its form beside a day.
        const date = new Date(Date.UTC(2026, month, 28));
        named(date, language, { month: width, day: 'numeric', year: 'numeric', calendar: 'gregory' });
        named(date, language, { month: width, calendar: 'gregory' });
      }
      for (let day = 1; day <= 7; day += 1) {
        named(new Date(Date.UTC(2026, 0, day)), language, { weekday: width });
      }
    }
  }
  const names = { months, weekdays, between };
  namesByLocale.set(locale, names);
  return names;
}

/** The words and numbers of a text in small letters, without the spaces and punctuation between them. */
export function wordsOf(text: string, locale: string): readonly string[] {
  return text
    .toLocaleLowerCase(locale)
    .split(/[\s,./'’-]+/u)
    .filter((word) => word !== '');
}
