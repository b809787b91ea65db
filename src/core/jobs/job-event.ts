import type { Problem } from '../heygen/problem.ts';
import type { VideoLinks } from '../heygen/video-links.ts';
import type { SeenState, SendAs, SentBatch } from './job.ts';
import type { JobStatus } from './status.ts';

/** A finished video as a job keeps it. */
export interface FinishedVideo {
  readonly id: string;
  readonly links: VideoLinks;
  readonly seconds: number | null;
  /** Unix milliseconds; null when HeyGen does not say. */
  readonly completedAt: number | null;
}

/** Something that happened to a job, or was learned of it. */
export type JobEvent = Happening & {
  /**
   * The attempt that an answer is about. No lock was held while HeyGen was asked: another execution may have put
   * the job back in the queue and sent it anew meanwhile, and then the answer is about a past video.
   */
  readonly attempt?: number;
};

/** Everything that can happen to a job. */
type Happening =
  | { readonly type: 'claimed'; readonly sendAs: SendAs; readonly key: string; readonly item: number | null }
  /** Claimed, but the POST was never made. */
  | { readonly type: 'released' }
  | { readonly type: 'accepted'; readonly batch: SentBatch; readonly videoId: string | null }
  /** A definite answer without effect. */
  | { readonly type: 'refused'; readonly problem: Problem }
  /** No definite answer came, so the POST may have taken effect. */
  | { readonly type: 'lost'; readonly problem: Problem; readonly retryAt: number }
  /** The execution that held the claim is dead, and its POST may have taken effect. */
  | { readonly type: 'lapsed' }
  /** HeyGen has the POST, and so this job's video, although it may not have named it yet. */
  | { readonly type: 'found'; readonly videoId: string | null }
  /** HeyGen does not have it, that is proven: it may be sent again under the same key. */
  | { readonly type: 'absent' }
  /** The user decides that an Unconfirmed job is sent again. */
  | { readonly type: 'send-again' }
  | { readonly type: 'seen'; readonly videoId: string | null; readonly state: SeenState }
  /** It takes much longer than its like; `message` is a sentence that stays true. */
  | { readonly type: 'stuck'; readonly message: string }
  | { readonly type: 'asked'; readonly absentSince: number | null }
  /** The video that HeyGen named for it has another job's tag in its title. */
  | { readonly type: 'not-its-own' }
  | { readonly type: 'completed'; readonly video: FinishedVideo }
  | { readonly type: 'failed'; readonly code: string; readonly message: string }
  /** HeyGen made no video of this item of a batch, for lack of a slot or of a new upload: not charged, sent alone next. */
  | { readonly type: 'surplus' }
  /** HeyGen made no video of this item of a batch, for lack of credit or rights: it is not charged, and sent later. */
  | { readonly type: 'unpaid'; readonly code: string; readonly message: string }
  /** Accepted, but never seen: only the user can decide. */
  | { readonly type: 'missing' }
  | { readonly type: 'cancelled'; readonly reason: string }
  /** The user had its finished video deleted in HeyGen. */
  | { readonly type: 'deleted' }
  /** HeyGen gave new links to its finished video. */
  | { readonly type: 'renewed'; readonly links: VideoLinks }
  /** Requests to HeyGen were made for it: its share of those for several jobs. */
  | { readonly type: 'called'; readonly calls: number }
  | { readonly type: 'shown'; readonly status: JobStatus };

/** The statuses in which an event is news, and the ones that each may then lead to. */
type Course = { readonly [From in JobStatus]?: readonly JobStatus[] };

/** News in every status, which it leaves as it is. */
const IN_PLACE: Course = {
  Queued: ['Queued'],
  Submitting: ['Submitting'],
  Unconfirmed: ['Unconfirmed'],
  Rendering: ['Rendering'],
  Done: ['Done'],
  Failed: ['Failed'],
  Cancelled: ['Cancelled'],
};

/**
 * The machine of a job's statuses. In every other status an event comes too late and changes nothing: a cancelled
 * row's reply, another execution's record. `transition` holds to this table, and nothing else writes a status.
 */
export const EVENTS: { readonly [Type in JobEvent['type']]: Course } = {
  claimed: { Queued: ['Submitting'], Unconfirmed: ['Submitting'] },
  released: { Submitting: ['Queued', 'Unconfirmed'] },
  accepted: { Submitting: ['Rendering'], Unconfirmed: ['Rendering'] },
  refused: { Submitting: ['Queued', 'Failed', 'Unconfirmed'] },
  lost: { Submitting: ['Unconfirmed'] },
  lapsed: { Submitting: ['Unconfirmed'] },
  found: { Unconfirmed: ['Rendering'], Rendering: ['Rendering'] },
  absent: { Unconfirmed: ['Queued'] },
  'send-again': { Unconfirmed: ['Queued'] },
  seen: { Rendering: ['Rendering'] },
  stuck: { Rendering: ['Rendering'] },
  'not-its-own': { Rendering: ['Rendering'] },
  asked: { Rendering: ['Rendering'], Unconfirmed: ['Unconfirmed'] },
  completed: { Rendering: ['Done'], Unconfirmed: ['Done'] },
  failed: { Rendering: ['Failed'], Unconfirmed: ['Failed'] },
  surplus: { Rendering: ['Queued'], Submitting: ['Queued'] },
  unpaid: { Rendering: ['Queued'] },
  missing: { Rendering: ['Unconfirmed'] },
  cancelled: { Queued: ['Cancelled'] },
  deleted: { Done: ['Done'] },
  renewed: { Done: ['Done'] },
  called: IN_PLACE,
  shown: IN_PLACE,
};
