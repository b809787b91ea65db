import { INPUT_COLUMNS, type InputName } from '../../core/columns/columns.ts';
import { rowsOfSelection } from '../../core/sheet/selection.ts';
import type { Platform } from '../ports/ports.ts';
import { writeRows } from '../show/write-rows.ts';
import { tableOf } from '../tabs/tab-table.ts';

/** Longest time spent on finding out which of the selected rows are hidden. */
const HIDDEN_BUDGET_MS = 20_000;

/** What is to be written, by input column; '' or a missing name leaves a column alone. */
export type Choice = Readonly<Partial<Record<InputName, string>>>;

/** How many rows got the values, or the sentence that says why none did. */
export type WriteOutcome = { readonly rows: number } | { readonly message: string };

/**
 * Writes what was chosen in the sidebar (a look, a voice, a template, a file) into the selected rows that the
 * user can see, and into no other cell. The columns are added when they are missing.
 */
export function writeChoice(platform: Platform, choice: Choice): WriteOutcome {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return { message: 'Open the sheet with your rows.' };
  // The page may send anything: only input columns are ever written here.
  const wanted = INPUT_COLUMNS.flatMap(({ name }) => {
    const text = choice[name] ?? '';
    return typeof text === 'string' && text !== '' ? [{ name, text }] : [];
  });
  if (wanted.length === 0) return { message: 'Nothing was chosen. Choose something, then try again.' };
  const held = platform.lock.hold((): WriteOutcome => {
    const before = tableOf(tab);
    const headers = INPUT_COLUMNS.filter(
      (column) => before.columnOf(column.name) < 0 && wanted.some(({ name }) => name === column.name),
    );
    if (headers.length > 0) {
      const refusal = tab.appendHeaders(headers.map(({ name, note }) => ({ name, note })));
      if (refusal !== null) return { message: refusal.message };
    }
    const table = headers.length > 0 ? tableOf(tab) : before;
    const filled = new Set(table.rows.filter((row) => !row.blank).map(({ number }) => number));
    const selected = rowsOfSelection(platform.spreadsheet.selectedRows(), table).filter((row) =>
      filled.has(row),
    );
    const hidden = tab.hiddenAmong(selected, HIDDEN_BUDGET_MS);
    if (hidden === null) {
      return {
        message:
          'Google was too slow to tell which of these rows are hidden. Select fewer rows and try again.',
      };
    }
    const rows = selected.filter((row) => !hidden.has(row));
    if (rows.length === 0)
      return {
        message: 'Select the rows that are to get this choice (below the header row), then try again.',
      };
    const columns = wanted
      .map(({ name, text }) => ({ column: table.columnOf(name) + 1, text }))
      .sort((a, b) => a.column - b.column);
    const written = writeRows(
      tab,
      columns.map(({ column }) => column),
      rows.map((row) => ({ row, contents: columns.map(({ text }) => ({ kind: 'text' as const, text })) })),
    );
    return written.ok ? { rows: rows.length } : { message: written.failure };
  });
  return held.kind === 'busy'
    ? { message: 'Another run of Reelmerge is writing to this spreadsheet. Try again in a minute.' }
    : held.value;
}
