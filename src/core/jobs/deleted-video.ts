import { NO_LINKS } from '../heygen/video-links.ts';
import type { Job } from './job.ts';

const CODE = 'deleted';
const DELETED =
  'Its video was deleted in HeyGen at your request. Choose “Render selected rows again…” to have it made again; that is paid again.';

/** Whether the job's video was deleted at the user's request. Such a job stays Done: it was made and paid. */
export function isDeleted(job: Job): boolean {
  return job.status === 'Done' && job.code === CODE;
}

/** A Done job whose video is gone. What was paid stays in the history: the video's id and its seconds. */
export function withoutVideo(job: Job): Job {
  return {
    ...job,
    ...NO_LINKS,
    code: CODE,
    problem: DELETED,
  };
}
