import { dateFormat } from './date-names.ts';
import { NO_REGION } from './locale.ts';
import { plainDigits } from './plain-digits.ts';

/** The parts of a date. The year is as written, '' for none. */
export interface ShapedDate {
  readonly year: string;
  readonly month: number;
  readonly day: string;
}

/** How a locale writes dates: each month's text with placeholders for day, year and weekday. */
interface Shapes {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: readonly string[];
}

const shapesByLocale = new Map<string, Shapes>();

/** Placeholders: private characters that no date contains. */
const DAY = '\u{f0001}';
const YEAR = '\u{f0002}';
const SHORT_YEAR = '\u{f0003}';
const WEEKDAY = '\u{f0004}';

/**
 * Reads a date written exactly as the locale writes dates, such as "ngày 4 tháng 3" or "4 במרץ 2026". Null for
 * anything else.
 */
export function shapedDate(text: string, locale: string): ShapedDate | null {
  const { months, weekdays } = shapesOf(locale);
  let shape = folded(text, locale);
  const weekday = weekdays.find((name) => shape.includes(name));
  if (weekday !== undefined) shape = shape.replace(weekday, WEEKDAY);
  const numbers = [...shape.matchAll(/\d+/gu)].map((match) => ({ at: match.index ?? 0, text: match[0] }));
  if (numbers.length > 3) return null;
  for (const day of numbers) {
    if (day.text.length > 2) continue;
    for (const year of [null, ...numbers.filter((number) => number !== day)]) {
      const written = year?.text ?? '';
      if (written.length === 1 || written.length === 3 || written.length > 4) continue;
      const placeholder = written.length === 4 ? YEAR : SHORT_YEAR;
      const placeholders = [{ at: day.at, length: day.text.length, placeholder: DAY }];
      if (year !== null) placeholders.push({ at: year.at, length: written.length, placeholder });
      const month = months.get(withPlaceholders(shape, placeholders));
      if (month !== undefined) return { year: written, month, day: day.text };
    }
  }
  return null;
}

function withPlaceholders(
  text: string,
  placeholders: { readonly at: number; readonly length: number; readonly placeholder: string }[],
): string {
  let shape = text;
  for (const { at, length, placeholder } of placeholders.sort((one, other) => other.at - one.at)) {
    shape = shape.slice(0, at) + placeholder + shape.slice(at + length);
  }
  return withoutZeros(shape);
}

/** Removes leading zeros: any number still there is the month, and people write 03 or 3. */
function withoutZeros(shape: string): string {
  return shape.replace(/(?<!\d)0(?=\d)/gu, '');
}

function shapesOf(locale: string): Shapes {
  const known = shapesByLocale.get(locale);
  if (known !== undefined) return known;
  const styles: readonly Intl.DateTimeFormatOptions[] = [
    { dateStyle: 'full' },
    { dateStyle: 'long' },
    { dateStyle: 'medium' },
    { day: 'numeric', month: 'long', year: 'numeric' },
    { day: 'numeric', month: 'short', year: 'numeric' },
    { day: 'numeric', month: 'long' },
    { day: 'numeric', month: 'short' },
    // 3/4/26 is a different day in other countries.
    ...(locale === NO_REGION ? [] : [{ dateStyle: 'short' } as const]),
  ];
  const months = new Map<string, number>();
  // Other calendars have other months. Only the Buddhist one differs in nothing but its years.
  const { calendar } = dateFormat(locale, {}).resolvedOptions();
  const gregorian = calendar === 'buddhist' ? {} : { calendar: 'gregory' };
  for (const style of styles) {
    const format = dateFormat(locale, { ...style, ...gregorian });
    for (let month = 0; month < 12; month += 1) {
      const parts = format.formatToParts(new Date(Date.UTC(2026, month, 28)));
      const shape = parts.map(({ type, value }) => {
        if (type === 'day') return DAY;
        if (type === 'year') return plainDigits(value).length > 2 ? YEAR : SHORT_YEAR;
        return type === 'weekday' ? WEEKDAY : value;
      });
      const key = withoutZeros(folded(shape.join(''), locale));
      if (!months.has(key)) months.set(key, month + 1);
    }
  }
  const weekdays = styles.slice(0, 1).flatMap((style) =>
    Array.from({ length: 7 }, (_, day) => {
      const parts = dateFormat(locale, style).formatToParts(new Date(Date.UTC(2026, 0, 1 + day)));
      return folded(parts.find(({ type }) => type === 'weekday')?.value ?? '', locale);
    }),
  );
  const shapes = { months, weekdays: weekdays.filter((name) => name !== '') };
  shapesByLocale.set(locale, shapes);
  return shapes;
}

function folded(text: string, locale: string): string {
  return plainDigits(text)
    .toLocaleLowerCase(locale)
    .replace(/[\s.,،]+/gu, ' ')
    .trim();
}
