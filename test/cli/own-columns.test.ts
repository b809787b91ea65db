import { parse } from 'csv-parse/sync';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildCommand, Desk, goodRows, render } from './command.ts';

let desk: Desk;

beforeAll(buildCommand);
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

/** Good rows with more columns: each header with the value of every row. */
function withColumns(columns: Readonly<Record<string, string>>): string {
  const [header = '', ...rows] = goodRows(2).trim().split('\n');
  const values = Object.values(columns).join(',');
  return `${[[header, ...Object.keys(columns)].join(','), ...rows.map((row) => `${row},${values}`)].join('\n')}\n`;
}

function headersOf(text: string): readonly string[] {
  const [headers = []]: string[][] = parse(text, { bom: true });
  return headers;
}

it('own columns named like ours stay as they are, and ours get other names, run after run', async () => {
  const sheet = desk.write('sheet.csv', withColumns({ Status: 'Lead', Problem: 'late' }));
  const ran = await render([sheet, '--json']);
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain('It can write into “Video status” and “Video problem” instead');
  const rows = desk.rows('sheet.rendered.csv');
  expect(rows.map((row) => [row.Status, row.Problem, row['Video status']])).toEqual([
    ['Lead', 'late', 'Done'],
    ['Lead', 'late', 'Done'],
  ]);
  const once = desk.read('sheet.rendered.csv');
  expect(headersOf(once).filter((header) => /status|job/i.test(header))).toEqual([
    'Status',
    'Video status',
    'Video job',
  ]);
  const again = await render([sheet, '--json']);
  expect(again.code).toBe(0);
  expect(desk.read('sheet.rendered.csv')).toBe(once);
  // The result of a run can be rendered again: its rows are done.
  desk.write('result.csv', once);
  const third = await render([desk.path('result.csv')]);
  expect(third.stdout).toContain('done');
  expect(desk.rows('result.rendered.csv').map(({ Status }) => Status)).toEqual(['Lead', 'Lead']);
});

it('an own column that comes to rows with videos stops the run before anything is sent, and the result stays', async () => {
  const sheet = desk.write('sheet.csv', goodRows(2));
  await render([sheet]);
  const once = desk.read('sheet.rendered.csv');
  const videos = () => desk.rows('sheet.rendered.csv').map(({ video_page }) => video_page);
  const paid = videos();
  desk.write('sheet.csv', withColumns({ Status: 'Lead' }));
  const ran = await render([sheet, '--max-usd', '0', '--json']);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('are linked to their videos already. Nothing was sent.');
  expect(desk.read('sheet.rendered.csv')).toBe(once);
  desk.write('sheet.csv', goodRows(2));
  expect(await render([sheet])).toMatchObject({ code: 0, stderr: '' });
  expect(videos()).toEqual(paid);
});

it('a column that steers is used and told, and --ignore leaves it out', async () => {
  const sheet = desk.write('sheet.csv', withColumns({ Locale: 'nowhere at all' }));
  const used = await render([sheet, '--check']);
  expect(used.stdout).toContain('The column “Locale” steers the videos, as locale.');
  expect(used.code).toBe(1);
  const ignored = await render([sheet, '--check', '--ignore', 'Locale']);
  expect(ignored.stdout).not.toContain('steers the videos');
  expect(ignored.code).toBe(0);
  expect((await render([sheet, '--ignore', 'locale'])).code).toBe(0);
});

it('--ignore of a name that steers nothing is refused', async () => {
  const ran = await render([desk.write('sheet.csv', goodRows(1)), '--ignore', 'city']);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('--ignore names "city", which steers nothing');
});
