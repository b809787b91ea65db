/** Days from the epoch of Sheets (1899-12-30) to that of JavaScript (1970-01-01). */
const EPOCH_DAYS = 25_569;
const DAY_MS = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The serial number that a cell shows for an instant, in the spreadsheet's time zone. */
export function serialOfInstant(ms: number, timeZone: string): number {
  return serialOfWallClock(ms + offset(ms, timeZone));
}

/** The instant (epoch milliseconds) of a date cell in the spreadsheet's time zone. */
export function instantOfSerial(serial: number, timeZone: string): number {
  const wall = wallClock(serial);
  // The offset depends on the instant that we look for, so guess first and correct once.
  const guess = wall - offset(wall, timeZone);
  return wall - offset(guess, timeZone);
}

/** Milliseconds of the wall clock as if it were UTC. Rounded, because serials are binary fractions. */
export function wallClock(serial: number): number {
  return Math.round((serial - EPOCH_DAYS) * DAY_MS);
}

export function serialOfWallClock(ms: number): number {
  return ms / DAY_MS + EPOCH_DAYS;
}

function offset(ms: number, timeZone: string): number {
  if (timeZone === 'Etc/UTC' || timeZone === 'UTC') return 0;
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(ms)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}
