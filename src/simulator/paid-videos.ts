import type { PaidVideo, VideoRecord } from './records.ts';
import type { World } from './world.ts';

/** Whether money was or will be taken for it: not for failed, free, or deleted before completion. */
function isPaid(video: VideoRecord): boolean {
  if (video.state === 'completed') return video.cost > 0;
  return video.state !== 'failed' && video.cost > 0 && video.deletedAt === 0;
}

/** The ledger of truth: every accepted video that is, or on completion will be, paid for. */
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

/** What an account has come to. */
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
