import { NO_LINKS } from '../heygen/video-links.ts';
import type { Job } from './job.ts';

const CODE = 'deleted';
const DELETED =
  'This video was deleted in HeyGen. To make it again, and pay for it again, choose “Render selected rows again…”.';

/** Whether the job's video was deleted at the user's request. Such a job stays Done: it was made and paid. */
export function isDeleted(job: Job): boolean {
  return job.status === 'Done' && job.code === CODE;
}

/** The job once its video is gone. What was paid for stays in the history: the video's id and its length. */
export function withoutVideo(job: Job): Job {
  return {
    ...job,
    ...NO_LINKS,
    code: CODE,
    problem: DELETED,
  };
}
