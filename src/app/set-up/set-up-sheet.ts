import { EXAMPLE_ROWS, missingHeaders, SETUP_HEADERS } from '../../core/sheet/sheet-setup.ts';
import type { CellContent, Platform } from '../ports/ports.ts';
import { tableFrom } from '../tabs/tab-table.ts';

/**
 * Menu: Set up this sheet. An empty sheet gets headers with notes and three example rows; a used one only
 * the columns it lacks. Returns the sentence to tell.
 */
export function setUpSheet(platform: Platform): string {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return 'Open the sheet that is to be set up, then choose “Set up this sheet” again.';
  const held = platform.lock.hold(() => {
    const displayed = tab.readDisplayed();
    const empty = displayed.every((line) => line.every((cell) => cell.trim() === ''));
    if (!empty) {
      const table = tableFrom(tab, displayed);
      const missing = missingHeaders(table);
      const [fault] = table.issues;
      if (fault !== undefined) return fault.message;
      if (missing.length === 0) return 'This sheet has every column already. Nothing was changed.';
      const refusal = tab.appendHeaders(missing);
      return refusal?.message ?? `Added behind your columns: ${missing.map(({ name }) => name).join(', ')}.`;
    }
    const refusal = tab.appendHeaders(SETUP_HEADERS);
    if (refusal !== null) return refusal.message;
    const cells = EXAMPLE_ROWS.map((row) =>
      row.map((text): CellContent => (text === '' ? { kind: 'blank' } : { kind: 'text', text })),
    );
    const area = { row: 2, column: 1, rows: cells.length, columns: SETUP_HEADERS.length };
    return (
      tab.write(area, cells)?.message ??
      'The sheet is set up with three example rows. Choose an avatar for them, change the texts, select the rows and render.'
    );
  });
  return held.kind === 'busy'
    ? 'Another run of Reelmerge is at work on this spreadsheet. Try again in a minute.'
    : held.value;
}
