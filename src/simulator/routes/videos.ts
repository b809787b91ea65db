import type { Call } from '../call.ts';
import { checkVideo } from '../check/check-video.ts';
import { jsonReply, type Reply, refusal, refusalReply } from '../exchange.ts';
import { onceByKey } from '../idempotency.ts';
import { creditRefusal, slotRefusal } from '../limits.ts';
import { newestPage, pageReply } from '../paging.ts';
import { readJson } from '../read-json.ts';
import type { VideoRecord } from '../records.ts';
import { videoResource } from '../video-resource.ts';

/** POST /v3/videos */
export function createVideo(call: Call): Reply {
  return onceByKey(call, (key) => {
    const { world, account } = call;
    const json = readJson(call.body);
    const checked = json.ok ? checkVideo(json.value, world.checkView(account)) : json;
    if (!checked.ok) return refusalReply(checked.failure);
    const refused = creditRefusal(world, account, checked.value.cost) ?? slotRefusal(world, account);
    if (refused !== null) return refusalReply(refused);
    const video = world.acceptVideo(checked.value, { account, key, batch: '', item: -1 });
    return jsonReply(200, {
      data: { video_id: video.id, status: 'waiting', output_format: video.format },
    });
  });
}

/** A video of this account that was not deleted. Another account's counts as not found. */
export function ownVideo(call: Call, id: string): VideoRecord | null {
  const video = call.world.videos.get(id);
  return video === undefined || video.account !== call.account || video.deletedAt !== 0 ? null : video;
}

function notFound(id: string): Reply {
  return refusalReply(refusal(404, 'video_not_found', `There is no video "${id}".`));
}

/** GET /v3/videos/{video_id} */
export function getVideo(call: Call): Reply {
  const [id = ''] = call.params;
  const video = ownVideo(call, id);
  return video === null ? notFound(id) : jsonReply(200, { data: videoResource(call.world, video) });
}

/** GET /v3/videos: newest first. `title` is a part of the title, in the same case. */
export function listVideos(call: Call): Reply {
  const { world, query } = call;
  const title = query.get('title') ?? '';
  const folder = query.get('folder_id') ?? '';
  const find = (id: string): VideoRecord | null => {
    const video = ownVideo(call, id);
    if (video === null || !video.title.includes(title)) return null;
    if (folder !== '' && video.folder !== folder) return null;
    return world.now - video.createdAt < world.options.listLagMs ? null : video;
  };
  const page = newestPage(call, world.book(call.account).videoIds, find, 100, 10);
  return pageReply(call, page, (video) => videoResource(world, video));
}

/** DELETE /v3/videos/{video_id} */
export function deleteVideo(call: Call): Reply {
  const [id = ''] = call.params;
  const video = ownVideo(call, id);
  if (video === null) return notFound(id);
  call.world.deleteVideo(video);
  return jsonReply(200, { data: { id, deleted: true } });
}
