import type { VideoState } from '../heygen/video.ts';
import { NO_LINKS, type VideoLinks } from '../heygen/video-links.ts';
import { type Endpoint, VIDEO_ENDPOINT } from '../heygen/video-request.ts';
import { NO_PARTS, type RequestParts } from './request-print.ts';
import type { JobStatus } from './status.ts';

/** How a job is sent: with others in one batch POST, or alone. */
export type SendAs = 'batch' | 'single';

/** The batch at HeyGen that a job is in. */
export type SentBatch =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly id: string }
  /** HeyGen accepted the POST, but its reply was lost and the batch's id with it. */
  | { readonly kind: 'accepted-unknown' };

export const NO_BATCH: SentBatch = { kind: 'none' };
export const UNKNOWN_BATCH: SentBatch = { kind: 'accepted-unknown' };

/** What HeyGen does with a video while its job is Rendering; a completed one may still lack its link. */
export type SeenState = Exclude<VideoState, 'failed' | 'not_found'>;

/**
 * One paid attempt at one row: a line of the ledger. Times are Unix milliseconds, null when it has not
 * happened.
 */
export interface Job extends VideoLinks {
  readonly id: string;
  readonly status: JobStatus;
  /** The status that the row was last *seen* to show. The ledger is done with a job once this is its last status. */
  readonly shown: JobStatus | null;
  /** Sheet id of the tab, not its name: tabs are renamed. */
  readonly tab: number;
  /** Account that pays: see account.ts. Jobs of other owners are never touched. */
  readonly owner: string;
  /** When Render was pressed. */
  readonly askedAt: number;
  readonly sendAs: SendAs;
  /** Grows with every answer that certainly had no effect, so that the next key is a new one. */
  readonly attempt: number;
  /** The `Idempotency-Key` of the POST that may have taken effect, or that is about to be made. */
  readonly key: string | null;
  /** Position in the batch POST, from 0; null while not in one. */
  readonly item: number | null;
  readonly batch: SentBatch;
  /** Null until HeyGen has named it. */
  readonly videoId: string | null;
  /** When the first POST went under the current key, which HeyGen remembers for 24 hours from then. */
  readonly sentAt: number | null;
  /** When an execution claimed the job to send it: its lease runs from then. */
  readonly claimedAt: number | null;
  /** When HeyGen was last asked about the job. */
  readonly checkedAt: number | null;
  /** What HeyGen was last seen doing with it. */
  readonly seen: SeenState | null;
  /** Since when HeyGen has shown no trace of it. In Unconfirmed, only looks count at which HeyGen had room. */
  readonly absentSince: number | null;
  /** Not to be sent before. */
  readonly dueAt: number | null;
  /** How often the POST under the current key has met an outage. */
  readonly outages: number;
  /** HeyGen's or our word for the problem, '' when there is none. */
  readonly code: string;
  /** A whole sentence for the user, '' when there is no problem. */
  readonly problem: string;
  /** How long the video is; null while that is not known. */
  readonly seconds: number | null;
  /** Fingerprints of the cells that the script was made of: evidence of whose video it is. */
  readonly sourcePrints: readonly string[];
  /** Fingerprint of the request without its tag. */
  readonly requestPrint: string;
  /** Fingerprints of the request's parts, by which it is said later what has changed. Empty in old ledgers. */
  readonly requestParts: RequestParts;
  /** How the words begin that the video speaks; '' when it speaks none, or in old ledgers. */
  readonly says: string;
  /** Which POST takes the request. */
  readonly endpoint: Endpoint;
  /** Id of the HeyGen folder that is sent beside the request; null for none. A template's own is in the request. */
  readonly folderId: string | null;
  /** What was expected when Render was pressed: the length, and the price in US dollars. Null when unknown. */
  readonly estimatedSeconds: number | null;
  readonly estimatedUsd: number | null;
  /** The name of the price that it was estimated with: see `Estimate`. */
  readonly rate: string;
  /** Whose pace the finished video tells of, and its length at the usual pace: see `paceQuestion`. */
  readonly paceName: string;
  readonly usualSeconds: number;
  /** When HeyGen was first seen to make it: before that it waited for a slot. */
  readonly renderingSince: number | null;
  /** Requests to HeyGen that were made for it, with its share of those for several jobs. 0 in old ledgers. */
  readonly calls: number;
  /** The finished job whose video it is to take the place of: cancelled, it gives the row back. '' for none. */
  readonly replaces: string;
}

/** A job whose video HeyGen has named. */
export type JobWithVideo = Job & { readonly videoId: string };

export function hasVideo(job: Job): job is JobWithVideo {
  return job.videoId !== null;
}

/** A job of which no POST can have taken effect. */
export const NEVER_SENT = {
  key: null,
  item: null,
  batch: NO_BATCH,
  videoId: null,
  sentAt: null,
  claimedAt: null,
  seen: null,
  absentSince: null,
  renderingSince: null,
} as const satisfies Partial<Job>;

/** Code of an Unconfirmed job whose video HeyGen accepted and never showed: only the user can decide about it. */
export const NEVER_APPEARED = 'never_appeared';

/** Code of a Rendering job that HeyGen has had for much longer than its like: see stuck.ts. */
export const STUCK = 'stuck';

/** Nothing has happened to the job since Render was pressed, which may have given it an undo time. */
export function isUntouched(job: Job): boolean {
  return job.status === 'Queued' && job.attempt === 0 && job.key === null && job.problem === '';
}

/** A budget or the undo time of its run keeps it from being sent for now. */
export function isHeldBack(job: Job, now: number): boolean {
  return isUntouched(job) && job.dueAt !== null && job.dueAt > now;
}

/** How long ago something happened; for ever when it never did. */
export function ageOf(moment: number | null, now: number): number {
  return moment === null ? Number.POSITIVE_INFINITY : now - moment;
}

/** HeyGen replays a key for 24 hours. One hour is left for clocks that disagree and for slow executions. */
const KEY_LIFE_MS = 23 * 3_600_000;

/** Whether a POST under the job's key is certainly a repetition of the first one, and never another video. */
export function isKeyFresh(job: Job, now: number): boolean {
  return ageOf(job.sentAt, now) < KEY_LIFE_MS;
}

/** A job as it stands when Render has just been pressed. */
export function newJob(
  fields: Pick<Job, 'id' | 'tab' | 'owner' | 'askedAt' | 'sourcePrints' | 'requestPrint'> &
    Partial<
      Pick<
        Job,
        | 'sendAs'
        | 'endpoint'
        | 'folderId'
        | 'requestParts'
        | 'says'
        | 'estimatedSeconds'
        | 'estimatedUsd'
        | 'rate'
        | 'paceName'
        | 'usualSeconds'
        | 'dueAt'
        | 'replaces'
      >
    >,
): Job {
  return {
    sendAs: 'batch',
    endpoint: VIDEO_ENDPOINT,
    folderId: null,
    requestParts: NO_PARTS,
    says: '',
    estimatedSeconds: null,
    estimatedUsd: null,
    rate: '',
    paceName: '',
    usualSeconds: 0,
    dueAt: null,
    replaces: '',
    ...fields,
    status: 'Queued',
    shown: null,
    attempt: 0,
    ...NEVER_SENT,
    checkedAt: null,
    outages: 0,
    code: '',
    problem: '',
    seconds: null,
    calls: 0,
    ...NO_LINKS,
  };
}
