/** `file`: subtitles beside the video; `burned`: a second video that shows them, and the file too. */
export type Captions = 'none' | 'file' | 'burned';

/** What the simulator remembers. Videos are replaced, never changed in place, so that their JSON can be kept. */
export interface VideoRecord {
  /** Position in the order of creation over all accounts, from 1. */
  readonly seq: number;
  readonly id: string;
  readonly account: string;
  readonly title: string;
  /** What is spoken, exactly as sent; of several scenes joined by a newline; '' for recorded audio. */
  readonly script: string;
  readonly type: string;
  /** Look ids; empty for videos made from a picture. */
  readonly looks: readonly string[];
  readonly engine: string;
  readonly format: 'mp4' | 'webm';
  readonly captions: Captions;
  readonly folder: string | null;
  /** `Idempotency-Key` of the request that made it; '' when there was none. */
  readonly key: string;
  /** Batch id and position in it; '' and -1 for a single video. */
  readonly batch: string;
  readonly item: number;
  readonly state: 'waiting' | 'rendering' | 'completed' | 'failed';
  /** Milliseconds; 0 while not reached. */
  readonly createdAt: number;
  readonly startedAt: number;
  /** Planned end while rendering, then the actual one. */
  readonly finishAt: number;
  readonly seconds: number;
  /** US dollars due on completion. */
  readonly cost: number;
  /** US dollars charged: `cost` from completion on, else 0. */
  readonly charged: number;
  readonly failureCode: string;
  readonly failureMessage: string;
  /** Milliseconds; 0 while it exists. */
  readonly deletedAt: number;
}

/** One member of a batch: waiting to be created, created, or refused. */
export interface ItemRecord {
  /** The request as sent; null once it was tried. */
  readonly body: unknown;
  readonly createAt: number;
  /** '' until its video exists. */
  readonly videoId: string;
  readonly error: { readonly code: string; readonly message: string } | null;
}

export interface BatchRecord {
  readonly seq: number;
  readonly id: string;
  readonly account: string;
  readonly title: string | null;
  readonly key: string;
  readonly createdAt: number;
  readonly items: ItemRecord[];
}

/** The first accepted reply to an `Idempotency-Key`. */
export interface KeyRecord {
  readonly account: string;
  /** Path of the operation: a key means nothing elsewhere. */
  readonly path: string;
  readonly key: string;
  readonly at: number;
  readonly inFlightUntil: number;
  readonly status: number;
  readonly body: string;
}

export interface AssetRecord {
  readonly seq: number;
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly uploadedAt: number;
  /** Content in base64, kept up to 256 KB; '' above. */
  readonly content: string;
}

/** One line of the ledger of truth: a video that was accepted and is, or on completion will be, paid for. */
export interface PaidVideo {
  readonly id: string;
  readonly account: string;
  readonly title: string;
  readonly script: string;
  readonly key: string;
  readonly batch: string;
  readonly item: number;
  readonly state: VideoRecord['state'];
  readonly createdAt: number;
  /** Milliseconds; 0 until completed. */
  readonly completedAt: number;
  readonly seconds: number;
  /** Output seconds charged so far: 0 until completed. */
  readonly chargedSeconds: number;
  readonly charged: number;
}
