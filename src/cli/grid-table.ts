import { otherNames } from '../core/jobs/foreign-columns.ts';
import type { OutputName } from '../core/output-columns.ts';
import { type SheetSettings, type SteeringName, USUAL_SETTINGS } from '../core/settings/sheet-settings.ts';
import { freeHeader } from '../core/sheet/own-columns.ts';
import { readTable, type Table } from '../core/sheet/table.ts';
import { type Grid, otherHeaders } from './grid.ts';

/** Columns that are the user's although they are named like ours. */
export type Ignored = readonly SteeringName[];

const NOTHING_DISOWNED: ReadonlySet<string> = new Set();

/** A grid as the add-on reads it. */
export function gridTable(grid: Grid, ignored: Ignored = [], onlyWhere = ''): Table {
  const settings = { ...settingsOf(grid, ignored), onlyWhere };
  return readTable(grid, 1, [], NOTHING_DISOWNED, settings);
}

function settingsOf(grid: Grid, ignored: Ignored): SheetSettings {
  const columnUses: Partial<Record<SteeringName, 'ignore'>> = {};
  for (const name of ignored) columnUses[name] = 'ignore';
  return { ...USUAL_SETTINGS, columnUses, columnHeaders: otherHeaders(grid[0] ?? []) };
}

/** What the add-on would ask about the columns, answered: they are used as they are named. */
export function columnSettings(
  grid: Grid,
  ignored: Ignored,
): Pick<SheetSettings, 'columnUses' | 'columnHeaders'> {
  const { settings, asked } = gridTable(grid, ignored);
  const { columnUses, columnHeaders } = settings;
  const used = Object.fromEntries(asked.map(({ name }) => [name, 'use' as const]));
  return { columnUses: { ...used, ...columnUses }, columnHeaders };
}

/** A CSV in which our columns have other names where the user's own have ours, and what to say about its columns. */
export interface SettledColumns {
  readonly rows: Grid;
  readonly remarks: readonly string[];
}

/** Settles by itself what the add-on asks the user about. */
export function settledColumns(csv: Grid, ignored: Ignored): SettledColumns {
  const table = gridTable(csv, ignored);
  const remarks = table.asked.map(
    ({ name, header }) =>
      `The column “${header}” steers the videos, as ${name}. To leave it out: --ignore ${name}`,
  );
  const others = otherNames(table);
  if (others === null) return { rows: csv, remarks };
  const headers: Partial<Record<OutputName, string>> = {
    ...others.headers,
    job: others.headers.job ?? freeHeader('job', [...table.headers, ...Object.values(others.headers)]),
  };
  const names = Object.values(headers);
  const width = csv.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = csv.map((row, at) => {
    const line = Array.from({ length: width }, (_, column) => row[column] ?? '');
    return [...line, ...names.map((name) => (at === 0 ? name : ''))];
  });
  return { rows, remarks: [...remarks, others.sentence] };
}
