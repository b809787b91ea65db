import type { Job } from './job.ts';
import { isJobStatus } from './status.ts';

/**
 * The columns of the ledger sheet, in order. All cells are text. The request, which is long and needed
 * only for sending, stands in a column of its own after these, so that a pass need not read it.
 */
export const LEDGER_COLUMNS = [
  'job',
  'status',
  'shown',
  'tab',
  'owner',
  'asked_at',
  'send_as',
  'attempt',
  'key',
  'item',
  'batch_id',
  'video_id',
  'sent_at',
  'claimed_at',
  'checked_at',
  'seen',
  'absent_since',
  'due_at',
  'outages',
  'code',
  'problem',
  'seconds',
  'video_url',
  'video_page',
  'thumbnail',
  'person',
  'print',
  'template',
  'gif_url',
  'captioned_video_url',
  'subtitle_url',
] as const;

export const REQUEST_COLUMN = 'request';

/** The job as a line of the ledger. Times are written as ISO text, for the person who reads the history. */
export function toLine(job: Job): string[] {
  return [
    job.id,
    job.status,
    job.shown,
    String(job.tab),
    job.owner,
    toTime(job.askedAt),
    job.sendAs,
    String(job.attempt),
    job.key,
    String(job.item),
    job.batchId,
    job.videoId,
    toTime(job.sentAt),
    toTime(job.claimedAt),
    toTime(job.checkedAt),
    job.seen,
    toTime(job.absentSince),
    toTime(job.dueAt),
    String(job.outages),
    job.code,
    job.problem,
    String(job.seconds),
    job.videoUrl,
    job.pageUrl,
    job.thumbnailUrl,
    job.sourcePrints.join(' '),
    job.requestPrint,
    job.template,
    job.gifUrl,
    job.captionedUrl,
    job.subtitleUrl,
  ];
}

/** A line read back; null for a line that is no job (blank, or edited by hand beyond recognition). */
export function fromLine(line: readonly string[]): Job | null {
  const cell = (at: number): string => line[at] ?? '';
  const status = cell(1);
  if (cell(0) === '' || !isJobStatus(status)) return null;
  return {
    id: cell(0),
    status,
    shown: cell(2),
    tab: toNumber(cell(3)),
    owner: cell(4),
    askedAt: fromTime(cell(5)),
    sendAs: cell(6) === 'single' ? 'single' : 'batch',
    attempt: toNumber(cell(7)),
    key: cell(8),
    item: toNumber(cell(9)),
    batchId: cell(10),
    videoId: cell(11),
    sentAt: fromTime(cell(12)),
    claimedAt: fromTime(cell(13)),
    checkedAt: fromTime(cell(14)),
    seen: cell(15),
    absentSince: fromTime(cell(16)),
    dueAt: fromTime(cell(17)),
    outages: toNumber(cell(18)),
    code: cell(19),
    problem: cell(20),
    seconds: toNumber(cell(21)),
    videoUrl: cell(22),
    pageUrl: cell(23),
    thumbnailUrl: cell(24),
    sourcePrints: cell(25) === '' ? [] : cell(25).split(' '),
    requestPrint: cell(26),
    template: cell(27),
    gifUrl: cell(28),
    captionedUrl: cell(29),
    subtitleUrl: cell(30),
  };
}

function toTime(ms: number): string {
  return ms > 0 ? new Date(ms).toISOString() : '';
}

function fromTime(text: string): number {
  const ms = text === '' ? 0 : Date.parse(text);
  return Number.isNaN(ms) ? 0 : ms;
}

function toNumber(text: string): number {
  const number = Number(text);
  return Number.isFinite(number) ? number : 0;
}
