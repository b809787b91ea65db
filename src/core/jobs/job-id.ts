/**
 * Names of runs, batches and jobs. A job id is `<run>-<batch number>-<n>`; a batch is the part before the last dash.
 * The id stands in the row's `job` cell, in the ledger, and at the end of the video's title, because HeyGen can be
 * searched by title and by nothing else of ours.
 */

/** HeyGen takes at most 100 videos in a batch. */
export const BATCH_LIMIT = 100;

const TAG = /(?:^|\s)rm-([a-z0-9]+-\d+-\d+)\s*$/;

/** The id of the `index`-th job (from 0) of a run. */
export function jobId(run: string, index: number): string {
  return `${run}-${Math.floor(index / BATCH_LIMIT) + 1}-${(index % BATCH_LIMIT) + 1}`;
}

/** Whether a text is a job id of ours. */
export function isJobId(text: string): boolean {
  return /^[a-z0-9]{8}-\d+-\d+$/.test(text);
}

/** The batch that a job belongs to. */
export function batchOf(id: string): string {
  return id.slice(0, id.lastIndexOf('-'));
}

/** The title with the tag that makes its video findable. */
export function taggedTitle(title: string, id: string): string {
  return `${title} · rm-${id}`;
}

/** The job id in a video's title, '' when it carries none of ours. */
export function taggedJob(title: string): string {
  return TAG.exec(title)?.[1] ?? '';
}

/** What to search titles for to find every video of a batch and no other. */
export function batchSearch(batch: string): string {
  return `rm-${batch}-`;
}

/** The place of a job in its run, from 0. */
export function placeInRun(id: string): number {
  const [, batch = 1, n = 1] = id.split('-').map(Number);
  return (batch - 1) * BATCH_LIMIT + n - 1;
}

/** The run that a job belongs to. */
export function runOf(id: string): string {
  return id.replace(/-.*/u, '');
}
