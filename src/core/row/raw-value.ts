const DATE_TAG = '[object Date]';

/** The day that Sheets puts before a time without a day. */
const NO_DAY = '1899-12-30';

/**
 * A cell's raw value, as a custom function gets it, as text. Numbers stand as JavaScript writes them, truths
 * as TRUE and FALSE, a blank cell as ''. A date is 2026-01-31, with its time of day, if any, behind it; a time
 * without a date is 14:30. `timeZone` is the spreadsheet's (an IANA name): the same moment is another day elsewhere.
 */
export function rawText(value: unknown, timeZone: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return isDate(value) ? dateText(value, timeZone) : String(value);
}

/** Whether it is a date. Values come from another context, where `instanceof` fails. */
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

/** Making one takes longer than using it a hundred times. */
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
