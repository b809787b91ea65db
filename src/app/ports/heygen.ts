import type { Problem } from '../../core/heygen/problem.ts';
import type { BatchItem, StatusEntry, Video } from '../../core/heygen/video.ts';
import type { Endpoint } from '../../core/heygen/video-request.ts';
import type { Result } from '../../core/result.ts';

export type { BatchItem, StatusEntry, Video, VideoState } from '../../core/heygen/video.ts';

/**
 * What a POST that costs money came to. The three must never be mixed up:
 * `accepted` has taken effect, `refused` has certainly not, `lost` may have.
 */
export type Sent<Value> =
  | { readonly kind: 'accepted'; readonly value: Value }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'lost'; readonly problem: Problem };

/** What a read came to; a failed read changes nothing and can be asked again. */
export type Asked<Value> = Result<Value, Problem>;

/** Whose key it is and what is left on the account. */
export interface Account {
  /** Stable within HeyGen, the same for every key of one account. */
  readonly username: string;
  readonly email: string;
  /** `null` when HeyGen names no balance. */
  readonly balance: { readonly amount: number; readonly unit: 'usd' | 'credits' } | null;
  /** HeyGen's word for the way of paying: `wallet`, `subscription`, `usage_based` or ''. */
  readonly billing: string;
}

/** The HeyGen port: what the use cases ask of HeyGen v3, one method an operation. */
export interface HeyGen {
  /**
   * POST of a single video, with the exact body from the ledger. Repeats itself under the same key on 5xx and
   * cut connections.
   */
  createVideo(endpoint: Endpoint, body: string, key: string): Sent<{ readonly videoId: string }>;
  /** POST /v3/videos/batches of the exact bodies from the ledger. Never repeated by the client. */
  createBatch(
    bodies: readonly string[],
    title: string,
    key: string,
  ): Sent<{ readonly batchId: string; readonly totalItems: number }>;
  /** GET /v3/videos/statuses, every page; at most 100 ids in all per call, more are split over calls. */
  statuses(videoIds: readonly string[], batchIds: readonly string[]): Asked<readonly StatusEntry[]>;
  /** GET /v3/videos/batches/{id}, every page. */
  batchItems(batchId: string): Asked<readonly BatchItem[]>;
  /** GET /v3/videos/{id}; a 404 is answered as a video in state `not_found`. */
  video(id: string): Asked<Video>;
  /**
   * GET /v3/videos?title=…: page by page of at most 100, newest first as far as HeyGen keeps to it.
   * An entry that cannot be read comes as a video with the id '' under way, and the answer is not complete.
   * `enough` is asked after each page and stops the paging; `complete` tells that the last page was reached.
   */
  videosByTitle(
    part: string,
    enough: (soFar: readonly Video[]) => boolean,
  ): Asked<{ readonly videos: readonly Video[]; readonly complete: boolean }>;
  /** DELETE /v3/videos/{id}; already gone counts as deleted. After a problem of kind `outage` it may be deleted. */
  deleteVideo(id: string): Asked<null>;
  /** GET /v3/users/me. */
  account(): Asked<Account>;
}
