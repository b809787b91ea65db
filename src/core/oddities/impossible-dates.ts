import { excerpt, type Issue } from '../issue.ts';
import { fieldKind } from '../merge/field-kind.ts';
import type { MergedField } from '../merge/merge-script-template.ts';
import { remembered } from '../remembered.ts';
import { plainDigits } from '../speech/plain-digits.ts';
import { parseDay } from '../speech/written-date.ts';
import type { SpokenRow } from './spoken-row.ts';

/** Dates in figures with a year of at least four, as they stand in texts. A number of parts with hyphens may be an order's. */
const IN_TEXT =
  /(?<![\p{L}\p{N}./-])(?:\d{1,2}([./])\d{1,2}\1\d{4,5}|\d{4}([/-])\d{1,2}\2\d{1,2})(?![\p{L}\p{N}]|[./-]\d)/gu;
/** The digits that dates are written in. */
const DIGIT = /[\d٠-٩۰-۹०-९０-９]/u;
const MAYBE_DATE = /\d[./-]\d/u;

/** The same in a cell for a date: also with hyphens, two figures for the year, or none. */
const PARTS = /^\D{0,20}?(\d{1,4})\s*([./年-])\s*(\d{1,2})(?:\s*[./月-]\s*(\d{1,5})日?)?(?=$|\D)/u;

/** A day that few months have, beside a month's name. */
const LATE_DAY = /(?<!\d)(?:29|3\d|[4-9]\d)(?!\d)/u;
const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'nb', 'tr', 'ru', 'cs'];

/** Where a date is far away on purpose: birthdays of the past. */
const OF_BIRTH = /birth|geburt|nacim|naiss|nascit|nascim|urodz|födel|fødsel|рожд|doğum|生/iu;

/** Warns of days that no calendar has, such as 31.02.2026, and of those that a program writes for none. */
export function impossibleDates({ texts, fields }: SpokenRow): Issue[] {
  const found: Issue[] = [];
  for (const field of fields) {
    const message = DIGIT.test(field.cell) ? faultOf(field) : null;
    if (message !== null) found.push({ code: 'date_impossible', column: field.header, message });
  }
  if (found.length > 0) return found;
  for (const { column, frame } of texts) {
    const date = impossibleIn(frame);
    if (date === null) continue;
    const message = `The ${column} has the date “${excerpt(date)}”, which is in no calendar. Correct it.`;
    return [{ code: 'date_impossible', column, message }];
  }
  return [];
}

const impossibleIn = remembered((text): string | null => {
  if (!MAYBE_DATE.test(text)) return null;
  return [...text.matchAll(IN_TEXT)].map(([date]) => date).find(isImpossible) ?? null;
});

function faultOf({ header, cell, formatters }: MergedField): string | null {
  if (fieldKind(header) !== 'date' && !formatters.includes('date')) {
    const date = MAYBE_DATE.test(cell) ? impossibleIn(cell) : null;
    const where = `The cell "${excerpt(header)}" has the date`;
    return date === null ? null : `${where} “${excerpt(date)}”, which is in no calendar. Correct it.`;
  }
  const said = `The cell "${excerpt(header)}" is “${excerpt(cell)}”`;
  if (isImpossible(cell)) return `${said}, a date that is in no calendar. Correct it.`;
  if (isOfProgram(cell) && !OF_BIRTH.test(header)) {
    return `${said}, which a program writes when there is no date. Correct it.`;
  }
  return null;
}

/** The first day of computers' clocks, the last of all years, and clocks themselves. */
function isOfProgram(cell: string): boolean {
  return /^(?:0?1[./-]0?1[./-]1970|1970-01-01|12\/31\/9999|31[./-]12[./-]9999|9999-12-31|1[0-9]{9}|1[0-9]{12}|(?:1 January|January 1,?|1\. Januar) 1970)(?!\d)/u.test(
    cell,
  );
}

/** Whether a written date exists in no order of its parts. */
function isImpossible(written: string): boolean {
  const text = plainDigits(written).trim();
  const parts = PARTS.exec(text);
  if (parts === null) return namesNoDay(text);
  const [, one = '', , two = '', three] = parts;
  if (one.length === 3 || (three !== undefined && (three.length === 3 || three.length === 5))) return true;
  if (one.length === 4) return three === undefined ? false : !exists(Number(one), Number(two), Number(three));
  // A year of two figures, or none, may be any.
  if (three === undefined) return !isYearOrTime(text) && noOrder(2024, Number(one), Number(two));
  const year = three.length === 4 ? Number(three) : 2000 + Number(three);
  if (!noOrder(year, Number(one), Number(two))) return false;
  return three.length === 4 || !exists(2000 + Number(one), Number(two), Number(three));
}

/** 5.30 is a time or an amount, and 12/45 the month of a year. */
function isYearOrTime(text: string): boolean {
  return (
    !/^\d{1,2}[./]\d{1,2}\.?$/u.test(text) ||
    /^(?:0?\d|1[0-2])\/\d{2}$/u.test(text) ||
    /^\d{1,2}\.[0-5]\d$/u.test(text)
  );
}

function noOrder(year: number, one: number, two: number): boolean {
  return !exists(year, two, one) && !exists(year, one, two);
}

/** In the Gregorian calendar, and in other countries' of some five hundred years later. */
function exists(year: number, month: number, day: number): boolean {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** "30 February 2026": with another day it is a date, and with this one it is none. */
function namesNoDay(text: string): boolean {
  if (!LATE_DAY.test(text) || !/\p{L}{3}/u.test(text) || text.length > 60) return false;
  const early = text.replace(LATE_DAY, '1');
  return (
    LOCALES.some((locale) => parseDay(early, locale) !== null) &&
    LOCALES.every((locale) => parseDay(text, locale) === null)
  );
}
