import * as z from 'zod';
import { acceptBatch } from '../batch-work.ts';
import type { Call } from '../call.ts';
import { checkItem, itemSchemaRefusal } from '../check/check-item.ts';
import { folderRefusal } from '../check/check-place.ts';
import { jsonReply, type Refusal, type Reply, refusal, refusalReply } from '../exchange.ts';
import { keyOf, onceByKey } from '../idempotency.ts';
import { creditRefusal } from '../limits.ts';
import { pageOf } from '../paging.ts';
import { readBody } from '../read-json.ts';
import type { BatchRecord, ItemRecord } from '../records.ts';
import { bulkStatus, errorOf, failureOf } from '../video-resource.ts';
import type { World } from '../world.ts';

const batchSchema = z.strictObject({
  title: z.string().nullish(),
  callback_url: z.string().nullish(),
  folder_id: z.string().nullish(),
  videos: z.array(z.unknown()).min(1).max(100),
});

/** POST /v3/videos/batches: checks only the envelope. Each item is checked when its turn comes. */
export function createBatch(call: Call): Reply {
  const { world } = call;
  return world.options.honourBatchKeys
    ? onceByKey(call, (key) => create(call, key))
    : create(call, keyOf(call));
}

function create(call: Call, key: string): Reply {
  const { world, account } = call;
  const body = readBody(call.body, batchSchema);
  if (!body.ok) return refusalReply(body.failure);
  const { videos, title, folder_id } = body.value;
  const wrong = world.options.batchesRefusedWhole ? schemaOfItems(call, videos) : null;
  if (wrong !== null) return refusalReply(wrong);
  const view = world.checkView(account);
  const first = checkItem(videos[0], view);
  const refused =
    folderRefusal(folder_id, view) ?? creditRefusal(world, account, first.ok ? first.value.cost : 0.0001);
  if (refused !== null) return refusalReply(refused);
  const batch = acceptBatch(world, { account, key, title: title ?? null, folder: folder_id || null }, videos);
  return jsonReply(202, {
    data: { batch_id: batch.id, status: 'processing', total_items: batch.items.length },
  });
}

/** The first item that the schema refuses, if any. */
function schemaOfItems({ world, account }: Call, videos: readonly unknown[]): Refusal | null {
  const view = world.checkView(account);
  for (const [index, video] of videos.entries()) {
    const wrong = itemSchemaRefusal(video, view);
    if (wrong === null) continue;
    return { ...wrong, param: `videos.${index}${wrong.param === '' ? '' : `.${wrong.param}`}` };
  }
  return null;
}

export function ownBatch(call: Call, id: string): BatchRecord | null {
  const batch = call.world.batches.get(id);
  return batch === undefined || batch.account !== call.account ? null : batch;
}

/** What an item shows: the state of its video, if it has one yet. */
export function itemView(
  world: World,
  item: ItemRecord,
): { status: string; video_id: string | null; error: object | null } {
  if (item.error !== null) return { status: 'failed', video_id: null, error: errorOf(item.error) };
  const video = world.videos.get(item.videoId);
  if (video === undefined) return { status: 'queued', video_id: null, error: null };
  if (video.deletedAt !== 0 && video.state !== 'completed') {
    const error = { code: 'video_not_found', message: 'The video was deleted.' };
    return { status: 'failed', video_id: video.id, error };
  }
  return { status: bulkStatus(world, video), video_id: video.id, error: failureOf(video) };
}

/** GET /v3/videos/batches/{batch_id}: one page of items is inside `data`, in the order of `item_index`. */
export function getBatch(call: Call): Reply {
  const { world } = call;
  const [id = ''] = call.params;
  const batch = ownBatch(call, id);
  if (batch === null) {
    return refusalReply(refusal(404, 'resource_not_found', `There is no batch "${id}".`));
  }
  const items = batch.items.map((item, index) => ({ item_index: index, ...itemView(world, item) }));
  const page = pageOf(call, items, 100, 100);
  if (!page.ok) return refusalReply(page.failure);
  const counts: Record<string, number> = {};
  for (const { status } of items) counts[status] = (counts[status] ?? 0) + 1;
  return jsonReply(200, {
    data: {
      batch_id: batch.id,
      title: batch.title,
      status: aggregate(counts, items.length),
      total_items: items.length,
      counts_by_status: counts,
      created_at: Math.floor(batch.createdAt / 1000),
      items: page.value.members,
      has_more: page.value.nextToken !== null,
      next_token: page.value.nextToken,
    },
  });
}

function aggregate(counts: Readonly<Record<string, number>>, total: number): string {
  const { completed = 0, failed = 0 } = counts;
  if (failed === total) return 'failed';
  return completed + failed === total ? 'completed' : 'processing';
}
