import { VIDEO_ENDPOINT } from '../heygen/video-request.ts';
import { type Job, NO_BATCH, newJob, type SeenState, UNKNOWN_BATCH } from './job.ts';
import { isJobStatus } from './status.ts';

/** A field of the job as a column of the ledger sheet, where every cell is text. */
interface Field<Value> {
  readonly header: string;
  readonly write: (value: Value) => string;
  /** Undefined when a line with such a cell holds no job. */
  readonly read: (cell: string) => Value | undefined;
}

const SEEN_STATES: readonly SeenState[] = ['waiting', 'rendering', 'completed'];

/**
 * The ledger's columns, in the order of the sheet: a field is one entry. There are ledgers with every earlier
 * layout, so a new field comes last, and no header is ever renamed.
 */
const FIELDS: { readonly [Name in keyof Job]: Field<Job[Name]> } = {
  id: { header: 'job', write: (id) => id, read: (cell) => (cell === '' ? undefined : cell) },
  status: {
    header: 'status',
    write: (status) => status,
    read: (cell) => (isJobStatus(cell) ? cell : undefined),
  },
  shown: {
    header: 'shown',
    write: (status) => status ?? '',
    read: (cell) => (isJobStatus(cell) ? cell : null),
  },
  tab: number('tab'),
  owner: text('owner'),
  askedAt: {
    header: 'asked_at',
    write: (ms) => new Date(ms).toISOString(),
    read: (cell) => momentOf(cell) ?? 0,
  },
  sendAs: {
    header: 'send_as',
    write: (sendAs) => sendAs,
    read: (cell) => (cell === 'single' ? 'single' : 'batch'),
  },
  attempt: number('attempt'),
  key: id('key'),
  item: {
    header: 'item',
    write: (place) => (place === null ? '' : String(place)),
    // Earlier versions wrote -1 for none.
    read: (cell) => (/^\d+$/.test(cell) ? Number(cell) : null),
  },
  batch: {
    header: 'batch_id',
    write: (batch) => (batch.kind === 'known' ? batch.id : batch.kind === 'none' ? '' : '?'),
    read: (cell) => (cell === '' ? NO_BATCH : cell === '?' ? UNKNOWN_BATCH : { kind: 'known', id: cell }),
  },
  videoId: id('video_id'),
  sentAt: time('sent_at'),
  claimedAt: time('claimed_at'),
  checkedAt: time('checked_at'),
  seen: {
    header: 'seen',
    write: (state) => state ?? '',
    read: (cell) => SEEN_STATES.find((state) => state === cell) ?? null,
  },
  absentSince: time('absent_since'),
  dueAt: time('due_at'),
  outages: number('outages'),
  code: text('code'),
  problem: text('problem'),
  seconds: {
    header: 'seconds',
    write: (seconds) => (seconds === null ? '' : String(seconds)),
    // Earlier versions wrote 0 for an unknown length.
    read: (cell) => numberOf(cell) || null,
  },
  video_url: text('video_url'),
  video_page: text('video_page'),
  thumbnail: text('thumbnail'),
  sourcePrints: {
    header: 'person',
    write: (prints) => prints.join(' '),
    read: (cell) => (cell === '' ? [] : cell.split(' ')),
  },
  requestPrint: text('print'),
  endpoint: {
    header: 'template',
    write: (endpoint) => (endpoint.kind === 'template' ? endpoint.templateId : ''),
    read: (cell) => (cell === '' ? VIDEO_ENDPOINT : { kind: 'template', templateId: cell }),
  },
  gif_url: text('gif_url'),
  captioned_video_url: text('captioned_video_url'),
  subtitle_url: text('subtitle_url'),
  folderId: id('folder_id'),
  requestParts: {
    header: 'parts',
    write: (parts) => parts.map(([name, print]) => `${name}=${print}`).join(' '),
    read: (cell) => (cell === '' ? [] : cell.split(' ').map(partIn)),
  },
  says: text('says'),
  estimatedSeconds: amount('estimated_seconds'),
  estimatedUsd: amount('estimated_usd'),
  rate: text('rate'),
  renderingSince: time('rendering_since'),
  paceName: text('voice'),
  usualSeconds: number('usual_seconds'),
  calls: { header: 'calls', write: (calls) => String(Number(calls.toFixed(6))), read: numberOf },
  replaces: text('replaces'),
};

const NAMES = Object.keys(FIELDS) as (keyof Job)[];

export const LEDGER_COLUMNS: readonly string[] = NAMES.map((name) => FIELDS[name].header);

/** The request is long and needed only for sending. It stands after the other columns, where no pass has to read it. */
export const REQUEST_COLUMN = 'request';

/** The lines that jobs were read from. A pass changes few of the jobs that it reads and writes back. */
const LINES = new WeakMap<Job, readonly string[]>();

/** The job as a line of the ledger. One that is as it was read keeps its line. */
export function toLine(job: Job): readonly string[] {
  return LINES.get(job) ?? NAMES.map((name) => cellOf(job, name));
}

/** A line read back; null for a line that is no job (blank, or edited by hand beyond recognition). */
export function fromLine(line: readonly string[]): Job | null {
  const job: Draft = { ...BLANK };
  const isJob = NAMES.every((name, at) => readInto(job, name, line[at] ?? ''));
  if (!isJob) return null;
  LINES.set(job as Job, line);
  return job as Job;
}

/** The id of the job that a line may hold, without reading the rest of it. */
export function idIn(line: readonly string[]): string {
  return line[NAMES.indexOf('id')] ?? '';
}

/**
 * Has every field. An object that gets so many fields one by one ends up as a table of names, and each look at it and
 * each copy of it then takes several times as long.
 */
const BLANK = newJob({ id: '', tab: 0, owner: '', askedAt: 0, sourcePrints: [], requestPrint: '' });

type Draft = { -readonly [Name in keyof Job]?: Job[Name] };

function cellOf<Name extends keyof Job>(job: Job, name: Name): string {
  return FIELDS[name].write(job[name]);
}

/** False when the cell shows that the line holds no job. */
function readInto<Name extends keyof Job>(job: Draft, name: Name, cell: string): boolean {
  const value = FIELDS[name].read(cell);
  if (value === undefined) return false;
  job[name] = value;
  return true;
}

function partIn(text: string): readonly [string, string] {
  const first = text.indexOf('=');
  return [first < 0 ? text : text.slice(0, first), text.slice(text.lastIndexOf('=') + 1)];
}

function text(header: string): Field<string> {
  return { header, write: (value) => value, read: (cell) => cell };
}

/** Null is written as no text at all. */
function id(header: string): Field<string | null> {
  return { header, write: (value) => value ?? '', read: (cell) => (cell === '' ? null : cell) };
}

function number(header: string): Field<number> {
  return { header, write: String, read: numberOf };
}

/** Null is written as no text at all. */
function amount(header: string): Field<number | null> {
  return {
    header,
    write: (value) => (value === null ? '' : String(value)),
    read: (cell) => (cell === '' || Number.isNaN(Number(cell)) ? null : Number(cell)),
  };
}

/** Written as ISO text, for the person who reads the history. */
function time(header: string): Field<number | null> {
  return { header, write: (ms) => (ms === null ? '' : new Date(ms).toISOString()), read: momentOf };
}

/** 0 for what is no number. */
function numberOf(cell: string): number {
  const value = Number(cell);
  return Number.isFinite(value) ? value : 0;
}

function momentOf(cell: string): number | null {
  // Most times of a job have not come yet, and to ask the engine about each takes long.
  if (cell === '') return null;
  const ms = Date.parse(cell);
  return Number.isNaN(ms) ? null : ms;
}
