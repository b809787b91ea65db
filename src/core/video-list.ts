import { textCell, urlCell } from './cell-text.ts';
import type { Video } from './video.ts';

/**
 * The columns of the sheet that lists the account's videos. None of the names is one of Reelmerge's input or
 * output columns, so that the sheet is never taken for one with rows to render.
 */
export const VIDEO_LIST_HEADERS = [
  'Video title',
  'State in HeyGen',
  'Created',
  'Length in seconds',
  'Page in HeyGen',
  'Video link',
  'Picture',
  'Video id',
  'Job of the row',
] as const;

/** Longer titles are cut: thousands of videos go into the sheet in one call. */
const LONGEST_TITLE = 300;

/** JavaScript's dates end here, in Unix seconds. */
const LAST_MOMENT = 8_640_000_000_000;

/** One line of the list, ready for `setValues`; dates are dates, so that the sheet shows them in its own zone. */
export type VideoListLine = readonly (string | number | Date)[];

/**
 * The videos as lines under VIDEO_LIST_HEADERS, newest first, each once. `jobs` tells the job ids by video id;
 * `clean` takes out of a text what must not stand in a cell.
 */
export function videoList(
  videos: readonly Video[],
  jobs: ReadonlyMap<string, string>,
  clean: (text: string) => string,
): VideoListLine[] {
  // While HeyGen's list is read page by page it moves, and videos come twice.
  const each = [...new Map(videos.map((video) => [video.id, video])).values()];
  const text = (words: string): string => textCell(clean(words));
  return each
    .sort(newestFirst)
    .map((video) => [
      text(video.title.slice(0, LONGEST_TITLE)),
      video.state,
      createdCell(video.createdAt),
      video.seconds !== null && Number.isFinite(video.seconds) ? Math.round(video.seconds * 10) / 10 : '',
      text(urlCell(video.pageUrl)),
      text(urlCell(video.videoUrl)),
      text(urlCell(video.thumbnailUrl)),
      text(video.id),
      text(jobs.get(video.id) ?? ''),
    ]);
}

/** Whether the first cells of a sheet are the list's headers. */
export function isVideoList(headers: readonly string[]): boolean {
  return VIDEO_LIST_HEADERS.every((header, at) => headers[at] === header);
}

function newestFirst(one: Video, other: Video): number {
  return (other.createdAt ?? 0) - (one.createdAt ?? 0);
}

function createdCell(seconds: number | null): Date | string {
  if (seconds === null || !(seconds > 0 && seconds < LAST_MOMENT)) return '';
  return new Date(seconds * 1000);
}
