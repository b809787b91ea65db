import { wallClock } from './serial.ts';
import type { SheetLocale } from './sheet-locale.ts';

const DATE_PART = /\[h+\]|y+|m+|d+|h+|s+|am\/pm|a\/p|"[^"]*"|\\./gi;
const NUMBER = /^([^#0]*)([#0,]*[#0])(?:\.(0+))?(E\+0+|%)?([^#0]*)$/;

/** Whether a number in this format is a date or time: `getValues` then gives a Date. */
export function isDateFormat(format: string): boolean {
  return format !== '' && format !== '@' && /[ymdhs]/i.test(format.replace(/"[^"]*"|\\./g, ''));
}

/** Whether the emulator can display numbers in this format. `General` means Automatic. */
export function isKnownFormat(format: string): boolean {
  return (
    format === '' || format === 'General' || format === '@' || isDateFormat(format) || NUMBER.test(format)
  );
}

/** What the user sees of a number. Formats are written as in en_US. */
export function displayNumber(value: number, format: string, locale: SheetLocale): string {
  if (format === '' || format === '@') return general(value).replace('.', locale.decimal);
  if (isDateFormat(format)) return displayDate(value, format, locale);
  const [, prefix = '', digits = '', decimals = '', suffix = '', tail = ''] = NUMBER.exec(format) ?? [];
  const size = Math.abs(suffix === '%' ? value * 100 : value);
  const sign = value < 0 ? '-' : '';
  if (suffix.startsWith('E')) {
    const [mantissa = '', exponent = '+0'] = size.toExponential(decimals.length).split('e');
    const written = mantissa.replace('.', locale.decimal);
    return `${sign}${written}E${exponent.slice(0, 1)}${exponent.slice(1).padStart(suffix.length - 2, '0')}`;
  }
  const [whole = '0', fraction] = size.toFixed(decimals.length).split('.');
  const padded = whole.padStart(digits.replace(/[^0]/g, '').length, '0');
  const grouped = digits.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, locale.group) : padded;
  return `${sign}${literal(prefix)}${grouped}${fraction === undefined ? '' : `${locale.decimal}${fraction}`}${suffix}${literal(tail)}`;
}

function literal(text: string): string {
  return text.replace(/"([^"]*)"|\\(.)/g, '$1$2');
}

/** Automatic format: about ten significant digits, exponents beyond fifteen places. */
function general(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) {
    const [mantissa = '', exponent = '+0'] = value.toExponential(5).split('e');
    const digits = exponent.slice(1).padStart(2, '0');
    return `${mantissa.replace(/\.?0+$/, '')}E${exponent.slice(0, 1)}${digits}`;
  }
  return Number.isInteger(value) ? String(value) : plainDecimal(value);
}

function plainDecimal(value: number): string {
  const places = Math.max(0, Math.min(20, 9 - Math.floor(Math.log10(Math.abs(value)))));
  const text = value.toFixed(places);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function displayDate(serial: number, format: string, { months }: SheetLocale): string {
  const date = new Date(wallClock(serial));
  const parts = format.match(DATE_PART) ?? [];
  const half = parts.some((part) => /^a/i.test(part));
  let minutesNext = false;
  return format.replace(DATE_PART, (part, position: number) => {
    const followedBySeconds = /^m{1,2}[^a-z]*s/i.test(format.slice(position));
    const minutes = /^m{1,2}$/i.test(part) && (minutesNext || followedBySeconds);
    if (/^(h+|\[h+\])$/i.test(part)) minutesNext = true;
    else if (/^[ymds]/i.test(part)) minutesNext = false;
    return minutes
      ? pad(date.getUTCMinutes(), part.length)
      : datePart(part.toLowerCase(), part, date, serial, half, months);
  });
}

function datePart(
  part: string,
  raw: string,
  date: Date,
  serial: number,
  half: boolean,
  months: readonly string[],
): string {
  const hours = date.getUTCHours();
  switch (part[0]) {
    case '[':
      return pad(Math.floor(Math.round(serial * 86_400) / 3600), part.length - 2);
    case 'y':
      return part.length <= 2 ? pad(date.getUTCFullYear() % 100, 2) : pad(date.getUTCFullYear(), 4);
    case 'm':
      if (part.length <= 2) return pad(date.getUTCMonth() + 1, part.length);
      return (months[date.getUTCMonth()] ?? '').slice(0, part.length === 3 ? 3 : undefined);
    case 'd':
      return pad(date.getUTCDate(), part.length);
    case 'h':
      return pad(half ? hours % 12 || 12 : hours, part.length);
    case 's':
      return pad(date.getUTCSeconds(), part.length);
    case 'a':
      return hours < 12 ? 'AM' : 'PM';
    default:
      return literal(raw);
  }
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
