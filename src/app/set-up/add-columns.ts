import { counted } from '../../core/count-words.ts';
import { EXTRA_OUTPUT_COLUMNS } from '../../core/output-columns.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { type OptionalColumn, optionalColumns, optionalHeader } from '../../core/sheet/optional-columns.ts';
import type { HeaderCell } from '../../core/sheet/sheet-setup.ts';
import type { Table } from '../../core/sheet/table.ts';
import { anotherRun, OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { tableOf } from '../tabs/tab-table.ts';

/** Sidebar: what else the active sheet could have. */
export function listOptionalColumns({ spreadsheet }: Platform): readonly OptionalColumn[] {
  const tab = spreadsheet.activeTab();
  return tab === null ? [] : optionalColumns(tableOf(tab));
}

/**
 * Adds optional columns and columns for merge fields, behind the user's own. Leaves out those that the sheet has.
 * Returns the new headers.
 */
export function addColumns(platform: Platform, names: readonly string[]): Result<readonly string[]> {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return failure(OPEN_YOUR_SHEET);
  const held = platform.lock.hold(() => addTo(platform, tab, names));
  return held.ok ? held.value : failure(anotherRun('Nothing was changed.'));
}

function addTo({ settings }: Platform, tab: Tab, names: readonly string[]): Result<readonly string[]> {
  const table = tableOf(tab);
  const headers: HeaderCell[] = [];
  const columnHeaders = { ...table.settings.columnHeaders };
  for (const wanted of new Set(names)) {
    const optional = optionalHeader(table, wanted);
    const header = optional ?? fieldHeader(table, wanted);
    if (header === null || headers.some(({ name }) => name === header.name)) continue;
    headers.push({ name: header.name, note: header.note });
    if (optional !== null && optional.renamed !== null) columnHeaders[optional.renamed] = optional.name;
  }
  if (headers.length === 0) return success([]);
  // Before the header: a header without its setting would be the user's own, and ours would be added once more.
  if (JSON.stringify(columnHeaders) !== JSON.stringify(table.settings.columnHeaders)) {
    settings.setForSheet(tab.id, { ...tab.settings(), columnHeaders });
  }
  const added = tab.appendHeaders(headers);
  return added.ok ? success(headers.map(({ name }) => name)) : added;
}

function fieldHeader(table: Table, name: string): HeaderCell | null {
  if (table.ownIndex(name) >= 0 || table.fieldOf(name).kind !== 'unknown') return null;
  const note = /^script\b/iu.test(name)
    ? 'What rows in this language say, with merge fields.'
    : `A merge field: write <<${name}>> in the script.`;
  return { name, note };
}

/** Menu: shows what else the sheet could have, and adds what the user asks for. Returns the sentence to show, or ''. */
export function addColumnsInDialogs(platform: Platform): string {
  const { dialogs, spreadsheet } = platform;
  const tab = spreadsheet.activeTab();
  if (tab === null) return OPEN_YOUR_SHEET;
  const offered = optionalColumns(tableOf(tab));
  if (offered.length === 0) return 'This sheet has every optional column already. Nothing was changed.';
  const list = offered.map(({ name, does }) => `${name}: ${does}`).join('\n');
  const typed = dialogs.prompt(
    'Add optional columns',
    `Write the names of those that you want, with commas between them. They come behind your columns.\n\n${list}`,
  );
  const names = (typed ?? '')
    .split(/[,;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) return '';
  const table = tableOf(tab);
  const other = names.find((name) => optionalHeader(table, name) === null);
  if (other !== undefined) {
    return `“${other}” is not the name of an optional column that this sheet lacks. Nothing was changed. Choose “Add optional columns…” again.`;
  }
  const added = addColumns(platform, names);
  if (!added.ok) return added.failure;
  const isFilled = EXTRA_OUTPUT_COLUMNS.some(({ name }) => added.value.includes(name));
  const fill = isFilled ? ' “Check for finished videos” fills them for videos that are done.' : '';
  return `${counted(added.value.length, 'column')} added behind yours: ${added.value.join(', ')}.${fill}`;
}
