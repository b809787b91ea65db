import { quoted } from '../heygen/one-off-problems.ts';
import type { Problem } from '../heygen/problem.ts';
import { ASSET_NOT_FOUND, assetRetryAt, MAYBE_CREATED } from '../heygen/unsettled-refusals.ts';
import { outageDelay } from './account.ts';
import { isDeleted, withoutVideo } from './deleted-video.ts';
import {
  ageOf,
  hasVideo,
  isKeyFresh,
  type Job,
  NEVER_APPEARED,
  NEVER_SENT,
  STUCK,
  UNKNOWN_BATCH,
} from './job.ts';
import { EVENTS, type JobEvent } from './job-event.ts';
import { ASSET_NOT_THERE_YET, LOST, lossWords, MISSING, UNSAFE_LINK } from './job-sentences.ts';

/**
 * The job after an event. Nothing else writes a status. What the table of events does not allow in the job's present
 * status leaves the job as it is: the news came too late, and is never a reason to go back.
 */
export function transition(job: Job, event: JobEvent, now: number): Job {
  const leadsTo = EVENTS[event.type][job.status] ?? [];
  if (leadsTo.length === 0 || isOverdue(job, event)) return job;
  const next = outcome(job, event, now);
  if (!leadsTo.includes(next.status)) return job;
  // The job of a finished video may lie behind the ledger's mark, where no pass looks: whoever deletes its video or
  // renews its links also shows it.
  if (next.problem === job.problem || event.type === 'deleted' || event.type === 'renewed') return next;
  // A new sentence under the same status has to be shown as well.
  return { ...next, shown: null };
}

/** Whether news is no longer true: the job has moved on meanwhile and has the same status again. */
function isOverdue(job: Job, event: JobEvent): boolean {
  if (event.attempt !== undefined && event.attempt !== job.attempt) return true;
  // Since then the POST was repeated, or the video was found.
  return (event.type === 'absent' && job.absentSince === null) || (event.type === 'missing' && hasVideo(job));
}

/** Back in the queue under a new key: the last answer certainly had no effect. */
function queuedAnew(job: Job): Job {
  return {
    ...job,
    ...NEVER_SENT,
    status: 'Queued',
    attempt: job.attempt + 1,
    outages: 0,
    dueAt: null,
  };
}

function outcome(job: Job, event: JobEvent, now: number): Job {
  switch (event.type) {
    case 'claimed':
      return {
        ...job,
        status: 'Submitting',
        sendAs: event.sendAs,
        key: event.key,
        item: event.item,
        sentAt: (job.key === event.key ? job.sentAt : null) ?? now,
        claimedAt: now,
      };
    case 'released':
      return release(job, now);
    case 'accepted':
      return {
        ...job,
        status: 'Rendering',
        batch: event.batch,
        videoId: event.videoId,
        claimedAt: null,
        outages: 0,
        checkedAt: null,
        absentSince: null,
        seen: null,
        renderingSince: null,
        code: '',
        problem: '',
      };
    case 'refused':
      return refuse(job, event.problem, now);
    case 'lost':
      return {
        ...job,
        status: 'Unconfirmed',
        claimedAt: null,
        absentSince: null,
        outages: job.outages + 1,
        dueAt: event.retryAt,
        code: event.problem.code,
        problem: lossWords(event.problem),
      };
    case 'lapsed':
      return {
        ...job,
        status: 'Unconfirmed',
        claimedAt: null,
        absentSince: null,
        outages: job.outages + 1,
        dueAt: now,
        code: 'execution_ended',
        problem: LOST,
      };
    case 'found':
      return {
        ...job,
        status: 'Rendering',
        videoId: event.videoId ?? job.videoId,
        batch: job.batch.kind === 'none' ? UNKNOWN_BATCH : job.batch,
        checkedAt: now,
        absentSince: null,
        code: '',
        problem: '',
      };
    case 'absent':
      // Nothing is there, so a new key makes no second video. The old one is about to expire, or has.
      if (!isKeyFresh(job, now)) return { ...queuedAnew(job), code: '', problem: '' };
      return {
        ...job,
        status: 'Queued',
        absentSince: null,
        dueAt: null,
        outages: 0,
        // HeyGen's "not found" is believed when it says so again, since its titles have confirmed it.
        code: job.code === MAYBE_CREATED ? MAYBE_CREATED : '',
        problem: '',
      };
    case 'send-again':
      return { ...queuedAnew(job), code: '', problem: '' };
    case 'seen':
      return {
        ...(job.code === STUCK && event.state !== job.seen ? { ...job, code: '', problem: '' } : job),
        videoId: event.videoId ?? job.videoId,
        seen: event.state,
        renderingSince: event.state === 'rendering' ? (job.renderingSince ?? now) : job.renderingSince,
        checkedAt: now,
        absentSince: null,
      };
    case 'stuck':
      return { ...job, code: STUCK, problem: event.message };
    case 'asked':
      // Counted from now at the earliest: the look may have begun before the last POST.
      return {
        ...job,
        checkedAt: now,
        absentSince: event.absentSince === null ? null : (job.absentSince ?? now),
      };
    case 'not-its-own':
      // The places of its batch cannot be trusted either. From now on only its title tells.
      return {
        ...job,
        videoId: null,
        batch: UNKNOWN_BATCH,
        seen: null,
        renderingSince: null,
        checkedAt: now,
        absentSince: null,
      };
    case 'completed':
      return {
        ...job,
        status: 'Done',
        videoId: event.video.id,
        ...event.video.links,
        seconds: event.video.seconds,
        checkedAt: now,
        claimedAt: null,
        code: '',
        problem: event.video.links.video_url === '' ? UNSAFE_LINK : '',
      };
    case 'failed':
      return {
        ...job,
        status: 'Failed',
        checkedAt: now,
        claimedAt: null,
        code: event.code,
        problem: event.message,
      };
    case 'unpaid':
      return { ...queuedAnew(job), code: event.code, problem: event.message };
    case 'surplus':
      return { ...queuedAnew(job), sendAs: 'single', code: '', problem: '' };
    case 'missing':
      return {
        ...job,
        status: 'Unconfirmed',
        batch: UNKNOWN_BATCH,
        code: NEVER_APPEARED,
        problem: MISSING,
      };
    case 'cancelled':
      return { ...job, status: 'Cancelled', problem: event.reason };
    case 'deleted':
      return isDeleted(job) ? job : withoutVideo(job);
    case 'renewed':
      // Links without the video's own are no better than the old ones.
      if (isDeleted(job) || event.links.video_url === '') return job;
      return { ...job, ...event.links, problem: job.problem === UNSAFE_LINK ? '' : job.problem };
    case 'called':
      return { ...job, calls: job.calls + event.calls };
    case 'shown':
      return { ...job, shown: event.status };
  }
}

/** A claim given back unsent. A key that was used before stays: that earlier POST may have taken effect. */
function release(job: Job, now: number): Job {
  if (job.outages > 0) return { ...job, status: 'Unconfirmed', claimedAt: null };
  const wentBefore = ageOf(job.sentAt, now) > ageOf(job.claimedAt, now);
  if (wentBefore) return { ...job, status: 'Queued', claimedAt: null };
  return { ...job, status: 'Queued', key: null, item: null, sentAt: null, claimedAt: null };
}

/**
 * A definite refusal. It proves nothing about an earlier POST under the same key that met an outage: HeyGen may check
 * credit or rate before it looks at the key. The job then stays Unconfirmed and keeps its key, and waits before it
 * is repeated, because it would be refused again at once.
 */
function refuse(job: Job, problem: Problem, now: number): Job {
  const dueAt = problem.waitSeconds > 0 ? now + problem.waitSeconds * 1000 : null;
  if (job.outages > 0) {
    return {
      ...job,
      status: 'Unconfirmed',
      claimedAt: null,
      outages: job.outages + 1,
      dueAt: Math.max(dueAt ?? 0, now + outageDelay(job.outages, 0.5)),
      code: problem.code,
      problem: LOST,
    };
  }
  if (problem.code === ASSET_NOT_FOUND) {
    const retryAt = assetRetryAt(job.sentAt, now);
    const again = { status: 'Queued', claimedAt: null, dueAt: retryAt } as const;
    const told = { code: problem.code, problem: ASSET_NOT_THERE_YET + quoted(problem) };
    // Under the same key: that POST had no effect.
    if (retryAt !== null) return { ...job, ...again, ...told };
  }
  if (problem.kind === 'row') {
    return { ...job, status: 'Failed', claimedAt: null, code: problem.code, problem: problem.message };
  }
  const told =
    problem.kind === 'stop' ? { code: problem.code, problem: problem.message } : { code: '', problem: '' };
  return { ...queuedAnew(job), ...told, dueAt };
}
