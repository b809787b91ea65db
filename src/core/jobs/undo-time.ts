import { isHeldBack, type Job } from './job.ts';
import { runOf } from './job-id.ts';

/** A run of which nothing leaves for some seconds, so that it can be taken back. */
export interface UndoTime {
  readonly run: string;
  readonly videos: number;
  /** How long it lasts from now. */
  readonly seconds: number;
}

/** The newest run that still waits for its undo time to end, by the user's own jobs in the order of the ledger. */
export function undoTimeOf(own: readonly Job[], now: number): UndoTime | null {
  const waiting = own.filter((job) => isHeldBack(job, now));
  const last = waiting[waiting.length - 1];
  if (last === undefined || last.dueAt === null) return null;
  const run = runOf(last.id);
  const videos = waiting.filter(({ id }) => runOf(id) === run).length;
  return { run, videos, seconds: Math.ceil((last.dueAt - now) / 1000) };
}
