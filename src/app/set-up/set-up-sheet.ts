import { foreignColumns } from '../../core/jobs/foreign-columns.ts';
import { STATUS_COLOURS } from '../../core/jobs/status-colours.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { EXAMPLE_ROWS, missingHeaders, SETUP_HEADERS } from '../../core/sheet/sheet-setup.ts';
import { anotherRun, OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import type { CellContent, Tab } from '../ports/tab.ts';
import { askAboutColumns } from '../tabs/ask-about-columns.ts';
import { isEmpty, tableFrom, tableOf } from '../tabs/tab-table.ts';

/**
 * Menu: Set up this sheet. An empty sheet gets headers with notes and three example rows. A used one gets only the
 * columns that it lacks. Returns the sentence to show.
 */
export function setUpSheet(platform: Platform): string {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return 'Open the sheet that you want to set up, then choose “Set up this sheet” again.';
  const settled = askAboutColumns(platform, tab);
  if (!settled.ok) return settled.failure;
  const held = platform.lock.hold(() => {
    const displayed = tab.readDisplayed();
    if (!isEmpty(displayed)) return addMissingColumns(tab, displayed);
    const filled = fillEmptySheet(tab);
    return filled.ok ? [SET_UP, colourStatuses(tab)].join(' ').trim() : filled.failure;
  });
  return held.ok ? held.value : anotherRun('Nothing was changed.');
}

/** Sidebar: headers and example rows for a sheet that is still empty, and the rows selected. */
export function setUpExamples(platform: Platform): Result<null> {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return failure(OPEN_YOUR_SHEET);
  const held = platform.lock.hold(() =>
    isEmpty(tab.readDisplayed()) ? fillAndColour(tab) : failure(NOT_EMPTY),
  );
  if (!held.ok) return failure(anotherRun('Nothing was changed.'));
  if (!held.value.ok) return held.value;
  platform.spreadsheet.selectRows(
    tab.id,
    EXAMPLE_ROWS.map((_, index) => index + 2),
  );
  return success(null);
}

const SET_UP =
  'The sheet is set up with three example rows. Choose an avatar for them, change the texts, select the rows and render.';

const NOT_EMPTY = 'This sheet is not empty any more. Nothing was changed.';

function fillEmptySheet(tab: Tab): Result<null> {
  const added = tab.appendHeaders(SETUP_HEADERS);
  if (!added.ok) return added;
  const cells = EXAMPLE_ROWS.map((row) =>
    row.map((text): CellContent => (text === '' ? { kind: 'blank' } : { kind: 'text', text })),
  );
  const area = { row: 2, column: 1, rows: cells.length, columns: SETUP_HEADERS.length };
  return tab.write([{ area, cells }]);
}

function addMissingColumns(tab: Tab, displayed: readonly (readonly string[])[]): string {
  const table = tableFrom(tab, displayed);
  const missing = missingHeaders(table);
  const [fault] = table.issues;
  if (fault !== undefined) return fault.message;
  const [foreign] = foreignColumns(table);
  if (foreign !== undefined) return foreign.message;
  if (missing.length === 0) {
    const said = colourStatuses(tab);
    return said === ''
      ? 'This sheet has every column already. Nothing was changed. “Add optional columns…” offers more.'
      : said;
  }
  const added = tab.appendHeaders(missing);
  if (!added.ok) return added.failure;
  const names = missing.map(({ name }) => name).join(', ');
  return `Added behind your columns: ${names}. ${colourStatuses(tab)}`.trim();
}

function fillAndColour(tab: Tab): Result<null> {
  const filled = fillEmptySheet(tab);
  // Colours are a convenience: without them the sheet is set up all the same.
  if (filled.ok) colourStatuses(tab);
  return filled;
}

/** Colours the column of statuses. Returns what to say of it, '' when it was coloured before. */
function colourStatuses(tab: Tab): string {
  const status = tableOf(tab).columnOf('status');
  if (status < 0) return '';
  const coloured = tab.colourWords(status + 1, STATUS_COLOURS);
  if (!coloured.ok) return `The statuses were not coloured: ${coloured.failure}`;
  return coloured.value ? COLOURED : '';
}

const COLOURED =
  'Statuses are coloured by rules of conditional formatting, which you may change or remove under Format.';
