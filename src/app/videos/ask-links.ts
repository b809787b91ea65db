import { groupsOf } from '../../core/groups.ts';
import type { Problem } from '../../core/heygen/problem.ts';
import type { Video } from '../../core/heygen/video.ts';
import { type VideoLinks, videoLinks } from '../../core/heygen/video-links.ts';
import type { JobWithVideo } from '../../core/jobs/job.ts';
import { batchOf, batchSearch } from '../../core/jobs/job-id.ts';
import type { HeyGen } from '../ports/heygen.ts';

/** What HeyGen said about some finished videos. */
export interface AskedLinks {
  /** New links by job. */
  readonly links: ReadonlyMap<string, VideoLinks>;
  /** Jobs whose video HeyGen does not have. */
  readonly missing: readonly string[];
  /** How many jobs HeyGen was not asked about, or gave no link for. */
  readonly left: number;
  /** Why not all were asked about; null when they were. */
  readonly problem: Problem | null;
}

/**
 * Asks HeyGen for new links. One question brings up to 100 videos of one batch; what it does not bring is asked for by
 * id. No lock may be held. `mayAsk` is asked before each question.
 */
export function askLinks(client: HeyGen, jobs: readonly JobWithVideo[], mayAsk: () => boolean): AskedLinks {
  const links = new Map<string, VideoLinks>();
  const missing: string[] = [];
  let problem: Problem | null = null;
  const take = (job: JobWithVideo, video: Video | undefined): boolean => {
    if (video?.state !== 'completed' || video.video_url === '') return false;
    links.set(
      job.id,
      videoLinks(({ name }) => video[name]),
    );
    return true;
  };
  for (const [batch, members] of groupsOf(jobs, (job) => batchOf(job.id))) {
    let unseen = members;
    if (members.length > 1 && mayAsk()) {
      const answer = client.videosByTitle(batchSearch(batch), () => false);
      if (!answer.ok) problem = answer.failure;
      else {
        const found = new Map(answer.value.videos.map((video) => [video.id, video]));
        unseen = members.filter((job) => !take(job, found.get(job.videoId)));
      }
    }
    for (const job of unseen) {
      if (problem !== null || !mayAsk()) break;
      const answer = client.video(job.videoId);
      if (!answer.ok) problem = answer.failure;
      else if (!take(job, answer.value) && answer.value.state === 'not_found') missing.push(job.id);
    }
    if (problem !== null) break;
  }
  return { links, missing, left: jobs.length - links.size - missing.length, problem };
}
