import type { Asked, HeyGen } from '../app/ports/heygen.ts';
import type { Problem } from '../core/heygen/problem.ts';
import type { StatusEntry } from '../core/heygen/video.ts';
import { success } from '../core/result.ts';
import type { Ask } from './connection.ts';
import { isSuccess } from './errors.ts';
import type { Ahead } from './exchange.ts';
import { batchItemOf, missingVideo, pageOf, statusEntryOf, UNREADABLE_VIDEO, videoOf } from './from-wire.ts';
import { everyPage, type Page, type Pages } from './paging.ts';
import { encoded, halves, type StatusIds, statusChunks, statusesPath, withQuery } from './query.ts';
import type { Clean } from './redaction.ts';
import { batchReply, reader, statusesReply, videoReply, videosReply } from './schemas.ts';

/** The operations that look at what HeyGen has. */
export type VideoQueries = Pick<HeyGen, 'statuses' | 'batchItems' | 'video' | 'videosByTitle' | 'ahead'>;

const PAGE_SIZE = '100';

export function createVideoQueries(ask: Ask, ahead: Ahead, clean: Clean): VideoQueries {
  const itemsCall = (batchId: string, token: string) =>
    ({
      operation: 'batchItems',
      method: 'GET',
      path: withQuery(`videos/batches/${encoded(batchId)}`, [
        ['limit', PAGE_SIZE],
        ['token', token],
      ]),
      read: reader(batchReply, ({ data }) => pageOf(data.items, data, (item) => batchItemOf(item, clean))),
    }) as const;

  const titlesCall = (part: string, token: string) =>
    ({
      operation: 'videosByTitle',
      method: 'GET',
      path: withQuery('videos', [
        ['title', part],
        ['limit', PAGE_SIZE],
        ['token', token],
      ]),
      read: reader(videosReply, (reply) => pageOf(reply.data, reply, (video) => videoOf(video, clean))),
    }) as const;

  const statusesPage = (ids: StatusIds, token: string): Asked<Page<StatusEntry>> =>
    ask({
      operation: 'statuses',
      method: 'GET',
      path: withQuery(statusesPath(ids), [['token', token]]),
      read: reader(statusesReply, (reply) =>
        pageOf(reply.data, reply, (entry) => statusEntryOf(entry, clean)),
      ),
    });

  const statusesOf = (ids: StatusIds): Asked<readonly StatusEntry[]> => {
    const asked = itemsOf(everyPage((token) => statusesPage(ids, token)));
    // It is not known whether HeyGen's limit of 100 counts a batch once or by its videos. Both must work.
    const parts = !asked.ok && isTooLarge(asked.failure) ? halves(ids) : null;
    return parts === null ? asked : inTurn(parts, statusesOf);
  };

  return {
    statuses: (videoIds, batchIds) => inTurn(statusChunks(videoIds, batchIds), statusesOf),

    batchItems: (batchId) => itemsOf(everyPage((token) => ask(itemsCall(batchId, token)))),

    video(id) {
      const asked = ask({
        operation: 'video',
        method: 'GET',
        path: `videos/${encoded(id)}`,
        read: reader(videoReply, ({ data }) => videoOf(data, clean)),
      });
      const isGone = !asked.ok && asked.failure.kind === 'row' && asked.failure.httpStatus === 404;
      return isGone ? success(missingVideo(id)) : asked;
    },

    videosByTitle(part, enough) {
      const asked = everyPage((token) => ask(titlesCall(part, token)), enough);
      if (!asked.ok) return asked;
      const { items, unreadable, complete } = asked.value;
      const videos = [...items, ...Array.from({ length: unreadable }, () => UNREADABLE_VIDEO)];
      return success({ videos, complete });
    },

    ahead: (questions) =>
      ahead(
        questions.map((each) =>
          each.kind === 'items' ? itemsCall(each.batchId, '') : titlesCall(each.part, ''),
        ),
      ).map((status) => (status === 429 ? 'throttled' : isSuccess(status) ? 'answered' : 'failed')),
  };
}

function isTooLarge({ kind, httpStatus }: Problem): boolean {
  return kind === 'row' && (httpStatus === 400 || httpStatus === 413 || httpStatus === 414);
}

/** An incomplete list is still news about the entries in it. The others are asked about next time. */
function itemsOf<Item>(pages: Asked<Pages<Item>>): Asked<readonly Item[]> {
  return pages.ok ? success(pages.value.items) : pages;
}

/** Asks part by part. The first failure is the answer. */
function inTurn<Part, Item>(
  parts: readonly Part[],
  askPart: (part: Part) => Asked<readonly Item[]>,
): Asked<readonly Item[]> {
  const all: Item[] = [];
  for (const part of parts) {
    const asked = askPart(part);
    if (!asked.ok) return asked;
    all.push(...asked.value);
  }
  return success(all);
}
