import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildCommand, Desk, goodRows, render } from './command.ts';

let desk: Desk;

beforeAll(buildCommand);
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

function done(): number {
  return desk.rows('sheet.rendered.csv').filter(({ status }) => status === 'Done').length;
}

it('--sample renders a few rows and says why these, and --approve renders the rest, each once', async () => {
  const sheet = desk.write('sheet.csv', goodRows(8));
  const sample = await render([sheet, '--sample', '2', '--json']);
  expect(sample.code).toBe(1);
  expect(sample.stdout).toContain('first');
  expect(sample.stderr).toContain('run the same command with --approve');
  const sampled = done();
  expect(sampled).toBeGreaterThan(0);
  expect(sampled).toBeLessThanOrEqual(2);

  // The same words again approve nothing.
  await render([sheet, '--sample', '2']);
  expect(done()).toBe(sampled);

  const rest = await render([sheet, '--approve']);
  expect(rest.code).toBe(0);
  expect(rest.stdout).toMatch(/\d finished videos?: estimated .*, actually .*\./);
  expect(done()).toBe(8);
  const links = desk.rows('sheet.rendered.csv').map((row) => row.video_url);
  expect(new Set(links).size).toBe(8);
});

it('without a sample there is nothing to approve, and nothing is sent', async () => {
  const sheet = desk.write('sheet.csv', goodRows(3));
  const ran = await render([sheet, '--approve']);
  expect(ran.code).toBe(1);
  expect(done()).toBe(0);
});
