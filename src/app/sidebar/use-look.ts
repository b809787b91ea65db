import { INPUT_COLUMNS, type InputName } from '../../core/columns.ts';
import { rowsOfSelection } from '../../core/selection.ts';
import { readTable } from '../../core/table.ts';
import type { Platform } from '../ports.ts';
import { writeRows } from '../write-rows.ts';

/** Longest time spent on finding out which of the selected rows are hidden. */
const HIDDEN_BUDGET_MS = 20_000;

/** How many rows got the ids, or the sentence that says why none did. */
export type UseOutcome = { readonly rows: number } | { readonly message: string };

/**
 * Writes a look and a voice into the selected rows that the user can see, and into no other cell. The
 * columns are added when they are missing. '' leaves a column alone.
 */
export function useForSelectedRows(platform: Platform, avatarId: string, voiceId: string): UseOutcome {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return { message: 'Open the sheet with your rows.' };
  const wanted: { name: InputName; id: string }[] = [];
  if (avatarId !== '') wanted.push({ name: 'avatar_id', id: avatarId });
  if (voiceId !== '') wanted.push({ name: 'voice_id', id: voiceId });
  const held = platform.lock.hold((): UseOutcome => {
    const before = readTable(tab.readDisplayed());
    const missing = wanted.map(({ name }) => name).filter((name) => before.columnOf(name) < 0);
    if (missing.length > 0) {
      const headers = INPUT_COLUMNS.filter(({ name }) => missing.includes(name));
      const refusal = tab.appendHeaders(headers.map(({ name, note }) => ({ name, note })));
      if (refusal !== null) return { message: refusal.message };
    }
    const table = missing.length > 0 ? readTable(tab.readDisplayed()) : before;
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
      .map(({ name, id }) => ({ column: table.columnOf(name) + 1, id }))
      .sort((a, b) => a.column - b.column);
    const message = writeRows(
      tab,
      columns.map(({ column }) => column),
      rows.map((row) => ({ row, contents: columns.map(({ id }) => ({ kind: 'text' as const, text: id })) })),
    );
    return message === null ? { rows: rows.length } : { message };
  });
  return held.kind === 'busy'
    ? { message: 'Another run of Reelmerge is writing to this spreadsheet. Try again in a minute.' }
    : held.value;
}
