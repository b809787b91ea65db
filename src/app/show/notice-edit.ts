import type { Job } from '../../core/jobs/job.ts';
import { fromLine } from '../../core/jobs/ledger-line.ts';
import { type NoticedEdit, noticedEdits } from '../../core/jobs/noticed-edit.ts';
import { outputColumnsOf } from '../../core/jobs/source-prints.ts';
import { cellOf, type Row, type Table } from '../../core/sheet/table.ts';
import type { Platform } from '../ports/ports.ts';
import type { CellContent, Tab } from '../ports/tab.ts';
import { tableOf } from '../tabs/tab-table.ts';
import { writeRows } from '../tabs/write-rows.ts';
import { readTab } from './read-tab.ts';

/** Rows and columns that a person has just edited, counted from 1. */
export interface EditedArea {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** An edit is noticed soon or at the next look; it must not wait for a long pass. */
const PATIENCE_MS = 4_000;

/**
 * Tells at once when an edit makes a row say something else than its video. It runs at every edit of a cell, so it
 * reads the tab once, the ledger once and only where an edited row carries a job, and writes once.
 */
export function noticeEdit(platform: Platform, tab: Tab, edited: EditedArea): void {
  platform.lock.hold(() => {
    const table = tableOf(tab);
    const rows = rowsWithJobs(table, edited);
    if (rows.length === 0) return;
    const jobs = new Map<string, Job>();
    for (const line of platform.ledger(false)?.readAll() ?? []) {
      const job = fromLine(line);
      if (job !== null) jobs.set(job.id, job);
    }
    write(tab, table, noticedEdits(readTab(platform, tab, table), rows, jobs));
  }, PATIENCE_MS);
}

/** The edited rows that carry a job; none when only columns of ours were edited. */
function rowsWithJobs(table: Table, edited: EditedArea): readonly Row[] {
  const jobColumn = table.columnOf('job');
  const ours = outputColumnsOf(table);
  let isOurs = true;
  for (let column = edited.firstColumn; column <= edited.lastColumn; column++) {
    if (!ours.has(column - 1)) isOurs = false;
  }
  if (jobColumn < 0 || isOurs) return [];
  // A header that was renamed changes what every row says.
  const all = edited.firstRow === 1;
  return table.rows.filter(
    (row) =>
      (all || (row.number >= edited.firstRow && row.number <= edited.lastRow)) &&
      cellOf(row, jobColumn).trim() !== '',
  );
}

function write(tab: Tab, table: Table, edits: readonly NoticedEdit[]): void {
  const columnsOf = (names: readonly ('status' | 'problem')[]) =>
    names
      .map((name) => ({ name, column: table.columnOf(name) + 1 }))
      .filter(({ column }) => column > 0)
      .sort((a, b) => a.column - b.column);
  const told = columnsOf(['status', 'problem']);
  const writes = edits.flatMap((edit) =>
    edit.kind === 'told' ? [{ row: edit.row, contents: told.map(({ name }) => content(edit[name])) }] : [],
  );
  writeRows(
    tab,
    told.map(({ column }) => column),
    writes,
  );
  const job = table.columnOf('job');
  const outputs = [...outputColumnsOf(table)].filter((column) => column !== job).sort((a, b) => a - b);
  const cleared = edits.flatMap((edit) =>
    edit.kind === 'cleared' ? [{ row: edit.row, contents: outputs.map(() => content('')) }] : [],
  );
  writeRows(
    tab,
    outputs.map((column) => column + 1),
    cleared,
  );
}

function content(text: string): CellContent {
  return text === '' ? { kind: 'blank' } : { kind: 'text', text };
}
