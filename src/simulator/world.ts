import { type AccountBook, openBook } from './account-book.ts';
import { createItem } from './batch-work.ts';
import { makeCatalogue, SAMPLE_ASSETS, SAMPLE_FOLDERS } from './catalogue/catalogue.ts';
import { type Catalogue, ENGINES } from './catalogue/look.ts';
import type { CheckView, VideoPlan } from './check/check-view.ts';
import { roundMoney } from './check/price.ts';
import { EventQueue } from './event-queue.ts';
import type { FaultCounts } from './faults.ts';
import type { SimulatorOptions } from './options.ts';
import type {
  AssetRecord,
  BatchRecord,
  FolderRecord,
  KeyRecord,
  SpeechRecord,
  VideoRecord,
  WebhookRecord,
} from './records.ts';
import { awaitFinish, fillSlots, finishVideo, releaseVideo } from './rendering.ts';
import { seededFraction, seededHex } from './seeded.ts';
import { TrackedMap } from './tracked-map.ts';

/** Where a video came from. */
export interface Origin {
  readonly account: string;
  readonly key: string;
  readonly batch: string;
  readonly item: number;
}

/**
 * The simulated world: accounts, videos, batches, and time. Invariants: at most `slots` videos of an account
 * render at once. A video is charged exactly once, when it completes. `now` never goes back.
 */
export class World {
  options: SimulatorOptions;
  catalogue: Catalogue;
  now = 0;
  /** Requests so far. Request ids are made from it. */
  requests = 0;
  /** Videos, batches and assets so far. Their ids are made from it. */
  created = 0;
  /** Grows whenever something changes that must survive a crash. */
  revision = 0;
  readonly videos = new TrackedMap<VideoRecord>();
  readonly batches = new TrackedMap<BatchRecord>();
  readonly keys = new TrackedMap<KeyRecord>();
  readonly assets = new TrackedMap<AssetRecord>();
  readonly folders = new TrackedMap<FolderRecord>();
  readonly speeches = new TrackedMap<SpeechRecord>();
  readonly webhooks = new TrackedMap<WebhookRecord>();
  readonly books = new Map<string, AccountBook>();
  /** Requests per operation, and events of note such as replayed keys. */
  readonly counts = new Map<string, number>();
  faultCounts: FaultCounts = { matched: [], fired: [] };
  readonly events = new EventQueue();

  constructor(options: SimulatorOptions) {
    this.options = options;
    this.catalogue = makeCatalogue(options);
  }

  setOptions(options: SimulatorOptions): void {
    const old = this.options;
    this.options = options;
    const names = ['seed', 'looks', 'voices', 'hostileNames', 'newEngines'] as const;
    if (names.some((name) => JSON.stringify(old[name]) !== JSON.stringify(options[name]))) {
      this.catalogue = makeCatalogue(options);
    }
    if (JSON.stringify(old.faults) !== JSON.stringify(options.faults)) {
      this.faultCounts = { matched: [], fired: [] };
    }
    for (const book of this.books.values()) fillSlots(this, book);
    this.revision += 1;
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  nextSeq(): number {
    this.created += 1;
    return this.created;
  }

  book(account: string): AccountBook {
    const known = this.books.get(account);
    if (known !== undefined) return known;
    const book = openBook(account);
    this.books.set(account, book);
    return book;
  }

  checkView(account: string): CheckView {
    const { paramNames, refuseStatus, refuseCode, refuseMessage, seed } = this.options;
    return {
      ...this.options,
      catalogue: this.catalogue,
      findAsset: (id) => this.#findAsset(account, id),
      hasFolder: (id) => this.folderOf(account, id) !== null,
      engines: [...ENGINES, ...this.options.newEngines],
      refusedWith: { status: refuseStatus, code: refuseCode, message: refuseMessage },
      typedParams:
        paramNames === 'typed' ||
        (paramNames === 'varies' && seededFraction(seed, 'param', this.requests) < 0.5),
    };
  }

  /** A folder of this account, or one of the samples, which every account has. */
  folderOf(account: string, id: string): FolderRecord | null {
    const folder = this.folders.get(id);
    if (folder?.account === account) return folder;
    if (!SAMPLE_FOLDERS.includes(id)) return null;
    return { seq: 0, id, account, name: id, type: 'mixed', parent: '', createdAt: 0 };
  }

  #findAsset(account: string, id: string): 'there' | 'new' | 'missing' {
    if (SAMPLE_ASSETS.includes(id)) return 'there';
    const asset = this.assets.get(id);
    if (asset?.account !== account) return 'missing';
    return this.now - asset.uploadedAt < this.options.assetLagMs ? 'new' : 'there';
  }

  /** Makes everything happen that is due by `now`, each thing at its own time. */
  advance(now: number): void {
    for (let event = this.events.takeDue(now); event !== null; event = this.events.takeDue(now)) {
      this.now = Math.max(this.now, event.at);
      if (event.kind === 'finish') finishVideo(this, event.id);
      else createItem(this, event.id, event.index);
    }
    this.now = Math.max(this.now, now);
  }

  /** When the next thing happens by itself, in milliseconds. Null: nothing is under way. */
  nextEventAt(): number | null {
    return this.events.nextAt();
  }

  acceptVideo(plan: VideoPlan, origin: Origin): VideoRecord {
    const seq = this.nextSeq();
    const video: VideoRecord = {
      seq,
      id: seededHex(this.options.seed, 'video', seq),
      ...origin,
      title: plan.title,
      script: plan.script,
      type: plan.type,
      looks: plan.looks,
      engine: plan.engine,
      format: plan.format,
      captions: plan.captions,
      folder: plan.folder,
      callbackId: plan.callbackId,
      background: plan.background,
      state: 'waiting',
      createdAt: this.now,
      startedAt: 0,
      finishAt: 0,
      seconds: plan.seconds,
      cost: plan.cost,
      charged: 0,
      failureCode: '',
      failureMessage: '',
      deletedAt: 0,
    };
    this.videos.set(video.id, video);
    const book = this.book(origin.account);
    book.videoIds.push(video.id);
    book.waiting.add(video.id);
    book.reserved = roundMoney(book.reserved + plan.cost);
    fillSlots(this, book);
    this.revision += 1;
    return video;
  }

  acceptAsset(
    account: string,
    file: { name: string; mime: string; size: number; content: string },
  ): AssetRecord {
    const seq = this.nextSeq();
    const id = seededHex(this.options.seed, 'asset', seq);
    const asset: AssetRecord = { seq, id, account, ...file, uploadedAt: this.now };
    this.assets.set(id, asset);
    this.revision += 1;
    return asset;
  }

  acceptFolder(account: string, folder: Pick<FolderRecord, 'name' | 'type' | 'parent'>): FolderRecord {
    const seq = this.nextSeq();
    const id = seededHex(this.options.seed, 'folder', seq);
    const record: FolderRecord = { seq, id, account, ...folder, createdAt: this.now };
    this.folders.set(id, record);
    this.revision += 1;
    return record;
  }

  acceptSpeech(speech: Omit<SpeechRecord, 'seq' | 'id'>): SpeechRecord {
    const seq = this.nextSeq();
    const record = { seq, id: seededHex(this.options.seed, 'speech', seq), ...speech };
    this.adoptSpeech(record);
    this.revision += 1;
    return record;
  }

  adoptSpeech(speech: SpeechRecord): void {
    this.speeches.set(speech.id, speech);
    const book = this.book(speech.account);
    book.spent = roundMoney(book.spent + speech.cost);
  }

  /** Keeps a new or changed webhook. */
  putWebhook(webhook: WebhookRecord): void {
    this.webhooks.set(webhook.id, webhook);
    this.revision += 1;
  }

  /** A video under way stops and costs nothing. A completed one stays charged. */
  deleteVideo(video: VideoRecord): void {
    const book = this.book(video.account);
    if (video.state === 'waiting' || video.state === 'rendering') releaseVideo(book, video);
    this.videos.set(video.id, { ...video, deletedAt: this.now });
    fillSlots(this, book);
    this.revision += 1;
  }

  /** Takes in a saved video. Call it in the order of creation: the account's book is worked out again from it. */
  adoptVideo(video: VideoRecord): void {
    this.videos.set(video.id, video);
    const book = this.book(video.account);
    book.videoIds.push(video.id);
    book.spent = roundMoney(book.spent + video.charged);
    if (video.deletedAt !== 0 || video.state === 'completed' || video.state === 'failed') return;
    book.reserved = roundMoney(book.reserved + video.cost);
    book[video.state].add(video.id);
    book.peakRendering = Math.max(book.peakRendering, book.rendering.size);
    if (video.state === 'rendering') awaitFinish(this, video);
  }
}
