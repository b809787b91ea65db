import type { CellValue } from './cell.ts';
import { ENGLISH_LOCALE, type SheetLocale } from './sheet-locale.ts';
import { typedDate } from './typed-date.ts';

/** What Sheets makes of a text that is typed, pasted or passed to `setValue`. */
export interface Typed {
  readonly value: CellValue;
  /** With its leading `=`; '' for a plain value. */
  readonly formula: string;
  /** The number format that the text implies; '' when it implies none. */
  readonly format: string;
}

const PLAIN_NUMBER = /^-?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?$/;

/**
 * Reads a text as if typed into a cell of format Automatic.
 * Dates without a year get that of `now` (epoch milliseconds), which is asked only where it matters.
 */
export function typedText(text: string, now: () => number, locale: SheetLocale = ENGLISH_LOCALE): Typed {
  if (text.startsWith("'")) return plain(text.slice(1));
  const trimmed = text.trim();
  if (trimmed.length > 1 && trimmed.startsWith('=')) return { value: '', formula: trimmed, format: '' };
  if (locale === ENGLISH_LOCALE && !/^[-+$.(\d=tfjasond]/i.test(trimmed)) return plain(text);
  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE' || upper === locale.yes) return plain(true);
  if (upper === 'FALSE' || upper === locale.no) return plain(false);
  const typed = typedNumber(inEnglish(trimmed, locale)) ?? typedDate(trimmed, now(), locale);
  if (typed !== null) return { formula: '', value: typed.value, format: inCurrency(typed.format, locale) };
  if (trimmed.length > 1 && /^[-+]/.test(trimmed)) return { value: '', formula: `=${trimmed}`, format: '' };
  return plain(text);
}

/** A number as en_US writes it; a text that no longer reads as a number when it was none. */
function inEnglish(text: string, { decimal, group, currency }: SheetLocale): string {
  if (decimal === '.' && currency === '$') return text;
  const money = text.replace(new RegExp(`^(-?)(.*?)\\s*${currency}$`), '$1$$$2').replace(currency, '$');
  if (decimal === '.') return money;
  // A number that has the other decimal sign is none here, unless the sign parts groups of three.
  const grouped = group === '.' ? /^[^.]*\d{1,3}(\.\d{3})*(,\d*)?[^.]*$/ : /^[^.]*$/;
  if (!grouped.test(money)) return '';
  const [whole = '', ...fraction] = money.split(',');
  return [whole.replaceAll(/(?<=\d)[.\s\u202f\u00a0](?=\d{3})/g, ','), ...fraction].join('.');
}

/** A format of dollars as one of the locale's money. */
function inCurrency(format: string, { currency }: SheetLocale): string {
  if (!format.startsWith('$') || currency === '$') return format;
  return currency === '€' ? `${format.slice(1)} "€"` : `"${currency}"${format.slice(1)}`;
}

/** Reads a text into a cell formatted as plain text. It stays literal, but a formula is still a formula. */
export function typedPlainText(text: string, apostropheKept: boolean): Typed {
  if (text.length > 1 && text.startsWith('=')) return { value: '', formula: text, format: '' };
  return plain(text.startsWith("'") && !apostropheKept ? text.slice(1) : text);
}

function plain(value: CellValue): Typed {
  return { value, formula: '', format: '' };
}

function typedNumber(text: string): { readonly value: number; readonly format: string } | null {
  const accounting = /^\((\$?[\d.,]+)\)$/.exec(text);
  const body = accounting === null ? text : `-${accounting[1] ?? ''}`;
  if (!/\d/.test(body)) return null;
  if (/^-?(\d+\.?\d*|\.\d+)e[+-]?\d{1,3}$/i.test(body)) return finite(Number(body), '0.00E+00');
  const percent = /^(-?[\d.,]+)\s*%$/.exec(body);
  if (percent !== null) {
    const share = decimal(percent[1] ?? '');
    return share === null ? null : finite(share / 100, body.includes('.') ? '0.00%' : '0%');
  }
  const money = /^(-?)\$\s*([\d.,]+)$/.exec(body) ?? /^\$(-?)([\d.,]+)$/.exec(body);
  if (money !== null) {
    const amount = decimal(`${money[1] ?? ''}${money[2] ?? ''}`);
    return amount === null ? null : finite(amount, body.includes('.') ? '$#,##0.00' : '$#,##0');
  }
  const value = decimal(body);
  if (value === null) return null;
  const grouped = body.includes(',') ? (body.includes('.') ? '#,##0.00' : '#,##0') : '';
  return finite(value, grouped);
}

function decimal(text: string): number | null {
  return PLAIN_NUMBER.test(text) && /\d/.test(text) ? Number(text.replaceAll(',', '')) : null;
}

function finite(value: number, format: string): { value: number; format: string } | null {
  return Number.isFinite(value) ? { value, format } : null;
}
