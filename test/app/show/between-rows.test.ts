import { describe, expect, it } from 'vitest';
import { rowsBetween } from '../../../src/app/show/between-rows.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { outputOf } from '../../../src/core/jobs/row-output.ts';
import type { CellPatch } from '../../../src/core/jobs/write-back.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { job } from '../../core/jobs/jobs.ts';

const HEADERS = ['first_name', 'status', 'problem', 'video_url', 'video_page', 'thumbnail', 'seconds', 'job'];

const rendering = (id: string): Job => job({ id, status: 'Rendering', shown: 'Rendering' });
const done = (id: string): Job =>
  job({ id, status: 'Done', shown: 'Done', video_url: `https://f.heygen.ai/${id}.mp4`, seconds: 12.3 });

const underWay = (id: string): string[] => ['Ann', 'Rendering', '', '', '', '', '', id];
const finished = (id: string, seconds: string): string[] => [
  'Bob',
  'Done',
  '',
  `https://f.heygen.ai/${id}.mp4`,
  '',
  '',
  seconds,
  id,
];

/** The numbers of the rows that are written along with the first and the last one. */
function between(rows: readonly (readonly string[])[], atRest: readonly Job[]): number[] {
  const ends = ['j-1-1', 'j-1-2'].map(done);
  const lines = [underWay('j-1-1'), ...rows, underWay('j-1-2')];
  const table = readTable([HEADERS, ...lines.map((line) => [...line])]);
  const patches = ends.map(
    (each, at): CellPatch => ({
      row: at === 0 ? 2 : lines.length + 1,
      job: each.id,
      moves: null,
      output: outputOf(each, 0),
      code: '',
    }),
  );
  return rowsBetween(table, patches, atRest, 0).map(({ row }) => row);
}

describe('rows between those to be written are written along with them', () => {
  it('where each shows its own job, under way or done', () => {
    const rows = [underWay('j-1-3'), finished('j-1-4', '12.3'), finished('j-1-5', '12,3')];
    expect(between(rows, [rendering('j-1-3'), done('j-1-4'), done('j-1-5')])).toEqual([3, 4, 5]);
  });

  it.each<[string, string[]]>([
    ['carries no job', ['Cid', '', '', '', '', '', '', '']],
    ['carries a job that is not known to be at rest', underWay('j-9-9')],
    ['shows something else than its job', ['Ann', 'Rendering', 'Mine', '', '', '', '', 'j-1-4']],
    ['has a number that somebody typed over', finished('j-1-5', '99')],
    ['says Changed', ['Bob', 'Changed', 'Other words', '', '', '', '', 'j-1-5']],
  ])('but not where one of them %s', (_, odd) => {
    const atRest = [rendering('j-1-3'), rendering('j-1-4'), done('j-1-5')];
    expect(between([underWay('j-1-3'), odd], atRest)).toEqual([]);
  });

  it('but not where a problem, and its note, would be written anew', () => {
    const stuck = { ...rendering('j-1-3'), problem: 'It takes long.', code: 'stuck' };
    expect(between([['Ann', 'Rendering', 'It takes long.', '', '', '', '', 'j-1-3']], [stuck])).toEqual([]);
  });

  it('but not where they are so many that another call is quicker', () => {
    const many = Array.from({ length: 501 }, (_, at) => `j-2-${at}`);
    expect(between(many.map(underWay), many.map(rendering))).toEqual([]);
    expect(between(many.slice(1).map(underWay), many.map(rendering))).toHaveLength(500);
  });
});
