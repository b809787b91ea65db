import type { OutputName } from '../core/output-columns.ts';
import type { SpreadsheetUser } from '../emulator/spreadsheet/spreadsheet-user.ts';
import { type Grid, outputColumns } from './grid.ts';
import { TAB } from './saved-run.ts';

/** A row that has come to its end, with what the add-on has written beside it. */
export type FinishedRow = { readonly row: number } & Readonly<Partial<Record<OutputName, string>>>;

/** Statuses that a row leaves only when the user does something. */
export const ENDS: readonly string[] = ['Done', 'Changed', 'Failed', 'Blocked', 'Cancelled'];

/** The rows of a sheet that have come to their end. */
export function finishedRows(sheet: Grid, rows: readonly number[]): FinishedRow[] {
  const columns = outputColumns(sheet[0] ?? []);
  return rows.flatMap((row): FinishedRow[] => {
    const cells = [...columns].map(([name, column]) => [name, sheet[row - 1]?.[column] ?? ''] as const);
    const shown: Partial<Record<OutputName, string>> = Object.fromEntries(cells);
    return ENDS.includes(shown.status ?? '') ? [{ row, ...shown }] : [];
  });
}

/** Finds the rows that have come to their end since the last look. */
export class FinishedRows {
  private readonly user: SpreadsheetUser;
  private readonly rows: readonly number[];
  private readonly told = new Map<number, string>();
  private columns = new Map<OutputName, number>();

  constructor(user: SpreadsheetUser, rows: readonly number[]) {
    this.user = user;
    this.rows = rows;
  }

  take(): FinishedRow[] {
    // The add-on makes its columns during the run.
    if (!this.columns.has('status')) this.columns = outputColumns(this.user.displayValues(TAB)[0] ?? []);
    const status = this.columns.get('status');
    if (status === undefined) return [];
    return this.rows.flatMap((row): FinishedRow[] => {
      const shown = this.cell(row, status);
      if (!ENDS.includes(shown) || this.told.get(row) === shown) return [];
      this.told.set(row, shown);
      const cells = [...this.columns].map(([name, column]) => [name, this.cell(row, column)]);
      return [{ row, ...Object.fromEntries(cells) }];
    });
  }

  private cell(row: number, column: number): string {
    return this.user.cell(TAB, row, column + 1).display;
  }
}
