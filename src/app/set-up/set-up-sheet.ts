import { foreignColumns } from '../../core/jobs/foreign-columns.ts';
import { EXAMPLE_ROWS, missingHeaders, SETUP_HEADERS } from '../../core/sheet/sheet-setup.ts';
import { anotherRun } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import type { CellContent, Tab } from '../ports/tab.ts';
import { askAboutColumns } from '../tabs/ask-about-columns.ts';
import { isEmpty, tableFrom } from '../tabs/tab-table.ts';

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
    return isEmpty(displayed) ? fillEmptySheet(tab) : addMissingColumns(tab, displayed);
  });
  return held.ok ? held.value : anotherRun('Nothing was changed.');
}

function fillEmptySheet(tab: Tab): string {
  const added = tab.appendHeaders(SETUP_HEADERS);
  if (!added.ok) return added.failure;
  const cells = EXAMPLE_ROWS.map((row) =>
    row.map((text): CellContent => (text === '' ? { kind: 'blank' } : { kind: 'text', text })),
  );
  const area = { row: 2, column: 1, rows: cells.length, columns: SETUP_HEADERS.length };
  const written = tab.write([{ area, cells }]);
  return written.ok
    ? 'The sheet is set up with three example rows. Choose an avatar for them, change the texts, select the rows and render.'
    : written.failure;
}

function addMissingColumns(tab: Tab, displayed: readonly (readonly string[])[]): string {
  const table = tableFrom(tab, displayed);
  const missing = missingHeaders(table);
  const [fault] = table.issues;
  if (fault !== undefined) return fault.message;
  const [foreign] = foreignColumns(table);
  if (foreign !== undefined) return foreign.message;
  if (missing.length === 0) return 'This sheet has every column already. Nothing was changed.';
  const added = tab.appendHeaders(missing);
  if (!added.ok) return added.failure;
  return `Added behind your columns: ${missing.map(({ name }) => name).join(', ')}.`;
}
