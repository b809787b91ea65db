/** Statuses in which something is still to happen. */
export const OPEN_STATUSES = ['Queued', 'Submitting', 'Unconfirmed', 'Rendering'] as const;

/** Every status of a job in the ledger. Which follows which stands in job-event.ts. */
export const JOB_STATUSES = [...OPEN_STATUSES, 'Done', 'Failed', 'Cancelled'] as const;

export type JobStatus = (typeof JOB_STATUSES)[number];

export type OpenStatus = (typeof OPEN_STATUSES)[number];

/** The status of a row in the sheet: a job's, or what only a row can be: it cannot be sent, or its video says something else. */
export type RowStatus = JobStatus | 'Blocked' | 'Changed';

export function isOpen(status: JobStatus): status is OpenStatus {
  return OPEN_STATUSES.some((open) => open === status);
}

export function isJobStatus(word: string): word is JobStatus {
  return JOB_STATUSES.some((status) => status === word);
}

export function isRowStatus(word: string): word is RowStatus {
  return word === 'Blocked' || word === 'Changed' || isJobStatus(word);
}
