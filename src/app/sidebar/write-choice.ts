import { INPUT_COLUMNS, type InputName } from '../../core/columns/columns.ts';
import { failure, mapped, type Result, success } from '../../core/result.ts';
import { freeHeader } from '../../core/sheet/own-columns.ts';
import { rowsOfSelection, rowsPrint } from '../../core/sheet/selection.ts';
import { headerCells } from '../../core/sheet/sheet-setup.ts';
import { anotherRun, OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { hiddenRows } from '../tabs/hidden-rows.ts';
import { selectedRows } from '../tabs/selected-rows.ts';
import { tableOf } from '../tabs/tab-table.ts';
import { writeRows } from '../tabs/write-rows.ts';

/** How long to find out which of the selected rows are hidden. */
const HIDDEN_BUDGET_MS = 20_000;

/** The text for each input column. '' or no text leaves a column alone. */
export type Choice = Readonly<Partial<Record<InputName, string>>>;

interface ChosenText {
  readonly name: InputName;
  readonly text: string;
}

/**
 * Writes what the user chose in the sidebar (a look, a voice, a template, a file) into the selected rows that the user
 * can see, and into no other cell. Adds missing columns. Returns the number of rows. Writes nothing when the selected
 * rows are no longer the ones with this print.
 */
export function writeChoice(
  platform: Platform,
  choice: Choice,
  print: string,
): Result<number | 'other-rows'> {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return failure(OPEN_YOUR_SHEET);
  // The page may send anything: only input columns are ever written here.
  const chosen = INPUT_COLUMNS.flatMap(({ name }): ChosenText[] => {
    const text = choice[name] ?? '';
    return typeof text === 'string' && text !== '' ? [{ name, text }] : [];
  });
  if (chosen.length === 0) return failure('Nothing was chosen. Choose something, then try again.');
  const held = platform.lock.hold(() => writeInto(platform, tab, chosen, print));
  return held.ok ? held.value : failure(anotherRun('Nothing was written.'));
}

function writeInto(
  platform: Platform,
  tab: Tab,
  chosen: readonly ChosenText[],
  print: string,
): Result<number | 'other-rows'> {
  const before = tableOf(tab);
  const named = rowsOfSelection(selectedRows(platform), before);
  if (rowsPrint(tab.id, named) !== print) return success('other-rows');
  const headers = INPUT_COLUMNS.filter(
    (column) => before.columnOf(column.name) < 0 && chosen.some(({ name }) => name === column.name),
  );
  if (headers.length > 0) {
    // Whatever the user keeps under such a name, a choice needs a column of ours.
    const others = headers.filter(({ name }) => before.own.isIgnored(name));
    if (others.length > 0) {
      const named = others.map(({ name }) => [name, freeHeader(name, before.headers)] as const);
      const columnHeaders = { ...before.settings.columnHeaders, ...Object.fromEntries(named) };
      platform.settings.setForSheet(tab.id, { ...before.settings, columnHeaders });
    }
    const added = tab.appendHeaders(headerCells(tableOf(tab), headers));
    if (!added.ok) return added;
  }
  const table = headers.length > 0 ? tableOf(tab) : before;
  const filled = new Set(table.rows.filter((row) => !row.blank).map(({ number }) => number));
  const selected = named.filter((row) => filled.has(row));
  const hidden = hiddenRows(tab, selected, HIDDEN_BUDGET_MS);
  if (!hidden.ok) return hidden;
  const rows = selected.filter((row) => !hidden.value.has(row));
  if (rows.length === 0) {
    return failure('Select the rows that should get this choice (below the header row), then try again.');
  }
  const columns = chosen
    .map(({ name, text }) => ({ column: table.columnOf(name) + 1, text }))
    .sort((a, b) => a.column - b.column);
  const written = writeRows(
    tab,
    columns.map(({ column }) => column),
    rows.map((row) => ({ row, contents: columns.map(({ text }) => ({ kind: 'text' as const, text })) })),
  );
  return mapped(written, () => rows.length);
}
