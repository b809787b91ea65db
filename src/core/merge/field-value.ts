import { headerKey } from '../columns/columns.ts';
import type { Issue } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';
import { cellIssue } from '../sheet/cell-issue.ts';
import { isBlank, unusable } from '../sheet/display-value.ts';
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

/** Where a text is merged, and how its values are said. */
export interface MergePlace {
  readonly row: Row;
  readonly table: Table;
  /** The column that the text belongs to. */
  readonly into: string;
  /** A locale that `Intl` takes. */
  readonly locale: string;
  /** For reading, not for hearing: spoken forms are left out, also where `:say` asks for them. */
  readonly written: boolean;
  /** Texts of cells that are numbers as programs write them: 1.125 is no thousand in any locale. */
  readonly bare: ReadonlySet<string>;
}

export interface FieldValue {
  readonly value: string;
  readonly header: string;
  /** The cell as it was displayed; null when the fallback stands in for it. */
  readonly cell: string | null;
  /** It came from the column `name (say)`. */
  readonly spoken: boolean;
}

/** A failure is put into words only when it is reported. */
export type Found<Value> = Result<Value, () => Issue>;

/** More colons than anybody writes behind a name. */
const MAX_PIECES = 10;

/** What a field puts in: the cell's value in its spoken form and formatted, or the fallback. */
export function fieldValue(
  field: { readonly name: string; readonly fallback: string | null; readonly source: string },
  place: MergePlace,
): Found<FieldValue> {
  const { table, into } = place;
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
  const cell = cellNamed(name, found, place);
  if (!cell.ok) return cell;
  const said = spokenForm(name, formatters.includes('say'), field.name, place);
  if (!said.ok) return said;
  const { value, header } = said.value ?? cell.value;
  const why = unusable(value);
  if (why !== null) return failure(() => cellIssue(header, value, why));
  if (isBlank(value)) {
    if (field.fallback === null) return failure(() => emptyField(field.name, header, into));
    return success({ value: field.fallback, header, cell: null, spoken: false });
  }
  // A fourth decimal leaves no doubt that they are decimals.
  let text = formatters[0] === 'number' && place.bare.has(value) ? value.replace(/\.\d{3}$/u, '$&0') : value;
  for (const formatter of formatters) {
    const numeric = formatter === 'number' || formatter === 'money' || formatter === 'date';
    // What is written as it sounds need not look like a number any more.
    if (numeric && said.value !== null) continue;
    const next = formatted(text, formatter, place.locale);
    if (next !== null) text = next;
    else if (numeric)
      return failure(() => valueUnreadable(field.name, header, value, formatter, place.locale));
  }
  return success({ value: text, header, cell: value, spoken: said.value !== null });
}

/** The cell that a condition looks at, as displayed. */
export function conditionCell(name: string, place: MergePlace): Found<string> {
  const cell = cellNamed(name, place.table.fieldOf(name), place);
  if (!cell.ok) return cell;
  const { value, header } = cell.value;
  const why = unusable(value);
  return why === null ? success(value) : failure(() => cellIssue(header, value, why));
}

interface Cell {
  readonly value: string;
  readonly header: string;
}

function cellNamed(name: string, found: Field, place: MergePlace): Found<Cell> {
  const { table, into } = place;
  if (headerKey(name) === headerKey(into)) return failure(() => fieldItself(name, into));
  if (found.kind === 'output') return failure(() => outputField(name, into));
  if (found.kind === 'repeated') return failure(() => repeatedField(name, into, found.indexes));
  if (found.kind === 'column') {
    return success({ value: cellOf(place.row, found.index), header: table.headers[found.index] ?? name });
  }
  const fault = miswrittenWord(name, place);
  if (fault !== null) return failure(fault);
  if (/^(?:else|end)$/iu.test(name)) return failure(() => conditionStray(name, into));
  return failure(() => unknownField(name, into, table));
}

/** The issue with a field that is meant as a word of a condition, and is not read as one; null with any other. */
export function miswrittenWord(name: string, { table, into }: MergePlace): (() => Issue) | null {
  if (!/^(?:if|else|elif|end|fi|\/)/iu.test(name) || table.fieldOf(name).kind !== 'unknown') return null;
  if (/^if(?:\s|$)/iu.test(name)) return () => conditionMalformed(name, into);
  if (/^(?:else\s*if|elif)(?:\s|$)/iu.test(name)) return () => elseIf(name, into);
  if (/^(?:end\s*if|fi|\/\s*(?:if|end)?)$/iu.test(name)) return () => endMiswritten(name, into);
  return null;
}

/**
 * How the value sounds, from the column `name (say)`: in the script wherever it is filled, elsewhere only
 * where `:say` asks for it. Null when the written form stands.
 */
function spokenForm(name: string, asked: boolean, source: string, place: MergePlace): Found<Cell | null> {
  if (place.written || (!asked && place.into !== 'script')) return success(null);
  const found = place.table.fieldOf(`${name} (say)`);
  if (found.kind === 'repeated') return cellNamed(`${name} (say)`, found, place);
  if (found.kind !== 'column') {
    return asked ? failure(() => sayMissing(source, name, place.into)) : success(null);
  }
  const value = cellOf(place.row, found.index);
  return success(isBlank(value) ? null : { value, header: place.table.headers[found.index] ?? name });
}

/** The longest beginning of `name:word:word` that is a column, and the words behind it. */
function columnNamed(
  whole: string,
  table: Table,
): { readonly name: string; readonly words: readonly string[]; readonly found: Field } {
  const direct = table.fieldOf(whole);
  const pieces = whole.split(':', MAX_PIECES + 1);
  if (direct.kind !== 'unknown' || pieces.length < 2 || pieces.length > MAX_PIECES) {
    return { name: whole, words: [], found: direct };
  }
  for (let cut = pieces.length - 1; cut >= 1; cut -= 1) {
    const name = pieces.slice(0, cut).join(':').trim();
    const found = table.fieldOf(name);
    if (found.kind !== 'unknown') return { name, words: pieces.slice(cut), found };
  }
  let cut = pieces.length;
  while (cut > 1 && readFormatter(pieces[cut - 1] ?? '') !== null) cut -= 1;
  return { name: pieces.slice(0, cut).join(':').trim(), words: pieces.slice(cut), found: direct };
}
