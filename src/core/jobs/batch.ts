import { groupsOf } from '../groups.ts';
import type { VideoRequest } from '../heygen/video-request.ts';
import { type AccountMemory, slotsToTry } from './account.ts';
import { fedGroups, fedOf, type Supply } from './feeding.ts';
import { isKeyFresh, type Job, type SendAs } from './job.ts';
import { batchOf } from './job-id.ts';

/** A POST to make: a batch of several jobs, or one job alone. */
export interface Send {
  readonly as: SendAs;
  readonly key: string;
  readonly jobs: readonly Job[];
}

/** How many POSTs one pass may claim. What it claims and cannot send, it has to give back. */
export interface ClaimRoom {
  readonly batches: number;
  readonly singles: number;
}

/** Videos of several scenes and videos of templates go alone: HeyGen takes neither in a batch. */
export function waysToSend(request: VideoRequest): SendAs {
  return 'type' in request && request.type !== 'studio' ? 'batch' : 'single';
}

/** Whether the POST that lost its reply may still be repeated under its key. */
export function isRepeatable(job: Job, now: number): boolean {
  return job.status === 'Unconfirmed' && job.sendAs === 'single' && isKeyFresh(job, now);
}

function isDue({ dueAt }: Job, now: number): boolean {
  return dueAt === null || dueAt <= now;
}

/**
 * What to send now of one owner's jobs, in the order of the ledger.
 *
 * Several rows go as a batch. A single row, and every row of an account without batches, goes alone and waits for
 * a free slot. A job that kept its key goes exactly as it went before: HeyGen did not have it, so it is sent again
 * under the same key.
 */
export function sendsOf(
  own: readonly Job[],
  account: AccountMemory,
  now: number,
  room: ClaimRoom,
  supply: Supply,
): Send[] {
  if (account.stopped !== null || now < account.notBefore) return [];
  const sends: Send[] = [];
  let batches = room.batches;
  const inFlight = own.filter(({ status }) => status === 'Rendering' || status === 'Submitting').length;
  let slots = Math.min(room.singles, slotsToTry(account, now) - inFlight);
  const single = (job: Job): void => {
    sends.push({ as: 'single', key: job.key ?? singleKey(job), jobs: [job] });
    slots -= 1;
  };
  const batch = (jobs: readonly Job[], key: string): void => {
    sends.push({ as: 'batch', key, jobs });
    batches -= 1;
  };

  for (const job of own) {
    if (slots > 0 && isDue(job, now) && isRepeatable(job, now)) single(job);
  }
  const groups = queuedGroups(own, now, supply);
  for (const group of groups.slice(0, fedGroups(groups, fedOf(own, now), account, supply))) {
    const [first] = group;
    if (first === undefined) continue;
    const inBatch = first.key === null ? goesAsBatch(group, account, slots) : first.sendAs === 'batch';
    if (inBatch) {
      if (batches > 0) batch(group, first.key ?? batchKey(first));
    } else {
      for (const job of group) if (slots > 0) single(job);
    }
    if (batches <= 0 && slots <= 0) break;
  }
  return sends;
}

function goesAsBatch(group: readonly Job[], account: AccountMemory, slots: number): boolean {
  if (account.batches === 'none' || group.some((job) => job.sendAs === 'single')) return false;
  // Without a free slot a lone row waits in HeyGen's queue, if there is one, and not here.
  return group.length > 1 || (slots <= 0 && account.batches === 'queue');
}

/** Queued jobs that went, or would go, in one POST together. A batch names one folder for all of its videos. */
function queuedGroups(own: readonly Job[], now: number, { mayStart = () => true }: Supply): Job[][] {
  const queued = own.filter((job) => job.status === 'Queued' && isDue(job, now) && mayStart(job));
  const nameOf = (job: Job): string =>
    job.key === null ? `${batchOf(job.id)} ${job.sendAs} ${job.folderId ?? ''}` : `key ${job.key}`;
  return [...groupsOf(queued, nameOf).values()];
}

/** The attempt is part of the key, so that every answer without effect leads to a new one. */
function singleKey(job: Job): string {
  return `rm-${job.id}.${job.attempt}`;
}

/** Named after its first job: no other POST can have had that job first at that attempt. */
function batchKey(first: Job): string {
  return `${singleKey(first)}.batch`;
}
