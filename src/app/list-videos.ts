import { videoList } from '../core/video-list.ts';
import { historyOf } from './ledger.ts';
import type { Platform } from './ports.ts';

/**
 * Menu: List the account's videos. Writes every video of the HeyGen account into a sheet of its own, newest
 * first. Returns the sentence to tell.
 */
export function listVideos(platform: Platform): string {
  const { settings, clock, deadline } = platform;
  const key = settings.apiKey();
  if (key === null) {
    return 'No HeyGen key is set yet. Choose Extensions ▸ Reelmerge ▸ Set HeyGen key…, then list the videos again.';
  }
  const inTheWay = platform.videosSheet.obstacle();
  if (inTheWay !== null) return inTheWay.message;
  const asked = platform.heygen(key).videosByTitle('', () => clock.now() >= deadline);
  if (asked.kind === 'failed') return `No videos were listed. ${asked.problem.message}`;
  const { videos, complete } = asked.value;
  const held = platform.lock.hold(() => {
    const jobs = new Map([...historyOf(platform).values()].map((job) => [job.videoId, job.id]));
    // HeyGen's texts may hold anything, and the key must stand in no cell.
    const lines = videoList(videos, jobs, (text) => text.split(key).join('[key]'));
    return { count: lines.length, refusal: platform.videosSheet.write(lines) };
  });
  if (held.kind === 'busy') {
    return 'Another run of Reelmerge is at work on this spreadsheet, so no videos were listed. Try again in a minute.';
  }
  const { count, refusal } = held.value;
  if (refusal !== null) return refusal.message;
  if (count === 0) return 'There is no video in your HeyGen account.';
  const listed = count === 1 ? '1 video is listed.' : `${count} videos are listed, the newest first.`;
  return complete ? listed : `${listed} There are older ones, for which the time was too short.`;
}
