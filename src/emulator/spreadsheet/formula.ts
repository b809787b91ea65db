import { type Evaluated, failed, isGrid, literal, type Outcome } from './evaluated.ts';
import { SHEET_FUNCTIONS } from './formula-functions.ts';
import { type Token, tokensOf } from './formula-tokens.ts';
import type { Reference } from './references.ts';

/** What a formula finds around it. */
export interface FormulaWorld {
  /** What another cell shows. */
  cell(reference: Reference): Evaluated;
  /** What the cells between two corners show. */
  range(from: Reference, to: Reference): Outcome;
  /** Whether there is a custom function of that name, in any case. */
  knows(name: string): boolean;
  call(name: string, args: readonly Outcome[]): Outcome;
  /** A value as the sheet shows it. */
  text(shown: Evaluated): string;
}

const MAX_TERMS = 500;

/**
 * Evaluates the few formulas that the emulator knows: literals, references, signs, parentheses, joining with
 * `&`, the functions of `SHEET_FUNCTIONS` and the add-on's custom functions. An unknown name shows `#NAME?`. Everything
 * else shows `#ERROR!`, as a formula does that Sheets cannot read.
 */
export function evaluateFormula(formula: string, world: FormulaWorld): Outcome {
  // What `mapReferences` leaves where a referenced row was deleted.
  if (formula.includes('#REF!')) return failed('#REF!');
  const tokens = tokensOf(formula.slice(1), 2 * MAX_TERMS);
  const reader: Reader = { tokens, world, next: 0, terms: 0, broken: null, inArray: false };
  const result = joined(reader);
  if (reader.broken !== null) return failed(reader.broken);
  if (reader.next < tokens.length) return failed('#ERROR!');
  return isGrid(result) && !result.spills ? failed('#VALUE!') : result;
}

interface Reader {
  readonly tokens: readonly Token[];
  readonly world: FormulaWorld;
  next: number;
  /** Terms read so far. Bounded, so that hostile text cannot overflow the stack. */
  terms: number;
  /** The error that the whole formula shows because it cannot be read. */
  broken: '#NAME?' | '#ERROR!' | null;
  /** Inside ARRAYFORMULA, where functions for one value take ranges. */
  inArray: boolean;
}

function breaks(reader: Reader, error: '#NAME?' | '#ERROR!'): Evaluated {
  reader.broken ??= error;
  return failed(error);
}

function takes(reader: Reader, sign: string): boolean {
  if (reader.tokens[reader.next]?.sign !== sign) return false;
  reader.next += 1;
  return true;
}

function joined(reader: Reader): Outcome {
  let left = term(reader);
  while (reader.broken === null && takes(reader, '&')) {
    const right = term(reader);
    if (isGrid(left) || isGrid(right)) left = failed('#VALUE!');
    else if (left.error) continue;
    else if (right.error) left = right;
    else left = literal([left, right].map((side) => reader.world.text({ ...side, format: '' })).join(''));
  }
  return left;
}

function term(reader: Reader): Outcome {
  const token = reader.tokens[reader.next];
  reader.next += 1;
  reader.terms += 1;
  if (token === undefined || reader.terms > MAX_TERMS) return breaks(reader, '#ERROR!');
  const { quoted, number, from, to, name, sign } = token;
  if (quoted !== undefined) return literal(quoted.slice(1, -1).replaceAll('""', '"'));
  if (number !== undefined) return literal(Number(number));
  if (from !== null) return to === null ? reader.world.cell(from) : reader.world.range(from, to);
  if (name !== undefined) {
    if (takes(reader, '(')) return called(reader, name);
    return /^(true|false)$/i.test(name) ? literal(/^t/i.test(name)) : breaks(reader, '#NAME?');
  }
  if (sign === '(') {
    const inner = joined(reader);
    return takes(reader, ')') ? inner : breaks(reader, '#ERROR!');
  }
  if (sign === '+' || sign === '-') return signed(sign, term(reader));
  return breaks(reader, '#ERROR!');
}

function called(reader: Reader, name: string): Outcome {
  const upper = name.toUpperCase();
  const own = Object.hasOwn(SHEET_FUNCTIONS, upper) ? SHEET_FUNCTIONS[upper] : undefined;
  if (own === undefined && !reader.world.knows(name)) return breaks(reader, '#NAME?');
  const before = reader.inArray;
  reader.inArray ||= upper === 'ARRAYFORMULA';
  const args = argumentsOf(reader);
  reader.inArray = before;
  if (reader.broken !== null) return failed(reader.broken);
  if (own === undefined) return reader.world.call(name, args);
  return own({ args, inArray: before, text: reader.world.text });
}

function argumentsOf(reader: Reader): readonly Outcome[] {
  const args: Outcome[] = [];
  if (takes(reader, ')')) return args;
  while (reader.broken === null) {
    args.push(joined(reader));
    if (takes(reader, ')')) return args;
    // Where the comma is the decimal sign, a semicolon parts arguments.
    if (!takes(reader, ',') && !takes(reader, ';')) breaks(reader, '#ERROR!');
  }
  return args;
}

function signed(sign: string, operand: Outcome): Outcome {
  if (isGrid(operand)) return failed('#VALUE!');
  if (operand.error || sign === '+') return operand;
  if (operand.value === '') return literal(0);
  return typeof operand.value === 'number' ? { ...operand, value: -operand.value } : failed('#VALUE!');
}
