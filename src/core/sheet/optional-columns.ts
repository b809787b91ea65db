import { APPROVED } from '../columns/approval.ts';
import { headerKey, INPUT_COLUMNS, type InputName } from '../columns/columns.ts';
import { EXTRA_OUTPUT_COLUMNS, WRITTEN_BY_US } from '../output-columns.ts';
import { freeHeader } from './own-columns.ts';
import type { HeaderCell } from './sheet-setup.ts';
import type { Table } from './table.ts';

/** A column that a sheet lacks and does without. */
export interface OptionalColumn {
  readonly name: string;
  /** What it does, in one line. */
  readonly does: string;
}

/** An optional column's header. `renamed`: the sheet has a column of this name that is the user's own. */
export interface OptionalHeader extends HeaderCell {
  readonly renamed: InputName | null;
}

const APPROVED_COLUMN = {
  name: APPROVED,
  note: 'Only rows that say yes here are rendered. The others, and blank ones, wait.',
};

const IN_ORDER = [
  ...EXTRA_OUTPUT_COLUMNS,
  APPROVED_COLUMN,
  ...INPUT_COLUMNS.filter((column) => !('basic' in column)),
];

/** The optional columns that could be added to a sheet. */
export function optionalColumns(table: Table): readonly OptionalColumn[] {
  return IN_ORDER.filter(({ name }) => isMissing(table, name)).map(({ name, note }) => ({
    name,
    does: firstSentence(note.replace(WRITTEN_BY_US, '').trim()),
  }));
}

/** The header to add for an optional column. Null when it is none, or the sheet has it. */
export function optionalHeader(table: Table, wanted: string): OptionalHeader | null {
  const column = IN_ORDER.find(({ name }) => headerKey(name) === headerKey(wanted));
  if (column === undefined || !isMissing(table, column.name)) return null;
  const { name, note } = column;
  const input = INPUT_COLUMNS.find((each) => each.name === name)?.name;
  if (input === undefined) return { name, note, renamed: null };
  if (!table.own.isIgnored(input)) return { name: table.own.headerOf(input), note, renamed: null };
  return { name: freeHeader(input, table.headers), note, renamed: input };
}

/** A column of the user's own that is called like an input column can stay beside ours; of the others there is one. */
function isMissing(table: Table, name: string): boolean {
  const input = INPUT_COLUMNS.find((each) => each.name === name)?.name;
  if (input !== undefined) return table.columnOf(input) < 0;
  return !table.headers.some((header) => headerKey(header) === headerKey(name));
}

function firstSentence(note: string): string {
  return /^.*?[.](?=\s|$)/u.exec(note)?.[0] ?? note;
}
