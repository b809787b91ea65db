import { columnNumber } from './a1.ts';
import type { CellValue } from './cell.ts';
import { displayNumber } from './number-format.ts';
import { type Reference, sheetName } from './references.ts';

/** What a formula comes to. `error` tells `#REF!` the error from "#REF!" the text. */
export interface Evaluated {
  readonly value: CellValue;
  readonly format: string;
  readonly error: boolean;
}

/** Looks up what another cell shows. */
export type Resolve = (reference: Reference) => Evaluated;

const MAX_TERMS = 500;

const TOKEN =
  /\s*(?:("(?:[^"]|"")*")|(\d+(?:\.\d+)?|\.\d+)|((?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(\$?[A-Za-z]{1,3}\$?[1-9]\d{0,7})(?![\w(:])|([A-Za-z_][\w.]*)|(\S))/y;

/**
 * Works out the few formulas that the emulator knows: literals, a reference to one cell, signs,
 * parentheses and joining with `&`. Everything else shows an error, as a formula that Sheets cannot
 * read would: a name that is not known `#NAME?`, the rest `#ERROR!`.
 */
export function evaluateFormula(formula: string, resolve: Resolve): Evaluated {
  // What `mapReferences` leaves where a referenced row was deleted.
  if (formula.includes('#REF!')) return failed('#REF!');
  const tokens = tokensOf(formula.slice(1));
  const reader = { tokens, next: 0, terms: 0 };
  const result = joined(reader, resolve);
  if (reader.next < tokens.length && result.value !== '#NAME?') return failed('#ERROR!');
  return result;
}

export function failed(error: string): Evaluated {
  return { value: error, format: '', error: true };
}

/** A value as text, as `&` and displays write it. */
export function valueText(value: CellValue, format: string): string {
  if (typeof value === 'number') return displayNumber(value, format);
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : value;
}

interface Reader {
  readonly tokens: readonly RegExpExecArray[];
  next: number;
  /** Terms read so far; bounded, because hostile text must not overflow the stack. */
  terms: number;
}

function tokensOf(text: string): RegExpExecArray[] {
  const tokens: RegExpExecArray[] = [];
  const pattern = new RegExp(TOKEN);
  const end = text.trimEnd().length;
  // More tokens than can be read are an error anyway, and hostile text need not be taken apart to its end.
  while (pattern.lastIndex < end && tokens.length <= 2 * MAX_TERMS) {
    const token = pattern.exec(text);
    if (token === null) break;
    tokens.push(token);
  }
  return tokens;
}

function joined(reader: Reader, resolve: Resolve): Evaluated {
  let left = term(reader, resolve);
  while (reader.tokens[reader.next]?.[6] === '&') {
    reader.next += 1;
    const right = term(reader, resolve);
    if (left.error) continue;
    left = right.error
      ? right
      : { value: valueText(left.value, '') + valueText(right.value, ''), format: '', error: false };
  }
  return left;
}

function term(reader: Reader, resolve: Resolve): Evaluated {
  const token = reader.tokens[reader.next];
  reader.next += 1;
  reader.terms += 1;
  if (token === undefined || reader.terms > MAX_TERMS) return failed('#ERROR!');
  const [, quoted, number, sheet, reference, name, sign] = token;
  if (quoted !== undefined) return literal(quoted.slice(1, -1).replaceAll('""', '"'));
  if (number !== undefined) return literal(Number(number));
  if (reference !== undefined) return resolve(readReference(sheet, reference));
  if (name !== undefined) return /^(true|false)$/i.test(name) ? literal(/^t/i.test(name)) : failed('#NAME?');
  if (sign === '(') {
    const inner = joined(reader, resolve);
    const closed = reader.tokens[reader.next]?.[6] === ')';
    reader.next += 1;
    return closed || inner.error ? inner : failed('#ERROR!');
  }
  if (sign === '+' || sign === '-') return signed(sign, term(reader, resolve));
  return failed('#ERROR!');
}

function signed(sign: string, operand: Evaluated): Evaluated {
  if (operand.error || sign === '+') return operand;
  if (operand.value === '') return literal(0);
  return typeof operand.value === 'number' ? { ...operand, value: -operand.value } : failed('#VALUE!');
}

function literal(value: CellValue): Evaluated {
  return { value, format: '', error: false };
}

function readReference(sheet: string | undefined, text: string): Reference {
  const [, columnDollar = '', letters = '', rowDollar = '', digits = ''] =
    /^(\$?)([A-Za-z]+)(\$?)(\d+)$/.exec(text) ?? [];
  return {
    sheet: sheet === undefined ? null : sheetName(sheet.slice(0, -1)),
    row: Number(digits),
    column: columnNumber(letters),
    rowFixed: rowDollar === '$',
    columnFixed: columnDollar === '$',
  };
}
