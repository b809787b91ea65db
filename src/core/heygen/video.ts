import type { VideoLinks } from './video-links.ts';

/** HeyGen's many status words, reduced to five. Every unknown word counts as `rendering`. */
export type VideoState = 'waiting' | 'rendering' | 'completed' | 'failed' | 'not_found';

/** A video as `GET /v3/videos` and `GET /v3/videos/{id}` show it. Absent texts are ''. */
export interface Video extends VideoLinks {
  readonly id: string;
  readonly title: string;
  readonly state: VideoState;
  /** Length of the video in seconds; null while unknown. */
  readonly seconds: number | null;
  /** Unix seconds; null when HeyGen does not say. */
  readonly createdAt: number | null;
  readonly completedAt: number | null;
  readonly failureCode: string;
  /** HeyGen's own words, hostile text; '' when it gave none. */
  readonly failureMessage: string;
}

/** One member of a batch. `videoId` is '' until its video exists. */
export interface BatchItem {
  readonly index: number;
  readonly videoId: string;
  readonly state: VideoState;
  readonly failureCode: string;
  readonly failureMessage: string;
}

/** One entry of the bulk statuses; `batchId` and `index` are set for entries expanded from a batch. */
export interface StatusEntry {
  readonly videoId: string;
  readonly batchId: string;
  readonly index: number | null;
  readonly state: VideoState;
  readonly failureCode: string;
  readonly failureMessage: string;
}
