import { groupsOf } from '../../core/groups.ts';
import type { RunPlan } from '../../core/jobs/run.ts';
import { sharedPrint } from '../../core/jobs/shared-video.ts';
import { cellOf, type Table } from '../../core/sheet/table.ts';
import type { CellContent, Tab } from '../ports/tab.ts';
import { tableAgain, tableOf } from '../tabs/tab-table.ts';

/** A row with the id of the job that it gets, and what that job asks for. Rows that share a video have one id. */
export interface GivenId {
  readonly row: number;
  readonly id: string;
  /** Fingerprint of what the job's rows have in common. */
  readonly print: string;
}

type Places =
  | { readonly kind: 'in-place' | 'moved' }
  /** The row did not move but says something else: one of its formulas changes at every calculation. */
  | { readonly kind: 'unsteady'; readonly row: number };

/** Whether each id stands beside the request it was made for. Users move rows at any moment. */
export function placesOf(
  tab: Tab,
  given: readonly GivenId[],
  planAgain: (table: Table, rows: readonly number[]) => RunPlan,
): Places {
  // A row that was moved below the area that was read counts as moved.
  const table = tableAgain(tab);
  const column = table.columnOf('job');
  const expected = groupsOf(given, ({ id }) => id);
  const rows = table.rows.filter((row) => expected.has(cellOf(row, column).trim()));
  const seen = new Map(rows.map((row) => [row.number, cellOf(row, column).trim()]));
  const { ready, shared } = planAgain(table, [...seen.keys()]);
  const isShared = table.settings.sharesVideos;
  const now = [...ready, ...shared].map((each) => ({ row: each.row, print: sharedPrint(each, isShared) }));
  if (now.length !== given.length || seen.size !== given.length) return { kind: 'moved' };
  const prints = new Set(given.map(({ print }) => print));
  const others = now.filter(({ row, print }) => expected.get(seen.get(row) ?? '')?.[0]?.print !== print);
  const [first] = others;
  if (first === undefined) return { kind: 'in-place' };
  const isUnmoved = now.every(
    ({ row }) => expected.get(seen.get(row) ?? '')?.some((each) => each.row === row) === true,
  );
  const isUnsteady = isUnmoved && others.every(({ print }) => !prints.has(print));
  return isUnsteady ? { kind: 'unsteady', row: first.row } : { kind: 'moved' };
}

/** What stood in the job cells before, by the ids that were put there. */
export function idsBefore(table: Table, given: readonly GivenId[]): ReadonlyMap<string, readonly string[]> {
  const column = table.columnOf('job');
  const before = new Map(table.rows.map((row) => [row.number, cellOf(row, column).trim()]));
  const byId = groupsOf(given, ({ id }) => id);
  return new Map([...byId].map(([id, rows]) => [id, rows.map(({ row }) => before.get(row) ?? '')]));
}

/** Takes ids that lead nowhere yet back, wherever their rows are by now, and puts there what stood there before. */
export function takeBack(tab: Tab, before: ReadonlyMap<string, readonly string[]>): void {
  const left = new Map([...before].map(([id, earlier]) => [id, [...earlier]]));
  const table = tableOf(tab);
  const column = table.columnOf('job');
  for (const row of table.rows) {
    const id = left.get(cellOf(row, column).trim())?.shift();
    if (id === undefined) continue;
    const cell: CellContent = id === '' ? { kind: 'blank' } : { kind: 'text', text: id };
    const area = { row: row.number, column: column + 1, rows: 1, columns: 1 };
    tab.write([{ area, cells: [[cell]] }]);
  }
}
