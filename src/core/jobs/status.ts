/**
 * The statuses of a job and how it may move between them. This table is the machine: `transition` in
 * transition.ts is the only writer of a status and refuses every step that is not listed here.
 */
export const TRANSITIONS = {
  Queued: ['Submitting', 'Cancelled'],
  Submitting: ['Rendering', 'Queued', 'Failed', 'Unconfirmed'],
  Unconfirmed: ['Rendering', 'Submitting', 'Queued', 'Done', 'Failed'],
  Rendering: ['Done', 'Failed', 'Queued', 'Unconfirmed'],
  Done: [],
  Failed: [],
  Cancelled: [],
} as const satisfies Record<string, readonly string[]>;

/** The status of a job in the ledger. */
export type JobStatus = keyof typeof TRANSITIONS;

/** The status of a row in the sheet: a job's, or that no job could be made of it. */
export type RowStatus = JobStatus | 'Blocked';

/** Statuses in which something is still to happen. */
export type OpenStatus = 'Queued' | 'Submitting' | 'Unconfirmed' | 'Rendering';

export function isOpen(status: JobStatus): status is OpenStatus {
  return TRANSITIONS[status].length > 0;
}

export function isJobStatus(word: string): word is JobStatus {
  return Object.keys(TRANSITIONS).includes(word);
}

export function mayBecome(from: JobStatus, to: JobStatus): boolean {
  const next: readonly string[] = TRANSITIONS[from];
  return next.includes(to);
}

export function isRowStatus(word: string): word is RowStatus {
  return word === 'Blocked' || isJobStatus(word);
}
