import { linkEndsAt, validUntil } from '../heygen/valid-until.ts';
import { isDeleted } from './deleted-video.ts';
import { hasVideo, type Job, type JobWithVideo } from './job.ts';

/** Whether the link in `video_url` has ended by now. The video is still in HeyGen, which gives a new link. */
export function isLinkDead(job: Job, now: number): boolean {
  const endsAt = job.status === 'Done' ? linkEndsAt(job.video_url) : null;
  return endsAt !== null && endsAt <= now;
}

/** What the row of a dead link says. */
export function deadLinkProblem({ video_url }: Job): string {
  return `The link in video_url ended on ${validUntil(video_url)}. To get a new one, choose “Renew links of selected rows”. It costs nothing.`;
}

/** Whether HeyGen can be asked for new links of the job's video. `owners` are the names of the user's account. */
export function isRenewable(job: Job, owners: readonly string[]): job is JobWithVideo {
  return job.status === 'Done' && hasVideo(job) && owners.includes(job.owner) && !isDeleted(job);
}
