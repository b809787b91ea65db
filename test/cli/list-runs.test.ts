import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildCommand, Desk, goodRows, render, reportOf } from './command.ts';

let desk: Desk;

beforeAll(buildCommand);
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

it('--runs lists the runs of the sheet with who, rows, cost and calls, and changes nothing', async () => {
  const sheet = desk.write('sheet.csv', goodRows(3));
  const rendered = await render([sheet, '--json']);
  const { calls, estimate, actual } = reportOf(rendered);
  expect(estimate.videos).toBe(3);
  expect(estimate.usd).toBeGreaterThan(0);
  expect(actual).toMatchObject({ videos: 3 });
  expect(rendered.stdout).toContain('3 finished videos: estimated');
  await render([sheet, '--again', '2', '--yes']);
  const state = desk.read('sheet.rendered.simulated.state.json');
  const listed = await render([sheet, '--runs', '--json']);
  expect(listed.code).toBe(0);
  expect(listed.stdout).toContain('3 rows, 3 done, 0 failed');
  const { runs } = JSON.parse(listed.stdout.trimEnd().split('\n').at(-1) ?? '');
  expect(runs).toMatchObject([
    { rows: 1, done: 1 },
    { rows: 3, done: 3, failed: 0, cancelled: 0, open: 0, who: 'local' },
  ]);
  expect(runs[1].usd).toBeCloseTo(actual.usd, 3);
  const { account = 0, looks = 0, look = 0, ...ofVideos } = calls;
  expect(runs[1].calls).toBe(Object.values(ofVideos).reduce((sum, each) => sum + each, 0));
  expect(desk.read('sheet.rendered.simulated.state.json')).toBe(state);
});

it('--runs without a state says which file is missing', async () => {
  const ran = await render(['nothing.csv', '--runs']);
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain('nothing.rendered.simulated.state.json is not there');
});
