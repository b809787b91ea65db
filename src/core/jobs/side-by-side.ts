import { groupsOf } from '../groups.ts';
import { hasVideo, type Job } from './job.ts';
import { batchOf } from './job-id.ts';

/**
 * Whether HeyGen renders several batches side by side, which its documentation does not say. It does where a later batch
 * has slots although videos of an earlier one wait. It does not where the videos of a later one are made and have none.
 * Null where these jobs show neither.
 */
export function isSideBySide(own: readonly Job[]): boolean | null {
  const open = own.filter(({ status, sendAs }) => status === 'Rendering' && sendAs === 'batch');
  const batches = [...groupsOf(open, ({ id }) => batchOf(id)).values()];
  const first = batches.findIndex((jobs) => jobs.some(isInSlot) && jobs.some(isWaiting));
  const later = first < 0 ? [] : batches.slice(first + 1);
  if (later.some((jobs) => jobs.some(isInSlot))) return true;
  return later.some((jobs) => jobs.every(hasVideo)) ? false : null;
}

function isInSlot({ seen }: Job): boolean {
  return seen === 'rendering';
}

function isWaiting({ seen }: Job): boolean {
  return seen === 'waiting';
}
