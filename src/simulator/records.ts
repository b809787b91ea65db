/** `file`: a subtitle file beside the video. `burned`: that file, and a second video that shows the words. */
export type Captions = 'none' | 'file' | 'burned';

/** One video. Records are replaced, never changed in place, so their JSON can be kept. */
export interface VideoRecord {
  /** Position in the order of creation over all accounts, from 1. */
  readonly seq: number;
  readonly id: string;
  readonly account: string;
  readonly title: string;
  /** The spoken text exactly as sent, with a newline between scenes. '' for recorded audio. */
  readonly script: string;
  readonly type: string;
  /** Look ids. None for a video made from a picture. */
  readonly looks: readonly string[];
  readonly engine: string;
  readonly format: 'mp4' | 'webm';
  readonly captions: Captions;
  readonly folder: string | null;
  /** The caller's own id. Only webhook events show it. */
  readonly callbackId: string | null;
  /** What is shown behind the speaker: a colour, a URL or an asset id. '' for the look's own background. */
  readonly background: string;
  /** `Idempotency-Key` of the request that made it. '' without one. */
  readonly key: string;
  /** Batch id and position in it. '' and -1 for a single video. */
  readonly batch: string;
  readonly item: number;
  readonly state: 'waiting' | 'rendering' | 'completed' | 'failed';
  /** Milliseconds. 0: not yet. */
  readonly createdAt: number;
  readonly startedAt: number;
  /** Planned end while rendering, then the actual one. */
  readonly finishAt: number;
  readonly seconds: number;
  /** US dollars due on completion. */
  readonly cost: number;
  /** US dollars charged: `cost` at the price of the moment once it is completed, before that 0. */
  readonly charged: number;
  readonly failureCode: string;
  readonly failureMessage: string;
  /** Milliseconds. 0: it still exists. */
  readonly deletedAt: number;
}

/** One member of a batch: it waits to be created, exists, or was refused. */
export interface ItemRecord {
  /** The request as sent. Null once it was tried. */
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
  /** The folder of the batch, not of its videos. Null: the root of the workspace. */
  readonly folder: string | null;
  readonly key: string;
  readonly createdAt: number;
  readonly items: ItemRecord[];
}

/** The first accepted reply to an `Idempotency-Key`. */
export interface KeyRecord {
  readonly account: string;
  /** Path of the operation: on another path the same key is another key. */
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
  /** Content in base64. '' for more than 256 KB, which is not kept. */
  readonly content: string;
}

/** The sound of a text, without a video. */
export interface SpeechRecord {
  readonly seq: number;
  readonly id: string;
  readonly account: string;
  readonly text: string;
  readonly voice: string;
  readonly seconds: number;
  /** US dollars charged. */
  readonly cost: number;
}

export interface WebhookRecord {
  readonly seq: number;
  readonly id: string;
  readonly account: string;
  readonly url: string;
  /** Null: all events. */
  readonly events: readonly string[] | null;
  readonly secret: string;
  readonly createdAt: number;
}

export interface FolderRecord {
  readonly seq: number;
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly type: 'mixed' | 'video' | 'video_translate';
  /** '' at the root of the workspace. */
  readonly parent: string;
  readonly createdAt: number;
}

/** One line of the ledger of truth: a video that is paid for, now or on completion. */
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
  /** Milliseconds. 0 until it is completed. */
  readonly completedAt: number;
  readonly seconds: number;
  /** Output seconds charged so far. 0 until it is completed. */
  readonly chargedSeconds: number;
  readonly charged: number;
}
