import { headerKey } from '../columns/columns.ts';
import { groupsOf } from '../groups.ts';
import type { Table } from '../sheet/table.ts';
import type { Finding } from './check-report.ts';

/** A note of ours begins with this. Notes that do not are the user's, and are left as they are. */
const OURS = 'Reelmerge: ';

export interface CellNote {
  readonly row: number;
  /** Counted from 1, as the sheet does. */
  readonly column: number;
  /** '' takes the note away. */
  readonly note: string;
}

/**
 * The notes to write after a check: what was found at a cell, and nothing where our last note no longer holds. `noteOf`
 * gives the note that a cell has; `rows` are the checked ones.
 */
export function cellNotes(
  table: Table,
  rows: readonly number[],
  findings: readonly Finding[],
  noteOf: (row: number, column: number) => string,
): CellNote[] {
  const wanted = new Map<string, string>();
  for (const [place, group] of groupsOf(findings, ({ row, column }) => `${row} ${columnOf(table, column)}`)) {
    wanted.set(place, OURS + [...new Set(group.map(({ message }) => message))].join('\n'));
  }
  const notes: CellNote[] = [];
  for (const row of rows) {
    table.headers.forEach((_, index) => {
      const column = index + 1;
      const before = noteOf(row, column);
      const note = wanted.get(`${row} ${column}`) ?? '';
      if (before !== note && (before === '' || before.startsWith(OURS))) notes.push({ row, column, note });
    });
  }
  return notes;
}

/** The column, counted from 1, that a finding's name stands for: the script's, or the first, where there is none. */
function columnOf(table: Table, name: string): number {
  const own = table.ownIndex(name);
  if (own >= 0) return own + 1;
  const field = table.fieldOf(name);
  if (field.kind === 'column') return field.index + 1;
  if (field.kind === 'repeated') return (field.indexes[0] ?? 0) + 1;
  const named = table.headers.findIndex((header) => name !== '' && headerKey(header) === headerKey(name));
  return Math.max(0, named >= 0 ? named : table.columnOf('script')) + 1;
}
