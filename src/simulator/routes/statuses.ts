import type { Call } from '../call.ts';
import { invalid, type Reply, refusalReply } from '../exchange.ts';
import { pageOf, pageReply } from '../paging.ts';
import { bulkStatus, failureOf } from '../video-resource.ts';
import { itemView, ownBatch } from './batches.ts';
import { ownVideo } from './videos.ts';

const MOST_IDS = 100;
/** Entries in one reply. An assumption: HeyGen publishes neither a page size nor a parameter for it. */
const PAGE = 100;

interface Entry {
  readonly video_id: string | null;
  readonly status: string;
  readonly batch_id: string | null;
  readonly item_index: number | null;
  readonly error: object | null;
}

function idsOf(call: Call, name: string): string[] {
  return (call.query.get(name) ?? '').split(',').filter((id) => id !== '');
}

/** GET /v3/videos/statuses: no URLs. What belongs to another account is `not_found`. */
export function listStatuses(call: Call): Reply {
  const videoIds = idsOf(call, 'video_ids');
  const batchIds = idsOf(call, 'batch_ids');
  if (videoIds.length + batchIds.length > MOST_IDS) {
    const param = videoIds.length > 0 ? 'video_ids' : 'batch_ids';
    return refusalReply(invalid(param, `At most ${MOST_IDS} ids can be asked for in one request.`));
  }
  if (videoIds.length + batchIds.length === 0) {
    return refusalReply(invalid('video_ids', 'Give video_ids, batch_ids or both.'));
  }
  const entries: Entry[] = videoIds.map((id) => videoEntry(call, id));
  for (const id of batchIds) entries.push(...batchEntries(call, id));
  return pageReply(call, pageOf(call, entries, PAGE, PAGE), (entry) => entry);
}

function videoEntry(call: Call, id: string): Entry {
  const video = ownVideo(call, id);
  const status = video === null ? 'not_found' : bulkStatus(call.world, video);
  const error = video === null ? null : failureOf(video);
  return { video_id: id, status, batch_id: null, item_index: null, error };
}

function batchEntries(call: Call, id: string): Entry[] {
  const batch = ownBatch(call, id);
  if (batch === null) {
    return [{ video_id: null, status: 'not_found', batch_id: id, item_index: null, error: null }];
  }
  return batch.items.map((item, index) => ({
    ...itemView(call.world, item),
    batch_id: id,
    item_index: index,
  }));
}
