import type { PaidVideo, VideoRecord } from './records.ts';
import type { World } from './world.ts';

/** Whether it costs money, now or on completion. Failed, free and early deleted videos cost nothing. */
function isPaid(video: VideoRecord): boolean {
  if (video.state === 'completed') return video.cost > 0;
  return video.state !== 'failed' && video.cost > 0 && video.deletedAt === 0;
}

/** The ledger of truth: every accepted video that is paid for, now or on completion. */
export function paidVideos(world: World): PaidVideo[] {
  return [...world.videos.values()].filter(isPaid).map((video) => ({
    id: video.id,
    account: video.account,
    title: video.title,
    script: video.script,
    key: video.key,
    batch: video.batch,
    item: video.item,
    state: video.state,
    createdAt: video.createdAt,
    completedAt: video.state === 'completed' ? video.finishAt : 0,
    seconds: video.seconds,
    chargedSeconds: video.charged > 0 ? video.seconds : 0,
    charged: video.charged,
  }));
}

/** The sums of one account. */
export interface AccountTotals {
  readonly account: string;
  readonly videos: number;
  readonly waiting: number;
  readonly rendering: number;
  readonly peakRendering: number;
  /** US dollars. */
  readonly spent: number;
  readonly reserved: number;
}

export function accountTotals(world: World): AccountTotals[] {
  return [...world.books.values()].map((book) => ({
    account: book.name,
    videos: book.videoIds.length,
    waiting: book.waiting.size,
    rendering: book.rendering.size,
    peakRendering: book.peakRendering,
    spent: book.spent,
    reserved: book.reserved,
  }));
}
