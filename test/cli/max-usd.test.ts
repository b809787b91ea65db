import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCommand, Desk, goodRows, render } from './command.ts';

let desk: Desk;

beforeAll(buildCommand);
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

/** What the check estimates for the whole sheet. */
async function costOf(sheet: string): Promise<number> {
  const { stdout } = await render([sheet, '--check', '--json']);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '').usd;
}

describe('npm run render -- SHEET.csv --max-usd N', () => {
  it('renders what the sum pays, leaves the rest queued, says so, and goes on with a higher sum', async () => {
    const sheet = desk.write('sheet.csv', goodRows(6));
    const usd = await costOf(sheet);
    const ran = await render([sheet, '--max-usd', String(usd * 0.55)]);
    expect(ran.code).toBe(1);
    expect(ran.stderr + ran.stdout).toMatch(/The budget of .* for a run is reached: 3 rows wait\./);
    const statuses = () => desk.rows('sheet.rendered.csv').map(({ status }) => status);
    expect(statuses()).toEqual(['Done', 'Done', 'Done', 'Queued', 'Queued', 'Queued']);
    expect((await render([sheet, '--max-usd', String(usd * 2)])).code).toBe(0);
    expect(statuses().every((status) => status === 'Done')).toBe(true);
  });

  it('with a sum that pays for nothing sends nothing, and does not call it a lack of credit', async () => {
    const sheet = desk.write('sheet.csv', goodRows(2));
    const ran = await render([sheet, '--max-usd', '0']);
    expect(ran.code).toBe(1);
    expect(ran.stderr + ran.stdout).not.toMatch(/credit/);
    expect(desk.rows('sheet.rendered.csv').map(({ status }) => status)).toEqual(['Queued', 'Queued']);
  });

  it('on several sheets spends no more than the sum', async () => {
    const sheet = desk.write('sheet.csv', goodRows(8));
    const usd = await costOf(sheet);
    await render([sheet, '--sheet-rows', '4', '--max-usd', String(usd * 0.55)]);
    const done = desk.rows('sheet.rendered.csv').filter(({ status }) => status === 'Done');
    expect(done).toHaveLength(4);
  });

  it('refuses what is no sum', async () => {
    const sheet = desk.write('sheet.csv', goodRows(1));
    const ran = await render([sheet, '--max-usd', 'ten']);
    expect(ran).toMatchObject({ code: 2 });
    expect(ran.stderr).toContain('--max-usd is "ten"');
  });
});
