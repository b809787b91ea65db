import type { Problem } from '../heygen/problem.ts';
import { NO_LINKS, type VideoLinks } from '../heygen/video-links.ts';
import type { JobStatus } from './status.ts';

/** How a job is sent: with others in one batch POST, or alone. */
export type SendAs = 'batch' | 'single';

/**
 * One paid attempt at one row: a line of the ledger. Times are Unix milliseconds, 0 when it has not
 * happened; texts are '' when there is none.
 */
export interface Job extends VideoLinks {
  readonly id: string;
  readonly status: JobStatus;
  /** The status that the row was last *seen* to show; the job may leave the open part only when it is its own. */
  readonly shown: string;
  /** Sheet id of the tab; tabs are renamed, so never its name. */
  readonly tab: number;
  /** Account that pays: see account.ts. Jobs of other owners are never touched. */
  readonly owner: string;
  /** When Render was pressed. */
  readonly askedAt: number;
  readonly sendAs: SendAs;
  /** Grows with every answer that certainly had no effect, so that the next key is a new one. */
  readonly attempt: number;
  /** The `Idempotency-Key` of the POST that may have taken effect, or that is about to be made. */
  readonly key: string;
  /** Position in the batch POST, -1 while not in one. */
  readonly item: number;
  /** HeyGen's batch id; `?` when the batch is known to be accepted but its id was lost with the reply. */
  readonly batchId: string;
  readonly videoId: string;
  /** First POST under the current key: HeyGen remembers a key for 24 hours from then. */
  readonly sentAt: number;
  /** The lease of the execution that holds the job in Submitting. */
  readonly claimedAt: number;
  /** When HeyGen was last asked about the job. */
  readonly checkedAt: number;
  /** What HeyGen was last seen doing with it: '', waiting or rendering. */
  readonly seen: string;
  /** Since when HeyGen has shown no trace of it: in Unconfirmed only looks at which it had room count. */
  readonly absentSince: number;
  /** Not to be sent or asked for before. */
  readonly dueAt: number;
  /** How often the POST under the current key has met an outage. */
  readonly outages: number;
  readonly code: string;
  /** A whole sentence for the user. */
  readonly problem: string;
  readonly seconds: number;
  /** Fingerprints of the cells that the script was made of: evidence of whose video it is. */
  readonly sourcePrints: readonly string[];
  /** Fingerprint of the request without its tag. */
  readonly requestPrint: string;
  /** Id of the HeyGen template whose POST takes the request; '' for `POST /v3/videos`. */
  readonly template: string;
  /** Id of the HeyGen folder that the video was put into. */
  readonly folderId: string;
}

/** A finished video as a job keeps it. */
export interface FinishedVideo {
  readonly id: string;
  readonly links: VideoLinks;
  readonly seconds: number | null;
}

/** Something that happened to a job, or was learned of it. */
export type JobEvent = Happening & {
  /**
   * The attempt that an answer is about, when it was asked for without a lock: meanwhile another execution
   * may have put the job back in the queue and sent it anew, and then the answer is about a past video.
   */
  readonly attempt?: number;
};

/** Everything that can happen to a job. */
type Happening =
  | { readonly type: 'claimed'; readonly sendAs: SendAs; readonly key: string; readonly item: number }
  /** Claimed, but the POST was never made. */
  | { readonly type: 'released' }
  | { readonly type: 'accepted'; readonly batchId: string; readonly videoId: string }
  /** A definite answer without effect. */
  | { readonly type: 'refused'; readonly problem: Problem }
  /** The reply was lost, or the execution that held the claim is dead. */
  | { readonly type: 'lost'; readonly problem: Problem; readonly retryAt: number }
  | { readonly type: 'lapsed' }
  /** HeyGen has it, and its other half-known siblings with it; `videoId` may still be unknown. */
  | { readonly type: 'found'; readonly videoId: string }
  /** Proven not to be there: to be sent again under the same key. */
  | { readonly type: 'absent' }
  /** The user's decision for an Unconfirmed job. */
  | { readonly type: 'send-again' }
  | { readonly type: 'seen'; readonly videoId: string; readonly state: string }
  | { readonly type: 'asked'; readonly absentSince: number }
  | { readonly type: 'completed'; readonly video: FinishedVideo }
  | { readonly type: 'failed'; readonly code: string; readonly message: string }
  /** A batch item that HeyGen had no slot for: not charged, to be sent alone. */
  | { readonly type: 'surplus' }
  /** A batch item that HeyGen made no video of for want of credit or right: not charged, to be sent later. */
  | { readonly type: 'unpaid'; readonly code: string; readonly message: string }
  /** Accepted, but never seen: only the user can decide. */
  | { readonly type: 'missing' }
  | { readonly type: 'cancelled'; readonly reason: string }
  /** The user had its finished video deleted in HeyGen. */
  | { readonly type: 'deleted' }
  | { readonly type: 'shown'; readonly status: string };

/** A job as it stands when Render has just been pressed. */
export function newJob(
  fields: Pick<Job, 'id' | 'tab' | 'owner' | 'askedAt' | 'sourcePrints' | 'requestPrint'> &
    Partial<Pick<Job, 'sendAs' | 'template' | 'folderId'>>,
): Job {
  return {
    sendAs: 'batch',
    template: '',
    folderId: '',
    ...fields,
    status: 'Queued',
    shown: '',
    attempt: 0,
    key: '',
    item: -1,
    batchId: '',
    videoId: '',
    sentAt: 0,
    claimedAt: 0,
    checkedAt: 0,
    seen: '',
    absentSince: 0,
    dueAt: 0,
    outages: 0,
    code: '',
    problem: '',
    seconds: 0,
    ...NO_LINKS,
  };
}
