import type { CellPatch } from '../../core/jobs/write-back.ts';
import type { Table } from '../../core/sheet/table.ts';
import type { CellContent, Tab } from '../ports/tab.ts';
import { type Refusal, writeRows } from '../tabs/write-rows.ts';

/**
 * Says in each row which of its cells were refused: in its `problem` cell, and where that cannot be written, in a note
 * on it. Where neither can, the remarks of the run say it.
 */
export function sayInRows(
  tab: Tab,
  table: Table,
  patches: readonly CellPatch[],
  refused: Refusal['cells'],
): void {
  const problem = table.columnOf('problem') + 1;
  if (problem === 0) return;
  const columnsOf = new Map<number, number[]>();
  for (const { row, column } of refused) columnsOf.set(row, [...(columnsOf.get(row) ?? []), column]);
  const sayings = patches.flatMap(({ row, output }) => {
    const columns = columnsOf.get(row);
    if (columns === undefined) return [];
    const names = columns.map((column) => `“${table.headers[column - 1] ?? ''}”`);
    return [{ row, inCell: !columns.includes(problem), text: joined(output.problem, sentence(names)) }];
  });
  const inCells = sayings.filter(({ inCell }) => inCell);
  const written = writeRows(
    tab,
    [problem],
    inCells.map(({ row, text }) => ({ row, contents: [{ kind: 'text', text } satisfies CellContent] })),
  );
  const inNotes = written.ok ? sayings.filter(({ inCell }) => !inCell) : sayings;
  // A protection refuses notes too. Then there is nothing left to say it with in this row.
  tab.writeNotes(
    problem,
    inNotes.map(({ row, text }) => ({ row, note: text })),
  );
}

function sentence(names: readonly string[]): string {
  const [what, its] = names.length === 1 ? ['column', 'that cell'] : ['columns', 'those cells'];
  return `Reelmerge could not write into the ${what} ${names.join(', ')} of this row: a protection, a validation rule or the column’s type forbids it. Allow changes to ${its}, then choose “Check for finished videos”.`;
}

function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}
