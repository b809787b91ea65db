import { isJobStatus, isOpen } from '../core/jobs/status.ts';
import type { SpreadsheetUser } from '../emulator/spreadsheet/spreadsheet-user.ts';
import { outputColumns } from './grid.ts';
import { TAB } from './saved-run.ts';

/** How many rows show each status. '' stands for none. */
export type StatusCounts = Readonly<Record<string, number>>;

/** The `status` cells of the selected rows, as the user sees them. */
export class StatusColumn {
  private readonly user: SpreadsheetUser;
  private readonly rows: readonly number[];
  private column = 0;

  constructor(user: SpreadsheetUser, rows: readonly number[]) {
    this.user = user;
    this.rows = rows;
  }

  counts(): StatusCounts {
    const column = this.find();
    const counts: Record<string, number> = {};
    for (const row of this.rows) {
      const status = column === 0 ? '' : this.user.cell(TAB, row, column).display;
      counts[status] = (counts[status] ?? 0) + 1;
    }
    return counts;
  }

  /** The add-on makes the column during the run. 0 until then. */
  private find(): number {
    if (this.column > 0) return this.column;
    const { maxColumns = 0 } = this.user.sheets().find((sheet) => sheet.name === TAB) ?? {};
    const headers = Array.from({ length: maxColumns }, (_, at) => this.user.cell(TAB, 1, at + 1).display);
    this.column = (outputColumns(headers).get('status') ?? -1) + 1;
    return this.column;
  }
}

/** How many rows are not at their end. */
export function openRows(counts: StatusCounts): number {
  return Object.entries(counts).reduce(
    (sum, [status, count]) => sum + (isJobStatus(status) && isOpen(status) ? count : 0),
    0,
  );
}
