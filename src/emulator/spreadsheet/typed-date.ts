import { serialOfWallClock } from './serial.ts';
import { ENGLISH_LOCALE, type SheetLocale } from './sheet-locale.ts';

/** A date or time that was typed: its number, and the format in which the cell shows it. */
export interface TypedDate {
  readonly value: number;
  readonly format: string;
}

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = /^(\d{1,3}):(\d{1,2})(?::(\d{1,2})(\.\d{1,3})?)?(?:\s*([ap])\.?m\.?)?$/i;
const DAY_MS = 86_400_000;

/** Reads a date, a time, or a date followed by a time; null for anything else. */
export function typedDate(text: string, now: number, locale: SheetLocale = ENGLISH_LOCALE): TypedDate | null {
  const time = typedTime(text);
  if (time !== null) return time;
  const split = /^(.*\S)\s+(\d{1,2}:\d.*)$/.exec(text);
  if (split !== null) {
    const day = typedDay(split[1] ?? '', now, locale);
    const hour = typedTime(split[2] ?? '');
    if (day !== null && hour !== null && hour.value < 1) {
      return { value: day.value + hour.value, format: `${day.format} ${hour.format}` };
    }
  }
  return typedDay(text, now, locale);
}

function typedTime(text: string): TypedDate | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, h = '0', m = '0', s, fraction = '', half] = match;
  const hours = Number(h);
  const minutes = Number(m);
  const seconds = Number(s ?? 0) + Number(`0${fraction}`);
  if (minutes > 59 || seconds >= 60) return null;
  if (half !== undefined && (hours < 1 || hours > 12)) return null;
  const shift = half === undefined ? hours : (hours % 12) + (/p/i.test(half) ? 12 : 0);
  const value = (shift * 3600 + minutes * 60 + seconds) / 86_400;
  if (half !== undefined) return { value, format: s === undefined ? 'h:mm am/pm' : 'h:mm:ss am/pm' };
  if (hours > 23) return { value, format: '[h]:mm:ss' };
  // `16:9` is a time too and comes back as 16:09:00: a trap for aspect ratios.
  return {
    value,
    format: `${h.length === 2 ? 'hh' : 'h'}:mm${s === undefined && m.length === 2 ? '' : ':ss'}`,
  };
}

function typedDay(text: string, now: number, locale: SheetLocale): TypedDate | null {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso !== null) {
    const [, y = '', , m = '', d = ''] = iso;
    const format = iso[2] === '-' ? 'yyyy-mm-dd' : 'yyyy/mm/dd';
    return day(Number(y), Number(m), Number(d), format);
  }
  if (locale !== ENGLISH_LOCALE) return localDay(text, now, locale);
  const american = /^(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (american !== null) {
    const [, m = '', , d = '', y] = american;
    const format = `${m.length === 2 ? 'mm' : 'm'}/${d.length === 2 ? 'dd' : 'd'}`;
    if (y === undefined) return day(new Date(now).getUTCFullYear(), Number(m), Number(d), format);
    return day(fullYear(y), Number(m), Number(d), `${format}/${y.length === 2 ? 'yy' : 'yyyy'}`);
  }
  const named =
    /^([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?$/i.exec(text) ??
    reordered(/^(\d{1,2})[ -]([a-z]{3,9})\.?(?:[ -](\d{4}))?$/i.exec(text));
  if (named === null) return null;
  const [, name = '', d = '', y] = named;
  const month = monthOf(name);
  const year = y === undefined ? new Date(now).getUTCFullYear() : Number(y);
  return month === 0 ? null : day(year, month, Number(d), y === undefined ? 'mmm d' : 'mmm d, yyyy');
}

/** A date of two or three numbers in the order of the locale. */
function localDay(text: string, now: number, { order, separator, date }: SheetLocale): TypedDate | null {
  const dot = `\\${separator}`;
  const match = new RegExp(`^(\\d{1,2})${dot}(\\d{1,2})${dot}?(?:(?<=${dot})(\\d{4}|\\d{2}))?$`).exec(text);
  if (match === null) return null;
  const [, first = '', second = '', y] = match;
  const [d, m] = order === 'dmy' ? [first, second] : [second, first];
  const year = y === undefined ? new Date(now).getUTCFullYear() : Number(fullYear(y));
  return day(year, Number(m), Number(d), date);
}

function reordered(match: RegExpExecArray | null): (string | undefined)[] | null {
  return match === null ? null : [match[0], match[2], match[1], match[3]];
}

function monthOf(name: string): number {
  const full = new Date(0);
  for (const [index, short] of MONTH_NAMES.entries()) {
    full.setUTCMonth(index, 1);
    const long = full.toLocaleString('en-US', { month: 'long', timeZone: 'UTC' }).toLowerCase();
    if (name.toLowerCase() === short || name.toLowerCase() === long) return index + 1;
  }
  return 0;
}

function fullYear(digits: string): number {
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (Number(digits) < 30 ? 2000 : 1900);
}

function day(year: number, month: number, date: number, format: string): TypedDate | null {
  const ms = Date.UTC(year, month - 1, date);
  const real = new Date(ms);
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== date || year < 1900) return null;
  return { value: serialOfWallClock(Math.floor(ms / DAY_MS) * DAY_MS), format };
}
