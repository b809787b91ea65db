import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCommand, Desk, render } from './command.ts';

let desk: Desk;

beforeAll(buildCommand);
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

const SHEET = [
  'first_name,script,avatar_id,consent,Approved',
  'Ana,Hello <<first_name>>!,Anna_Office_Front_public,yes,x',
  'Bo,Hello <<first_name>>!,Anna_Office_Front_public,no,x',
  'Cy,Hello <<first_name>>!,Anna_Office_Front_public,yes,',
  '',
].join('\n');

const BY_CONDITION = '1 row left out by the setting “Only rows where consent = yes” (row 3).';
const WAITING = '1 row waiting for approval: “Approved” does not say yes (row 4).';

describe('npm run render -- SHEET.csv --only "consent = yes"', () => {
  it('renders the approved rows that meet the condition, and names the others', async () => {
    const sheet = desk.write('sheet.csv', SHEET);
    const ran = await render([sheet, '--only', 'consent = yes']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(BY_CONDITION);
    expect(ran.stdout).toContain(WAITING);
    expect(ran.stdout).toContain('1 of 1 row is done.');
    const statuses = (): string[] => desk.rows('sheet.rendered.csv').map(({ status = '' }) => status);
    expect(statuses()).toEqual(['Done', '', '']);
    // Without the condition the row that it held back goes on, and the one that waits still waits.
    expect((await render([sheet])).code).toBe(0);
    expect(statuses()).toEqual(['Done', 'Done', '']);
  });

  it('a check names them as well', async () => {
    const sheet = desk.write('sheet.csv', SHEET);
    const { stdout } = await render([sheet, '--check', '--only', 'consent = yes', '--json']);
    expect(stdout).toContain(BY_CONDITION);
    expect(stdout).toContain(WAITING);
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ rows: 1, ready: 1 });
  });

  it.each([
    ['consnt = yes', 'the sheet has no column “consnt”'],
    ['consent', 'no condition that Reelmerge understands'],
    ['consent = maybe', 'no row is left to render. 2 rows left out'],
  ])('--only "%s" renders nothing and says why', async (only, why) => {
    const sheet = desk.write('sheet.csv', SHEET);
    const ran = await render([sheet, '--only', only]);
    expect(ran).toMatchObject({ code: 2 });
    expect(ran.stderr).toContain(why);
  });
});

describe('npm run render -- SHEET.csv --share', () => {
  it('makes one video for rows that say the same', async () => {
    const rows = SHEET.split('\n').slice(1, 2);
    const sheet = desk.write('sheet.csv', [SHEET.split('\n')[0], ...rows, ...rows, ''].join('\n'));
    const ran = await render([sheet, '--share']);
    expect(ran.code).toBe(0);
    const urls = desk.rows('sheet.rendered.csv').map(({ video_url }) => video_url);
    expect(urls).toHaveLength(2);
    expect(urls[0]).toMatch(/^http/);
    expect(urls[1]).toBe(urls[0]);
  });
});
