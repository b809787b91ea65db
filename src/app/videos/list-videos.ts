import { oneOffProblemWords } from '../../core/heygen/one-off-problems.ts';
import { hasVideo } from '../../core/jobs/job.ts';
import { videoList } from '../../core/jobs/video-list.ts';
import { historyOf } from '../ledger/ledger.ts';
import type { Platform } from '../ports/ports.ts';

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
  let short = false;
  const asked = platform.heygen(key).videosByTitle('', () => {
    short = clock.now() >= deadline;
    return short;
  });
  if (!asked.ok) return `No videos were listed. ${oneOffProblemWords(asked.failure)}`;
  const { videos, complete } = asked.value;
  const held = platform.lock.hold(() => {
    const jobs = new Map(
      [...historyOf(platform).values()].filter(hasVideo).map((job) => [job.videoId, job.id]),
    );
    const lines = videoList(videos, jobs);
    return { count: lines.length, refusal: platform.videosSheet.write(lines) };
  });
  if (held.kind === 'busy') {
    return 'Another run of Reelmerge is at work on this spreadsheet, so no videos were listed. Try again in a minute.';
  }
  const { count, refusal } = held.value;
  if (refusal !== null) return refusal.message;
  const unreadable = videos.filter(({ id }) => id === '').length;
  return listedWords(count, unreadable, complete ? 'nothing' : short ? 'time' : 'list');
}

/** What was listed, and what is not in it. `cut`: what kept the rest of HeyGen's list out. */
function listedWords(count: number, unreadable: number, cut: 'nothing' | 'time' | 'list'): string {
  const words = [listed(count, cut === 'nothing' && unreadable === 0)];
  if (unreadable > 0) {
    const entries = unreadable === 1 ? '1 entry' : `${unreadable} entries`;
    words.push(`${entries} of HeyGen’s list could not be read, so as many videos are missing here.`);
  }
  if (cut === 'time') words.push('There are older ones, for which the time was too short.');
  if (cut === 'list' && unreadable === 0) {
    words.push(
      'HeyGen’s list did not end with these. Reelmerge reads at most 200 pages of it, so older ones may be missing.',
    );
  }
  return words.join(' ');
}

function listed(count: number, whole: boolean): string {
  if (count === 0) return whole ? 'There is no video in your HeyGen account.' : 'No videos were listed.';
  return count === 1 ? '1 video is listed.' : `${count} videos are listed, the newest first.`;
}
