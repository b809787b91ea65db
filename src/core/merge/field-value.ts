import { headerKey } from '../columns/columns.ts';
import type { Issue } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';
import { cellIssue } from '../sheet/cell-issue.ts';
import type { SaidBy } from '../sheet/corrections.ts';
import { isBlank, unusable } from '../sheet/display-value.ts';
import { countsAsEmpty } from '../sheet/empty-words.ts';
import { cellOf, type Field, type Row, type Table } from '../sheet/table.ts';
import {
  conditionMalformed,
  conditionStray,
  elseIf,
  emptyField,
  endMiswritten,
  fieldItself,
  formatterUnknown,
  outputField,
  repeatedField,
  sayMissing,
  unknownField,
  unnamedField,
  valueUnreadable,
} from './field-issue.ts';
import { type Formatter, formatted, readFormatter } from './formatter.ts';
import { saidName } from './said-name.ts';

/** The row to merge, and how its values are put in. */
export interface MergeContext {
  readonly row: Row;
  readonly table: Table;
  /** The column whose text is merged. */
  readonly into: string;
  /** A locale that `Intl` accepts. */
  readonly locale: string;
  /** Who speaks, for the names sheet. */
  readonly saidBy: SaidBy;
  /** The text is for reading, not for speaking: spoken forms are left out, even for `:say`. */
  readonly written: boolean;
  /** Texts of cells that hold raw numbers. Their point is always a decimal point: 1.125 is never a thousand. */
  readonly rawNumbers: ReadonlySet<string>;
}

export interface FieldValue {
  readonly value: string;
  readonly header: string;
  /** The cell as displayed. Null when the fallback replaced it. */
  readonly cell: string | null;
  /** It is a spoken form, from the column `name (say)` or from the names sheet. */
  readonly spoken: boolean;
  /** What the names sheet was asked about: the value as it would be said without it. Null when it was not asked. */
  readonly written: string | null;
  /** Why the names sheet, which mentions the value, did not say it: a sentence, else ''. */
  readonly unsaid: string;
  /** What formed the value, in order. */
  readonly formatters: readonly Formatter[];
}

/** The sentence of a failure is made only when it is reported: most are repeats. */
export type FieldResult<Value> = Result<Value, () => Issue>;

/** More formatters than anybody writes. */
const MAX_PIECES = 10;

interface WrittenField {
  readonly name: string;
  readonly fallback: string | null;
  readonly source: string;
}

/** The text that replaces a field: the cell's value, spoken and formatted, or the fallback. */
export function fieldValue(written: WrittenField, context: MergeContext): FieldResult<FieldValue> {
  const { table, into } = context;
  const field = withBar(written, table);
  if (headerKey(field.name) === '') return failure(() => unnamedField(field.source, into));
  const { name, words, found } = columnNamed(field.name, table);
  if (headerKey(name) === '') return failure(() => unnamedField(field.source, into));
  const formatters: Formatter[] = [];
  for (const word of words) {
    const formatter = readFormatter(word);
    if (formatter === null && found.kind === 'column') {
      return failure(() => formatterUnknown(field.name, word, into));
    }
    if (formatter !== null) formatters.push(formatter);
  }
  const cell = cellNamed(name, found, context);
  if (!cell.ok) return cell;
  const said = spokenForm(name, formatters.includes('say'), field.name, context);
  if (!said.ok) return said;
  const { value, header } = said.value ?? cell.value;
  const why = unusable(value);
  if (why !== null) return failure(() => cellIssue(header, value, why));
  if (isBlank(value)) {
    if (field.fallback === null) return failure(() => emptyField(field.name, header, into, formatters));
    return withoutNames({ value: field.fallback, header, cell: null, spoken: false, formatters });
  }
  // 1.125 as 1.1250: with a fourth digit nobody can take the point for a thousands separator.
  let text =
    formatters[0] === 'number' && context.rawNumbers.has(value) ? value.replace(/\.\d{3}$/u, '$&0') : value;
  for (const formatter of formatters) {
    const numeric = formatter === 'number' || formatter === 'money' || formatter === 'date';
    // A spoken form need not look like a number.
    if (numeric && said.value !== null) continue;
    const next = formatted(text, formatter, context.locale, context.table.settings.currency);
    if (next !== null) text = next;
    else if (numeric)
      return failure(() => valueUnreadable(field.name, header, value, formatter, context.locale));
  }
  if (said.value !== null)
    return withoutNames({ value: text, header, cell: value, spoken: true, formatters });
  if (!speaks(formatters.includes('say'), context)) {
    return withoutNames({ value: text, header, cell: value, spoken: false, formatters });
  }
  const corrected = saidName({ header, cell: value, text }, table, context.saidBy);
  if (corrected?.kind === 'fault') {
    return failure(() => ({ code: 'say_unclear', column: header, message: corrected.message }));
  }
  return success({
    value: corrected?.kind === 'say' ? corrected.say : text,
    header,
    cell: value,
    spoken: corrected?.kind === 'say',
    written: text,
    unsaid: corrected?.kind === 'unsaid' ? corrected.message : '',
    formatters,
  });
}

/** A value in which the names sheet has no part. */
function withoutNames({
  value,
  header,
  cell,
  spoken,
  formatters,
}: Omit<FieldValue, 'written' | 'unsaid'>): FieldResult<FieldValue> {
  return success({ value, header, cell, spoken, written: null, unsaid: '', formatters });
}

/** The cell that a condition looks at, as displayed. */
export function conditionCell(name: string, context: MergeContext): FieldResult<string> {
  const cell = cellNamed(name, context.table.fieldOf(name), context);
  if (!cell.ok) return cell;
  const { value, header } = cell.value;
  const why = unusable(value);
  return why === null ? success(value) : failure(() => cellIssue(header, value, why));
}

interface Cell {
  readonly value: string;
  readonly header: string;
}

function cellNamed(name: string, found: Field, context: MergeContext): FieldResult<Cell> {
  const { table, into } = context;
  if (headerKey(name) === headerKey(into)) return failure(() => fieldItself(name, into));
  if (found.kind === 'output') return failure(() => outputField(name, into));
  if (found.kind === 'repeated') return failure(() => repeatedField(name, into, found.indexes));
  if (found.kind === 'column') {
    // Spaces around a value are slips of typing: nobody means “Hi Ana !”.
    const shown = cellOf(context.row, found.index).trim();
    const value = countsAsEmpty(shown, table.settings.emptyWords) ? '' : shown;
    return success({ value, header: table.headers[found.index] ?? name });
  }
  const fault = miswrittenWord(name, context);
  if (fault !== null) return failure(fault);
  if (/^(?:else|end)$/iu.test(name)) return failure(() => conditionStray(name, into));
  return failure(() => unknownField(name, into, table));
}

/** The issue of a field such as `<<endif>>` that is a miswritten condition. Null for any other field. */
export function miswrittenWord(name: string, { table, into }: MergeContext): (() => Issue) | null {
  if (!/^(?:if|else|elif|end|fi|\/)/iu.test(name) || table.fieldOf(name).kind !== 'unknown') return null;
  if (/^if(?:\s|$)/iu.test(name)) return () => conditionMalformed(name, into);
  if (/^(?:else\s*if|elif)(?:\s|$)/iu.test(name)) return () => elseIf(name, into);
  if (/^(?:end\s*if|fi|\/\s*(?:if|end)?)$/iu.test(name)) return () => endMiswritten(name, into);
  return null;
}

/** Whether spoken forms are used: in a script that is spoken, and in other texts only for `:say`. */
function speaks(asked: boolean, { written, into }: MergeContext): boolean {
  return !written && (asked || into === 'script');
}

/** The spoken form of the value, from the column `name (say)`. Null when the row has none of its own. */
function spokenForm(
  name: string,
  asked: boolean,
  source: string,
  context: MergeContext,
): FieldResult<Cell | null> {
  if (!speaks(asked, context)) return success(null);
  const found = context.table.fieldOf(`${name} (say)`);
  if (found.kind === 'repeated') return cellNamed(`${name} (say)`, found, context);
  if (found.kind !== 'column') {
    // The names sheet may have it.
    const isMissing = asked && context.table.corrections.list.length === 0;
    return isMissing ? failure(() => sayMissing(source, name, context.into)) : success(null);
  }
  const value = cellOf(context.row, found.index).trim();
  const isEmpty = countsAsEmpty(value, context.table.settings.emptyWords);
  return success(isEmpty ? null : { value, header: context.table.headers[found.index] ?? name });
}

/** A header may contain a `|`, where a fallback seems to start: the longest beginning that is a column is the name. */
function withBar(field: WrittenField, table: Table): WrittenField {
  if (field.fallback === null || !table.headers.some((header) => header.includes('|'))) return field;
  const pieces = `${field.name}|${field.fallback}`.split('|');
  for (let split = Math.min(pieces.length, MAX_PIECES); split >= 2; split -= 1) {
    const name = pieces.slice(0, split).join('|').trim();
    if (columnNamed(name, table).found.kind === 'unknown') continue;
    return { ...field, name, fallback: split === pieces.length ? null : pieces.slice(split).join('|') };
  }
  return field;
}

/** Splits `name:word:word` after the longest beginning that is a column. */
function columnNamed(
  whole: string,
  table: Table,
): { readonly name: string; readonly words: readonly string[]; readonly found: Field } {
  const direct = table.fieldOf(whole);
  const pieces = direct.kind === 'unknown' ? whole.split(':', MAX_PIECES + 1) : [];
  if (pieces.length < 2 || pieces.length > MAX_PIECES) return { name: whole, words: [], found: direct };
  for (let split = pieces.length - 1; split >= 1; split -= 1) {
    const name = pieces.slice(0, split).join(':').trim();
    const found = table.fieldOf(name);
    if (found.kind !== 'unknown') return { name, words: pieces.slice(split), found };
  }
  let split = pieces.length;
  while (split > 1 && readFormatter(pieces[split - 1] ?? '') !== null) split -= 1;
  return { name: pieces.slice(0, split).join(':').trim(), words: pieces.slice(split), found: direct };
}
