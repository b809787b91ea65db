import { counted } from '../../core/count-words.ts';
import { oneOffProblemWords } from '../../core/heygen/one-off-problems.ts';
import { hasVideo } from '../../core/jobs/job.ts';
import { videoList } from '../../core/jobs/video-list.ts';
import { mapped } from '../../core/result.ts';
import { historyOf } from '../ledger/history.ts';
import { anotherRun, setKeyFirst } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';

/**
 * Menu: List the account's videos. Writes every video of the HeyGen account into its own sheet, newest first. Returns
 * the sentence to show.
 */
export function listVideos(platform: Platform): string {
  const { settings, clock, deadline } = platform;
  const key = settings.apiKey();
  if (key === null) {
    return setKeyFirst('list the videos again');
  }
  const allowed = platform.videosSheet.mayBeWritten();
  if (!allowed.ok) return allowed.failure;
  let isLate = false;
  const asked = platform.heygen(key).videosByTitle('', () => {
    isLate = clock.now() >= deadline;
    return isLate;
  });
  if (!asked.ok) return `No videos were listed. ${oneOffProblemWords(asked.failure)}`;
  const { videos, complete } = asked.value;
  const held = platform.lock.hold(() => {
    const jobs = new Map(
      [...historyOf(platform).values()].filter(hasVideo).map((job) => [job.videoId, job.id]),
    );
    const lines = videoList(videos, jobs);
    return mapped(platform.videosSheet.write(lines), () => lines.length);
  });
  if (!held.ok) return anotherRun('No videos were listed.');
  const written = held.value;
  if (!written.ok) return written.failure;
  const unreadable = videos.filter(({ id }) => id === '').length;
  return listedWords(written.value, unreadable, complete ? 'nothing' : isLate ? 'time' : 'HeyGen');
}

/** What was listed, and what is not in it. `endedBy`: what kept the rest of HeyGen's list out. */
function listedWords(count: number, unreadable: number, endedBy: 'nothing' | 'time' | 'HeyGen'): string {
  const words = [listed(count, endedBy === 'nothing' && unreadable === 0)];
  if (unreadable > 0) {
    const entries = counted(unreadable, 'entry', 'entries');
    words.push(`${entries} of HeyGen’s list could not be read, so as many videos are missing here.`);
  }
  if (endedBy === 'time') words.push('There was no time left to list the older ones.');
  if (endedBy === 'HeyGen' && unreadable === 0) {
    words.push(
      'HeyGen’s list goes on after these. Reelmerge reads at most 200 pages of it, so older ones may be missing.',
    );
  }
  return words.join(' ');
}

function listed(count: number, whole: boolean): string {
  if (count === 0) return whole ? 'There is no video in your HeyGen account.' : 'No videos were listed.';
  return count === 1 ? '1 video is listed.' : `${counted(count, 'video')} are listed, the newest first.`;
}
