import { timeLeft } from '../amount-words.ts';
import type { AccountMemory } from './account.ts';
import type { News } from './evidence.ts';
import { type Job, STUCK } from './job.ts';
import { usualTurnOf } from './render-times.ts';

/** So many times as long as its like: then a video counts as stuck. */
const TIMES = 3;

/** HeyGen has busy minutes: nothing counts as stuck sooner. */
const FLOOR_MS = 15 * 60_000;

/** A long video takes longer than the short ones before it. So many times its own length is nothing unusual. */
const TIMES_OF_LENGTH = 10;

/** A video that HeyGen has had for much longer than its like. */
export interface StuckVideo {
  readonly job: Job;
  /** How long its like has taken, in milliseconds. */
  readonly usual: number;
  /** How long it had been there when HeyGen was last asked. */
  readonly there: number;
}

/**
 * The videos that are stuck, of all jobs of one owner that are not settled. Time at HeyGen counts from when HeyGen was
 * first seen to make the video. One that only waits counts from when the account last finished something, and only
 * while the account has a free slot: otherwise it waits for the others. Nothing sends a stuck video again.
 */
export function stuckVideos(own: readonly Job[], { renders, slots }: AccountMemory): StuckVideo[] {
  const atHeyGen = own.filter(({ status }) => status === 'Rendering');
  const hasRoom = atHeyGen.filter(({ renderingSince }) => renderingSince !== null).length < slots;
  const lastEnd = renders.ends[renders.ends.length - 1] ?? 0;
  return atHeyGen.flatMap((job) => {
    const waitsSince = hasRoom && job.sentAt !== null ? Math.max(job.sentAt, lastEnd) : null;
    const since = job.renderingSince ?? waitsSince;
    if (since === null || job.checkedAt === null) return [];
    const usual = usualTurnOf(job.rate, renders);
    const there = job.checkedAt - since;
    const length = (job.estimatedSeconds ?? 0) * 1000;
    const isStuck = there > Math.max(FLOOR_MS, TIMES * usual, TIMES_OF_LENGTH * length);
    return isStuck ? [{ job, usual, there }] : [];
  });
}

/** Marks the stuck videos that are not marked yet. The sentence goes into the row, where it has to stay true. */
export function newsOfStuck(own: readonly Job[], account: AccountMemory): News[] {
  return stuckVideos(own, account)
    .filter(({ job }) => job.code !== STUCK)
    .map(({ job, usual, there }) => {
      const minutes = `more than ${Math.floor(there / 60_000)} min`;
      const message = `${unusual(usual, minutes)} Reelmerge goes on looking, and does not send it again by itself. To look now, choose “Check for finished videos”.`;
      return { id: job.id, event: { type: 'stuck', message, attempt: job.attempt } };
    });
}

/** How long it has been there by now. */
export function stuckWords({ usual, there }: StuckVideo): string {
  return unusual(usual, timeLeft(there / 1000));
}

function unusual(usual: number, there: string): string {
  return `HeyGen usually needs ${timeLeft(usual / 1000)} for such a video; this one has been there for ${there}.`;
}
