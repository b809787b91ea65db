import type { AccountBook } from './account-book.ts';
import { roundMoney } from './check/price.ts';
import type { VideoRecord } from './records.ts';
import { seededBetween, seededFraction } from './seeded.ts';
import type { World } from './world.ts';

/** Starts waiting videos while slots are free. */
export function fillSlots(world: World, book: AccountBook): void {
  const { renderMs, seed, slots } = world.options;
  for (let id = nextInLine(world, book); id !== undefined; id = nextInLine(world, book)) {
    if (book.rendering.size >= slots) return;
    book.waiting.delete(id);
    const video = world.videos.get(id);
    if (video === undefined) continue;
    const factor = video.engine === 'avatar_v' ? 3 : 1;
    const takes = seededBetween(renderMs[0], Math.max(...renderMs), seed, 'render', id) * factor;
    const rendering: VideoRecord = {
      ...video,
      state: 'rendering',
      startedAt: world.now,
      finishAt: world.now + takes,
    };
    world.videos.set(id, rendering);
    book.rendering.add(id);
    book.peakRendering = Math.max(book.peakRendering, book.rendering.size);
    awaitFinish(world, rendering);
  }
}

/** The video that waits longest; where batches are rendered side by side, of the batch that has the fewest slots. */
function nextInLine({ options, videos }: World, { waiting, rendering }: AccountBook): string | undefined {
  const [oldest] = waiting;
  if (!options.sideBySide) return oldest;
  const batchOf = (id: string): string => videos.get(id)?.batch ?? '';
  const taken = new Map<string, number>();
  for (const id of rendering) taken.set(batchOf(id), (taken.get(batchOf(id)) ?? 0) + 1);
  return (
    [...waiting].reduce(
      (best, id) => ((taken.get(batchOf(id)) ?? 0) < (taken.get(batchOf(best)) ?? 0) ? id : best),
      oldest ?? '',
    ) || undefined
  );
}

export function awaitFinish(world: World, { id, finishAt, seq }: VideoRecord): void {
  world.events.add({ at: finishAt, kind: 'finish', id, index: 0, seq });
}

/** Takes a video out of the slots or the queue, with the money set aside for it. */
export function releaseVideo(book: AccountBook, video: VideoRecord): void {
  book.waiting.delete(video.id);
  book.rendering.delete(video.id);
  book.reserved = roundMoney(book.reserved - video.cost);
}

function failureOf(
  { options }: World,
  book: AccountBook,
  { id, script, title, cost }: VideoRecord,
): Pick<VideoRecord, 'failureCode' | 'failureMessage'> | null {
  const { credit, creditEndsLate, failWhen, failureRate, failureCode, failureMessage, seed } = options;
  if (creditEndsLate && credit !== null && cost > 0 && roundMoney(book.spent + cost) > credit) {
    return { failureCode: options.lateCreditCode, failureMessage: 'Insufficient credit.' };
  }
  const named = failWhen !== '' && (script.includes(failWhen) || title.includes(failWhen));
  const unlucky = seededFraction(seed, 'fails', id) < failureRate;
  return named || unlucky ? { failureCode, failureMessage } : null;
}

/** The end of a render. A completed video is charged, a failed one is free. */
export function finishVideo(world: World, id: string): void {
  const video = world.videos.get(id);
  if (video === undefined || video.state !== 'rendering' || video.deletedAt !== 0) return;
  const book = world.book(video.account);
  releaseVideo(book, video);
  const failed = failureOf(world, book, video);
  if (failed !== null) {
    world.videos.set(id, { ...video, ...failed, state: 'failed' });
  } else {
    const charged = roundMoney(video.cost * world.options.priceFactor);
    book.spent = roundMoney(book.spent + charged);
    world.videos.set(id, { ...video, state: 'completed', charged });
  }
  fillSlots(world, book);
}
