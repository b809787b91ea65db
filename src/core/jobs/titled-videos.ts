import { groupsOf } from '../groups.ts';
import type { Video } from '../heygen/video.ts';
import { isSurplus, isUnpaid } from './failure-meaning.ts';
import { hasVideo, type Job } from './job.ts';
import { taggedJob } from './job-id.ts';

/** What a search for a batch's titles showed. */
export interface Search {
  readonly videos: readonly Video[];
  /** The last page was read: what the search does not show is not there. */
  readonly complete: boolean;
  /** Whether the account had free slots, so that an accepted video would show; null when nobody looked. */
  readonly room: boolean | null;
}

/** A video that HeyGen has named but does not list for so long is taken for a wrong id. */
const UNLISTED_MS = 5 * 60_000;

/** The videos of a search by the jobs whose tags are in their titles. */
export class TitledVideos {
  private readonly search: Search;
  private readonly now: number;
  private readonly byJob: ReadonlyMap<string, readonly Video[]>;
  private readonly tags: ReadonlyMap<string, string>;

  constructor(search: Search, now: number) {
    this.search = search;
    this.now = now;
    this.byJob = groupsOf(search.videos, ({ title }) => taggedJob(title) || null);
    this.tags = new Map(search.videos.map(({ id, title }) => [id, taggedJob(title)]));
  }

  /** Whether the search shows any video with the job's tag. */
  has(job: Job): boolean {
    return this.byJob.has(job.id);
  }

  /**
   * The job's own video. A known id decides, unless its title has another job's tag: where id and tag disagree, the tag
   * is right. Without an id the tag decides too. It is the same for every attempt: from the second attempt on, a
   * failure that sent the job back to the queue is an earlier one's.
   */
  videoOf(job: Job): Video | null {
    const tagged = this.byJob.get(job.id) ?? [];
    if (hasVideo(job)) {
      const known = tagged.find((video) => video.id === job.videoId);
      if (known !== undefined) return known;
      if (!this.isAnothers(job) && !this.isUnlisted(job)) return null;
    }
    const own =
      job.attempt > 0
        ? tagged.filter(({ failureCode }) => !isSurplus(failureCode) && !isUnpaid(failureCode))
        : tagged;
    return [...own].sort((a, b) => rank(a) - rank(b) || (a.createdAt ?? 0) - (b.createdAt ?? 0))[0] ?? null;
  }

  /** Whether the id that HeyGen named for the job is that of another job's video. */
  isAnothers(job: Job): boolean {
    const tag = hasVideo(job) ? (this.tags.get(job.videoId) ?? '') : '';
    return tag !== '' && tag !== job.id;
  }

  private isUnlisted({ videoId, absentSince }: Job): boolean {
    const isListed = videoId !== null && this.tags.has(videoId);
    const isLong = absentSince !== null && this.now - absentSince >= UNLISTED_MS;
    return this.search.complete && !isListed && isLong;
  }
}

/** Finished before under way, under way before failed. */
function rank({ state }: Video): number {
  return state === 'completed' ? 0 : state === 'failed' ? 2 : 1;
}
