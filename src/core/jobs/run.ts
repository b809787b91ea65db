import { fingerprint } from '../fingerprint.ts';
import type { Endpoint, VideoRequest } from '../heygen/video-request.ts';
import type { Issue } from '../issue.ts';
import { type RowRequest, requestOf } from '../request/request.ts';
import { type AccountFacts, NO_FACTS } from '../row/account-facts.ts';
import type { Defaults } from '../row/row-cells.ts';
import { cellOf, type Table } from '../sheet/table.ts';
import { isDeleted } from './deleted-video.ts';
import type { Job } from './job.ts';
import { isOpen } from './status.ts';
import { outputColumnsOf, speaksOf } from './write-back.ts';

/** A row of which a video can be asked for. */
export interface ReadyRow {
  readonly row: number;
  readonly request: VideoRequest;
  /** Which POST takes it. */
  readonly endpoint: Endpoint;
  readonly sourcePrints: readonly string[];
  /** Fingerprint of the request: the same row, unchanged, has the same. */
  readonly requestPrint: string;
  /** Worth telling before it is paid for. */
  readonly warnings: readonly Issue[];
}

/** What pressing Render for some rows comes to. Nothing has been changed or sent yet. */
export interface RunPlan {
  readonly ready: readonly ReadyRow[];
  readonly blocked: readonly { readonly row: number; readonly issues: readonly Issue[] }[];
  /** Rows that lost their job cell while their very request is under way: they get it back, unpaid. */
  readonly relinked: readonly { readonly row: number; readonly job: Job }[];
  readonly skipped: {
    readonly blank: number;
    readonly done: number;
    /** Done, but the text of the row is no longer what its video speaks. */
    readonly changed: number;
    readonly underWay: number;
    readonly unconfirmed: number;
  };
}

/** The ledger keeps the exact request in one cell, which holds 50,000 characters; the title's tag comes on top. */
const LONGEST_REQUEST = 48_000;

function tooLong(request: VideoRequest): Issue {
  const inline = 'image' in request && request.image.type === 'base64';
  return {
    code: 'request_too_long',
    column: inline ? 'image' : '',
    message: inline
      ? 'The picture in the cell "image" and the texts of this row are too long together to be kept in the ledger, which keeps a request in one cell. Upload the picture in the sidebar and write asset:<id>.'
      : 'The texts of this row are too long together to be kept in the ledger. Shorten the longest of them.',
  };
}

/** Plans a run over the given row numbers. `history` holds every job that a row of the table may name. */
export function planRun(
  table: Table,
  rowNumbers: readonly number[],
  history: ReadonlyMap<string, Job>,
  defaults: Defaults,
  tab: number,
  facts: AccountFacts = NO_FACTS,
): RunPlan {
  const jobColumn = table.columnOf('job');
  const outputs = outputColumnsOf(table);
  const rightful = rightfulRows(table, jobColumn, history, outputs);
  const orphans = orphansByPrint(table, jobColumn, history, tab);
  const wanted = new Set(rowNumbers);
  const ready: ReadyRow[] = [];
  const blocked: { row: number; issues: readonly Issue[] }[] = [];
  const relinked: { row: number; job: Job }[] = [];
  const skipped = { blank: 0, done: 0, changed: 0, underWay: 0, unconfirmed: 0 };
  for (const row of table.rows) {
    if (!wanted.has(row.number)) continue;
    if (row.blank) {
      skipped.blank += 1;
      continue;
    }
    const job = history.get(cellOf(row, jobColumn).trim());
    if (job !== undefined && rightful.get(job.id) === row.number) {
      if (job.status === 'Unconfirmed') skipped.unconfirmed += 1;
      else if (isOpen(job.status)) skipped.underWay += 1;
      else if (job.status === 'Done') {
        if (speaksOf(row, job, outputs)) skipped.done += 1;
        else skipped.changed += 1;
      }
      if (isOpen(job.status) || job.status === 'Done') continue;
    }
    const asked = requestOf(table, row, defaults, facts);
    if (!asked.ok) {
      blocked.push({ row: row.number, issues: asked.failure });
      continue;
    }
    const { request, endpoint, warnings } = asked.value;
    const text = JSON.stringify(request);
    if (text.length > LONGEST_REQUEST) {
      blocked.push({ row: row.number, issues: [tooLong(request)] });
      continue;
    }
    const requestPrint = requestPrintOf(asked.value, text);
    const orphan = orphans.get(requestPrint)?.shift();
    if (orphan !== undefined) relinked.push({ row: row.number, job: orphan });
    else {
      const sourcePrints = asked.value.sources.map(fingerprint);
      ready.push({ row: row.number, request, endpoint, sourcePrints, requestPrint, warnings });
    }
  }
  return { ready, blocked, relinked, skipped };
}

/**
 * Of a template's row its texts count and not the variables' bodies: these repeat what HeyGen told of the
 * template, which may differ from one look to the next.
 */
function requestPrintOf({ request, endpoint, filled }: RowRequest, text: string): string {
  if (endpoint.kind === 'video' || !('variables' in request)) return fingerprint(text);
  const { variables: _, ...rest } = request;
  return fingerprint(JSON.stringify([endpoint.templateId, filled, rest]));
}

/** Stands for what a run would ask for: the rows, and what each of them asks for. */
export function runPrint({ ready, relinked }: RunPlan): string {
  return fingerprint(
    JSON.stringify([
      ready.map(({ row, requestPrint }) => [row, requestPrint]),
      relinked.map(({ row, job }) => [row, job.id]),
    ]),
  );
}

/** Of several rows with one job id all but one are copies: the job's is the first that still speaks its words. */
function rightfulRows(
  table: Table,
  jobColumn: number,
  history: ReadonlyMap<string, Job>,
  outputs: ReadonlySet<number>,
): Map<string, number> {
  const rightful = new Map<string, { row: number; speaks: boolean }>();
  for (const row of table.rows) {
    const job = history.get(cellOf(row, jobColumn).trim());
    if (job === undefined) continue;
    const holder = rightful.get(job.id);
    if (holder?.speaks === true) continue;
    const speaks = speaksOf(row, job, outputs);
    if (holder === undefined || speaks) rightful.set(job.id, { row: row.number, speaks });
  }
  return new Map([...rightful].map(([id, holder]) => [id, holder.row]));
}

/**
 * Jobs of this tab that are under way, or done and not yet shown by any row, and that no row carries: the
 * job column was renamed or deleted meanwhile. By the fingerprint of their request.
 */
function orphansByPrint(
  table: Table,
  jobColumn: number,
  history: ReadonlyMap<string, Job>,
  tab: number,
): Map<string, Job[]> {
  const carried = new Set(table.rows.map((row) => cellOf(row, jobColumn).trim()));
  const orphans = new Map<string, Job[]>();
  for (const job of history.values()) {
    const unseen = job.status === 'Done' && job.shown !== job.status && !isDeleted(job);
    if (job.tab !== tab || !(isOpen(job.status) || unseen) || carried.has(job.id)) continue;
    const same = orphans.get(job.requestPrint);
    if (same === undefined) orphans.set(job.requestPrint, [job]);
    else same.push(job);
  }
  return orphans;
}
