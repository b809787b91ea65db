/** The letters of Java's SimpleDateFormat that are emulated. */
const FIELDS: Readonly<Record<string, (date: DateParts) => string>> = {
  yyyy: (date) => date.year,
  yy: (date) => date.year.slice(-2),
  MM: (date) => date.month,
  M: (date) => String(Number(date.month)),
  dd: (date) => date.day,
  d: (date) => String(Number(date.day)),
  HH: (date) => date.hour,
  H: (date) => String(Number(date.hour)),
  mm: (date) => date.minute,
  ss: (date) => date.second,
  SSS: (date) => date.millisecond,
};

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly millisecond: string;
}

/** `Utilities.formatDate` for numeric patterns. Quoted text stays as it is; any other letter throws. */
export function formatDate(ms: number, timeZone: string, pattern: string): string {
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: timeZone === 'GMT' ? 'UTC' : timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = new Map(formatter.formatToParts(ms).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const date: DateParts = {
    year: part('year').padStart(4, '0'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
    millisecond: String(((ms % 1000) + 1000) % 1000).padStart(3, '0'),
  };
  return pattern.replace(/'([^']*)'|([A-Za-z])\2*/g, (run: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted;
    const field = FIELDS[run];
    if (field === undefined) throw new Error(`Utilities.formatDate with "${run}" is not emulated.`);
    return field(date);
  });
}
