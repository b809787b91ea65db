import { type ShownRow, shownRows } from '../../core/jobs/shown-row.ts';
import { mayAsk } from '../../core/sheet/asked-columns.ts';
import { needsHeaderNotes } from '../../core/sheet/extra-columns.ts';
import { mayBeRenamed, withNotedHeaders } from '../../core/sheet/own-columns.ts';
import { readTable, type Table } from '../../core/sheet/table.ts';
import type { Tab } from '../ports/tab.ts';
import { withPictureFormulas } from './picture-formulas.ts';

/**
 * The tab as a table, as it is at this moment. Takes one call, another where header notes matter, and another where it
 * has a column of pictures.
 */
export function tableOf(tab: Tab): Table {
  return tableFrom(tab, tab.readDisplayed());
}

/** The same area again after writing. */
export function tableAgain(tab: Tab): Table {
  return tableFrom(tab, tab.readBack());
}

/** The table of what was just read from the tab. */
export function tableFrom(tab: Tab, displayed: readonly (readonly string[])[]): Table {
  const settings = tab.settings();
  const [headers = []] = displayed;
  const needsNotes =
    needsHeaderNotes(displayed) || mayAsk(displayed, settings) || mayBeRenamed(headers, settings);
  const notes = needsNotes ? tab.headerNotes() : [];
  const noted = withNotedHeaders(settings, headers, notes);
  const table = readTable(displayed, 1, notes, disowned.get(tab), noted, tab.corrections());
  return withPictureFormulas(tab, table, [{ firstRow: 2, lastRow: displayed.length }]);
}

/** What the rows of a tab show of their jobs, as they are at this moment. */
export function shownRowsOf(tab: Tab): ShownRow[] {
  return shownRows(tableOf(tab));
}

/** Whether no cell shows anything, so that a sheet can be set up from its first row. */
export function isEmpty(displayed: readonly (readonly string[])[]): boolean {
  return displayed.every((line) => line.every((cell) => cell.trim() === ''));
}

/** Columns that this execution found to be the user's. */
const disowned = new WeakMap<Tab, Set<string>>();

/** From now on in this execution the column with this name counts as the user's. */
export function disown(tab: Tab, name: string): void {
  disowned.set(tab, new Set([...(disowned.get(tab) ?? []), name]));
}
