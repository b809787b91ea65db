import type { Problem } from '../../core/heygen/problem.ts';
import type { BatchItem, StatusEntry, Video } from '../../core/heygen/video.ts';
import type { Endpoint } from '../../core/heygen/video-request.ts';
import type { Result } from '../../core/result.ts';

/**
 * The outcome of a POST that costs money. Never mix the three up: `accepted` has taken effect, `refused` certainly has
 * not, `lost` may have.
 */
export type Sent<Value> =
  | { readonly kind: 'accepted'; readonly value: Value }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'lost'; readonly problem: Problem };

/** The outcome of a read. A failed read changed nothing and can be repeated. */
export type Asked<Value> = Result<Value, Problem>;

/** Whose key it is, and what is left in the account. */
export interface Account {
  /** HeyGen never changes it, and it is the same for every key of one account. */
  readonly username: string;
  readonly email: string;
  /** `null` when HeyGen names no balance. */
  readonly balance: { readonly amount: number; readonly unit: 'usd' | 'credits' } | null;
  /** How the account pays, in HeyGen's word: `wallet`, `subscription`, `usage_based` or ''. */
  readonly billing: string;
}

/** A read whose first page may be asked for ahead, together with others. */
export type Question =
  | { readonly kind: 'titles'; readonly part: string }
  | { readonly kind: 'items'; readonly batchId: string };

/** `throttled`: HeyGen asks to send less. */
export type AnswerAhead = 'answered' | 'throttled' | 'failed';

/** The HeyGen port: what the use cases need from HeyGen v3, one method an operation. */
export interface HeyGen {
  /**
   * POST of a single video, with the exact body from the ledger and the folder for the video, if any. Repeats itself
   * under the same key on 5xx and cut connections.
   */
  createVideo(
    endpoint: Endpoint,
    body: string,
    key: string,
    folder: string | null,
  ): Sent<{ readonly videoId: string }>;
  /**
   * POST /v3/videos/batches of the exact bodies from the ledger, all for one folder, if any. Never repeated by the
   * client.
   */
  createBatch(
    bodies: readonly string[],
    title: string,
    key: string,
    folder: string | null,
  ): Sent<{ readonly batchId: string; readonly totalItems: number }>;
  /** GET /v3/videos/statuses, every page. More than 100 ids are split over several calls. */
  statuses(videoIds: readonly string[], batchIds: readonly string[]): Asked<readonly StatusEntry[]>;
  /** GET /v3/videos/batches/{id}, every page. */
  batchItems(batchId: string): Asked<readonly BatchItem[]>;
  /** GET /v3/videos/{id}. A 404 becomes a video in state `not_found`. */
  video(id: string): Asked<Video>;
  /**
   * GET /v3/videos?title=…, in pages of at most 100, usually newest first. An entry that cannot be read becomes a video
   * under way with the id '', and the answer is then not complete. `enough` is called after each page and stops the
   * paging. `complete`: the last page was reached.
   */
  videosByTitle(
    part: string,
    enough: (soFar: readonly Video[]) => boolean,
  ): Asked<{ readonly videos: readonly Video[]; readonly complete: boolean }>;
  /**
   * Asks several questions at the same moment. The next `batchItems` or `videosByTitle` for each of them begins with the
   * answer that came, whatever it was. What is not taken until the next time is forgotten.
   */
  ahead(questions: readonly Question[]): readonly AnswerAhead[];
  /** DELETE /v3/videos/{id}. A missing video counts as deleted. After an `outage` problem it may be deleted. */
  deleteVideo(id: string): Asked<null>;
  /** GET /v3/users/me. */
  account(): Asked<Account>;
}
