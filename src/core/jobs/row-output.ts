import { validUntil } from '../heygen/valid-until.ts';
import {
  EXTRA_OUTPUT_COLUMNS,
  type LinkColumn,
  type OutputName,
  WRITTEN_COLUMNS,
} from '../output-columns.ts';
import { pictureFormula } from '../sheet/picture-formula.ts';
import { emailHtml } from './email-html.ts';
import type { Job } from './job.ts';
import { deadLinkProblem, isLinkDead } from './link-life.ts';

/** A column that shows how the job stands. The `job` column itself is written once, when the job is made. */
export type ShownOutput = Exclude<OutputName, 'job'>;

/** What the output columns of one row are to show. */
export type RowOutput = Readonly<Record<ShownOutput, string>>;

const SHOWN_COLUMNS = WRITTEN_COLUMNS.filter((column) => column.name !== 'job');

export const SHOWN_OUTPUTS: readonly ShownOutput[] = SHOWN_COLUMNS.map(({ name }) => name);

/** Where everything comes from that is no link. */
const SOURCES: { readonly [Name in Exclude<ShownOutput, LinkColumn['name']>]: (job: Job) => string } = {
  status: ({ status }) => status,
  problem: ({ problem }) => problem,
  seconds: ({ status, seconds }) =>
    status === 'Done' && seconds !== null && seconds > 0 ? String(Math.round(seconds * 10) / 10) : '',
  valid_until: ({ status, video_url }) => (status === 'Done' ? validUntil(video_url) : ''),
  email_html: emailHtml,
  thumbnail_image: ({ status, thumbnail }) => (status === 'Done' ? pictureFormula(thumbnail) : ''),
};

const EXTRA: ReadonlySet<string> = new Set(EXTRA_OUTPUT_COLUMNS.map(({ name }) => name));

/**
 * What a row shows of its job at this moment, in Unix ms: a link that has ended by then says so. An extra column that
 * the table does not have stays '': most tables have none, and a piece of HTML for each row takes long.
 */
export function outputOf(
  job: Job,
  now: number,
  has: (column: ShownOutput) => boolean = () => true,
): RowOutput {
  const cells = SHOWN_COLUMNS.map((column): [ShownOutput, string] => {
    if (EXTRA.has(column.name) && !has(column.name)) return [column.name, ''];
    if (!('link' in column)) return [column.name, SOURCES[column.name](job)];
    return [column.name, job.status === 'Done' ? job[column.name] : ''];
  });
  const output = Object.fromEntries(cells) as RowOutput;
  return isLinkDead(job, now) && output.problem === ''
    ? { ...output, problem: deadLinkProblem(job) }
    : output;
}

/** Fills in every column. */
export function rowOutput(cellOf: (name: ShownOutput) => string): RowOutput {
  return Object.fromEntries(SHOWN_OUTPUTS.map((name) => [name, cellOf(name)])) as RowOutput;
}

export const NOTHING_SHOWN: RowOutput = rowOutput(() => '');

const NUMBERS: ReadonlySet<string> = new Set(
  WRITTEN_COLUMNS.filter((column) => 'number' in column).map(({ name }) => name),
);

/** Whether the column's cells hold numbers, which the sheet displays in its own locale. */
export function holdsNumber(name: ShownOutput): boolean {
  return NUMBERS.has(name);
}
