import { unixSeconds } from '../heygen/unix-time.ts';
import type { Video } from '../heygen/video.ts';
import { textCell, urlCell } from '../sheet/cell-text.ts';

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

/** Longer titles are cut, because thousands of videos go into the sheet in one call. */
const LONGEST_TITLE = 300;

/** A line of the list, ready for `setValues`. Dates stay dates, so that the sheet shows them in its own time zone. */
type VideoListLine = readonly (string | number | Date)[];

/**
 * The videos as lines under VIDEO_LIST_HEADERS, newest first, each once. `jobs` holds the job ids by video id.
 * An entry without an id is no video and is left out.
 */
export function videoList(videos: readonly Video[], jobs: ReadonlyMap<string, string>): VideoListLine[] {
  // HeyGen's list moves while it is read page by page, so a video may come twice.
  const each = new Map(videos.map((video) => [video.id, video]));
  each.delete('');
  return [...each.values()]
    .sort(newestFirst)
    .map((video) => [
      textCell(video.title.slice(0, LONGEST_TITLE)),
      video.state,
      createdCell(video.createdAt),
      secondsCell(video.seconds),
      textCell(urlCell(video.video_page)),
      textCell(urlCell(video.video_url)),
      textCell(urlCell(video.thumbnail)),
      textCell(video.id),
      textCell(jobs.get(video.id) ?? ''),
    ]);
}

function newestFirst(one: Video, other: Video): number {
  return (unixSeconds(other.createdAt) ?? 0) - (unixSeconds(one.createdAt) ?? 0);
}

function createdCell(told: number | null): Date | string {
  const seconds = unixSeconds(told);
  return seconds === null ? '' : new Date(seconds * 1_000);
}

/** To a tenth; '' when it is no length. */
function secondsCell(seconds: number | null): number | string {
  const rounded = Math.round((seconds ?? Number.NaN) * 10) / 10;
  return rounded >= 0 && Number.isFinite(rounded) ? Math.abs(rounded) : '';
}
