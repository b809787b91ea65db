import type { News } from '../../core/jobs/evidence.ts';
import type { Job } from '../../core/jobs/job.ts';
import { newsOfStuck } from '../../core/jobs/stuck.ts';
import { transition } from '../../core/jobs/transition.ts';
import type { OpenLedger } from '../ledger/ledger.ts';
import { isStale } from './show-own.ts';
import { isRecent, type Run, type Standing, type Unwritten } from './standing.ts';
import { isInDoubt } from './told-later.ts';

/*
 * A pass that has only heard that videos are still being made takes no lock, and reads and writes no sheet: the last sight
 * remembers when HeyGen was asked, and the next pass that has something to write writes that along. If the last sight is
 * lost, HeyGen is asked once more.
 */

/** The standing with this news, where it may be left unwritten; else null. */
export function leftUnwritten(run: Run, before: Standing, news: readonly News[]): Standing | null {
  const { known, own, account } = before;
  const now = run.platform.clock.now();
  if (known === null || news.length === 0 || !isRecent(known, now)) return null;
  if (own.some((job) => isInDoubt(job) || isStale(job))) return null;
  const jobs = new Map(own.map((job) => [job.id, job]));
  for (const { id, event } of news) {
    const job = jobs.get(id);
    if (job === undefined || !(event.type === 'called' || isStillMade(job, event))) return null;
    jobs.set(id, transition(job, event, now));
  }
  const after = own.map((job) => jobs.get(job.id) ?? job);
  if (after.some(isStale) || newsOfStuck(after, account).length > 0) return null;
  const unwritten = [...known.unwritten, ...news.map((each) => ({ ...each, at: now }))];
  return { ...before, own: after, known: { ...known, unwritten } };
}

/** A video that HeyGen has just named is written down at once. */
function isStillMade({ status, videoId }: Job, event: News['event']): boolean {
  if (event.type !== 'seen' || status !== 'Rendering' || event.state === 'completed') return false;
  return event.videoId === null || event.videoId === videoId;
}

/** Another execution may have asked about a job later, or may have written the same. */
export function writeNow(ledger: OpenLedger, unwritten: readonly Unwritten[]): void {
  const isNews = ({ id, at }: Unwritten): boolean => (ledger.job(id)?.checkedAt ?? 0) < at;
  for (const { id, event, at } of unwritten.filter(isNews)) ledger.apply(id, event, at);
}
