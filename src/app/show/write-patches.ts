import { holdsNumber, type RowOutput, SHOWN_OUTPUTS, type ShownOutput } from '../../core/jobs/row-output.ts';
import type { CellPatch } from '../../core/jobs/write-back.ts';
import type { OutputName } from '../../core/output-columns.ts';
import { failure, type Result, success } from '../../core/result.ts';
import type { RowWrite } from '../../core/sheet/cell-writes.ts';
import { pictureAddress } from '../../core/sheet/picture-formula.ts';
import type { Table } from '../../core/sheet/table.ts';
import type { CellContent, Tab } from '../ports/tab.ts';
import { writeRows, writeWhatIsTaken } from '../tabs/write-rows.ts';
import { sayInRows } from './say-in-rows.ts';

/**
 * Writes the output cells of the patched rows, and nothing else. The code of a problem goes into its cell's note.
 * `between`: rows that are written as they stand, where that is taken.
 */
export function writePatches(
  tab: Tab,
  table: Table,
  patches: readonly CellPatch[],
  between: readonly CellPatch[] = [],
): Result<null> {
  if (patches.length === 0) return success(null);
  // An empty column that gets no value yet may hold the user's formulas.
  const untouched = new Set<string>(
    table.extras
      .filter(({ name, note }) => note !== '' && patches.every(({ output }) => output[name] === ''))
      .map(({ name }) => name),
  );
  const present = SHOWN_OUTPUTS.map((name) => ({ name, column: table.columnOf(name) + 1 }))
    .filter(({ name, column }) => column > 0 && !untouched.has(name))
    .sort((a, b) => a.column - b.column);
  const jobColumn = table.columnOf('job') + 1;
  const columns: readonly { readonly name: OutputName; readonly column: number }[] = patches.some(
    ({ moves }) => moves !== null,
  )
    ? [...present, { name: 'job' as const, column: jobColumn }].sort((a, b) => a.column - b.column)
    : present;
  const numbers = columns.map(({ column }) => column);
  const contentsOf = (some: readonly CellPatch[]): RowWrite<CellContent>[] =>
    some.map((patch) => ({
      row: patch.row,
      contents: columns.map(({ name }) => (name === 'job' ? jobCell(patch) : content(name, patch.output))),
    }));
  const isWritten = between.length > 0 && writeRows(tab, numbers, contentsOf([...patches, ...between])).ok;
  const written = isWritten ? success(null) : writeWhatIsTaken(tab, numbers, contentsOf(patches));
  if (!written.ok) {
    sayInRows(tab, table, patches, written.failure.cells);
    return failure(written.failure.why);
  }
  const problemColumn = table.columnOf('problem');
  if (problemColumn < 0) return success(null);
  const statusColumn = table.columnOf('status');
  const before = new Map(table.rows.map((row) => [row.number, row.cells]));
  const notes = patches.filter(({ row, code, output }) => {
    const cells = before.get(row) ?? [];
    // A row that had its status and lacked other cells may have a note that says so.
    const wasRefused = statusColumn >= 0 && output.status !== '' && cells[statusColumn] === output.status;
    return code !== '' || (cells[problemColumn] ?? '') !== '' || wasRefused;
  });
  return tab.writeNotes(
    problemColumn + 1,
    notes.map(({ row, code }) => ({ row, note: code })),
  );
}

function jobCell({ job }: CellPatch): CellContent {
  return job === '' ? { kind: 'blank' } : { kind: 'text', text: job };
}

function content(name: ShownOutput, output: RowOutput): CellContent {
  const text = output[name];
  if (text === '') return { kind: 'blank' };
  // What a user typed there as a text must stay one.
  const address = name === 'thumbnail_image' ? pictureAddress(text) : '';
  if (address !== '') return { kind: 'picture', address };
  return holdsNumber(name) ? { kind: 'number', value: Number(text) } : { kind: 'text', text };
}
