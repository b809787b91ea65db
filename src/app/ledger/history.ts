import type { Job } from '../../core/jobs/job.ts';
import { fromLine } from '../../core/jobs/ledger-line.ts';
import { isOpen } from '../../core/jobs/status.ts';
import type { LedgerSheet, Platform } from '../ports/ports.ts';
import { OpenLedger } from './ledger.ts';
import { readWhole } from './open-lines.ts';

/**
 * Every job that the ledger has ever held: for a user's request, never for a pass. Unfinished jobs that a copied
 * spreadsheet brought along are left out, because the original goes on with them.
 */
export function readHistory(sheet: LedgerSheet): Map<string, Job> {
  // This also finds out where the ledger ends by now.
  sheet.readMark();
  return readFrom(sheet, 2);
}

/** The jobs of the open part and of so many settled lines before it. This costs the same whatever the history. */
export function readRecent(sheet: LedgerSheet, settledLines: number): Map<string, Job> {
  return readFrom(sheet, Math.max(2, sheet.readMark() - settledLines));
}

/** The jobs of so many settled lines before the open part, which begins at `mark`. */
export function readSettled(sheet: LedgerSheet, mark: number, lines: number): Map<string, Job> {
  const first = Math.max(2, mark - lines);
  return first === mark
    ? new Map()
    : jobsIn(sheet, sheet.readLines(first, mark - first).map(fromLine), first);
}

/** Under the lock, in one reading: every job that the ledger has ever held, and its open part. */
export function readAllOf(sheet: LedgerSheet): {
  readonly mark: number;
  readonly history: Map<string, Job>;
  readonly ledger: OpenLedger;
} {
  const mark = sheet.readMark();
  const { read, lines } = readWhole(sheet, 2);
  const open = { read: read.slice(mark - 2), lines: lines.slice(mark - 2) };
  return { mark, history: jobsIn(sheet, lines, 2), ledger: new OpenLedger(sheet, mark, open) };
}

function readFrom(sheet: LedgerSheet, first: number): Map<string, Job> {
  return jobsIn(sheet, sheet.readLines(first).map(fromLine), first);
}

function jobsIn(sheet: LedgerSheet, lines: readonly (Job | null)[], first: number): Map<string, Job> {
  const jobs = new Map<string, Job>();
  const inherited = sheet.inherited();
  lines.forEach((job, at) => {
    if (job === null || (at + first <= inherited && isOpen(job.status))) return;
    jobs.set(job.id, job);
  });
  return jobs;
}

/** Every job that a row of this spreadsheet may name. */
export function historyOf(platform: Platform): ReadonlyMap<string, Job> {
  const sheet = platform.ledger(false);
  return sheet === null ? new Map() : readHistory(sheet);
}
