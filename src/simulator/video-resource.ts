import { plainUrl, signedUrl } from './media-url.ts';
import type { VideoRecord } from './records.ts';
import { seededPick } from './seeded.ts';
import type { World } from './world.ts';

const UNKNOWN_WORDS = ['waiting', 'generating', 'moderating', 'encoding', 'queued_v2'] as const;

const unixSeconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

function statusWord(world: World, video: VideoRecord, waiting: string): string {
  if (video.state === 'completed' || video.state === 'failed') return video.state;
  if (world.options.unknownStatusWords) {
    return seededPick(UNKNOWN_WORDS, world.options.seed, 'word', video.id, world.requests);
  }
  return video.state === 'waiting' ? waiting : 'processing';
}

/** The word of `GET /v3/videos` and `GET /v3/videos/{id}`. */
export function resourceStatus(world: World, video: VideoRecord): string {
  return statusWord(world, video, 'pending');
}

/** The word of the bulk statuses and of batch items. */
export function bulkStatus(world: World, video: VideoRecord): string {
  return statusWord(world, video, 'queued');
}

/** Failure details as HeyGen sends them. An empty code or message is left out. */
export function errorOf(failure: { readonly code: string; readonly message: string }): object {
  return {
    ...(failure.code === '' ? {} : { code: failure.code }),
    ...(failure.message === '' ? {} : { message: failure.message }),
  };
}

export function failureOf(video: VideoRecord): object | null {
  if (video.state !== 'failed') return null;
  return errorOf({ code: video.failureCode, message: video.failureMessage });
}

/** The webhook event of a video that has ended, null before. */
export function videoEvent(
  world: World,
  video: VideoRecord,
): { readonly event_type: string; readonly event_data: object } | null {
  const { id, state, format, folder, callbackId, failureMessage } = video;
  if (state !== 'completed' && state !== 'failed') return null;
  const common = { video_id: id, callback_id: callbackId, folder_id: folder };
  return state === 'completed'
    ? {
        event_type: 'avatar_video.success',
        event_data: { ...common, url: signedUrl(world, `/_media/videos/${id}.${format}`) },
      }
    : { event_type: 'avatar_video.fail', event_data: { ...common, msg: failureMessage } };
}

/** The full video resource. Each reading signs its URLs anew. */
export function videoResource(world: World, video: VideoRecord): object {
  const done = video.state === 'completed';
  const file = `${video.id}.${video.format}`;
  return {
    id: video.id,
    title: video.title === '' ? null : video.title,
    status: resourceStatus(world, video),
    folder_id: video.folder,
    output_language: null,
    created_at: unixSeconds(video.createdAt),
    completed_at: done ? unixSeconds(video.finishAt) : null,
    duration: done ? video.seconds : null,
    video_url: done ? signedUrl(world, `/_media/videos/${file}`) : null,
    captioned_video_url:
      done && video.captions === 'burned' ? signedUrl(world, `/_media/captioned/${file}`) : null,
    subtitle_url:
      done && video.captions !== 'none' ? signedUrl(world, `/_media/subtitles/${video.id}.srt`) : null,
    thumbnail_url: done ? signedUrl(world, `/_media/thumbnails/${video.id}.svg`) : null,
    gif_url: done ? plainUrl(world, `/_media/gifs/${video.id}.svg`) : null,
    video_page_url: plainUrl(world, `/videos/${video.id}`),
    ...(video.state === 'failed' && video.failureCode !== '' ? { failure_code: video.failureCode } : {}),
    ...(video.state === 'failed' && video.failureMessage !== ''
      ? { failure_message: video.failureMessage }
      : {}),
  };
}
