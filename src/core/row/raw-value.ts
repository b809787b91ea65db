const DATE_TAG = '[object Date]';

/** The date that Sheets gives to a time without a date. */
const NO_DAY = '1899-12-30';

/**
 * The raw value that a custom function gets for a cell, as text. Numbers are written as in JavaScript, booleans as TRUE
 * and FALSE, a blank cell as ''. A date is 2026-01-31, followed by its time if it has one. A time without a date is
 * 14:30. `timeZone` is the spreadsheet's, an IANA name: elsewhere the same moment may be another day.
 */
export function rawText(value: unknown, timeZone: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return isDate(value) ? dateText(value, timeZone) : String(value);
}

/** Whether a value is a date. Values come from another JavaScript context, so `instanceof` fails. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === DATE_TAG;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateText(date: Date, timeZone: string): string {
  if (Number.isNaN(date.getTime())) return '';
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  const minute = `${part('hour')}:${part('minute')}`;
  const time = part('second') === '00' ? minute : `${minute}:${part('second')}`;
  if (day === NO_DAY) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}

/** Cached: making a format takes longer than using it a hundred times. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}
