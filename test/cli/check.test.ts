import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CheckJson } from '../../src/cli/check-run.ts';
import { buildCommand, Desk, goodRows, HEADER, type Ran, render } from './command.ts';

let desk: Desk;

beforeAll(buildCommand);
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

function jsonOf({ stdout }: Ran): CheckJson {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** Good rows, but for their scripts. */
function sheetOf(...scripts: readonly string[]): string {
  const [, look = ''] = /([^,\n]+)\n*$/.exec(goodRows(1)) ?? [];
  return `${[HEADER, ...scripts.map((script) => `Anna,${script},${look}`)].join('\n')}\n`;
}

describe('npm run render -- SHEET.csv --check', () => {
  it('exits 0 when every row could be rendered, spends nothing, and leaves no file', async () => {
    const sheet = desk.write('sheet.csv', goodRows(3));
    const ran = await render([sheet, '--check', '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const json = jsonOf(ran);
    expect(json).toMatchObject({ rows: 3, ready: 3, blocks: [], warnings: [] });
    expect(Math.min(json.seconds, json.usd)).toBeGreaterThan(0);
    expect(readdirSync(dirname(sheet))).toEqual(['sheet.csv']);
  });

  it('exits 1 with every mistake and warning, by the rows of the sheet', async () => {
    const sheet = desk.write('sheet.csv', sheetOf('Hello.', 'Hello <<nobody>>.', 'See www.example.com'));
    const ran = await render([sheet, '--check', '--json']);
    expect(ran.code).toBe(1);
    const json = jsonOf(ran);
    expect(json).toMatchObject({ rows: 3, ready: 2 });
    expect(json.blocks.map(({ row }) => row)).toEqual([3]);
    expect(json.warnings.map(({ row, column }) => [row, column])).toEqual([[4, 'script']]);
    const strict = jsonOf(await render([sheet, '--check', '--strict', '--json']));
    expect(strict).toMatchObject({ ready: 1, warnings: [] });
    expect(strict.blocks.map(({ row }) => row)).toEqual([3, 4]);
  });

  it.each([
    ['has no rows', `${HEADER}\n`, [], 'there are no rows below the header row'],
    ['is empty', '', [], 'the file is empty'],
    ['has a column twice', 'script,Script\nHi,Ho\n', [], 'are both named'],
    ['is to be left out by a condition that nobody understands', goodRows(2), ['--only', 'plan is'], 'plan'],
  ])('exits 1 with the mistake of a sheet that %s', async (_, text, more, words) => {
    const ran = await render([desk.write('sheet.csv', text), '--check', '--json', ...more]);
    expect(ran.code).toBe(1);
    const { blocks, ...others } = jsonOf(ran);
    expect(others).toMatchObject({ ready: 0, warnings: [], seconds: 0, usd: 0 });
    expect(blocks).toEqual([{ row: 1, column: '', message: expect.stringContaining(words) }]);
  });

  it('counts rows as the sheet does: after a byte order mark, over line ends in cells and blank rows', async () => {
    const [, look = ''] = /([^,\n]+)\n*$/.exec(goodRows(1)) ?? [];
    const rows = `Ana,"Hello,\r\nand welcome.",${look}\r\n,,\r\n\r\nBob,Hello <<nobody>>.,${look}\r\n`;
    const ran = await render([desk.write('sheet.csv', `\ufeff${HEADER}\r\n${rows}`), '--check', '--json']);
    expect(ran.code).toBe(1);
    expect(jsonOf(ran)).toMatchObject({ rows: 2, ready: 1, warnings: [] });
    expect(jsonOf(ran).blocks.map(({ row, column }) => [row, column])).toEqual([[5, 'script']]);
  });

  it('tells of an unknown voice also where the script is at fault', async () => {
    const [, look = ''] = /([^,\n]+)\n*$/.exec(goodRows(1)) ?? [];
    const rows = `Ana,Hello.,${look},nobody\nBob,Hello <<nobody>>.,${look},nobody\n`;
    const ran = await render([desk.write('sheet.csv', `${HEADER},voice_id\n${rows}`), '--check', '--json']);
    expect(
      jsonOf(ran)
        .blocks.map(({ row, column }) => `${row} ${column}`)
        .sort(),
    ).toEqual(['2 voice_id', '3 script', '3 voice_id']);
  });

  it('a draft of a translation that nobody has marked as read is rendered here neither', async () => {
    const sheet = desk.write('sheet.csv', sheetOf('Hello.', '[draft: not read yet] Hallo.'));
    expect(jsonOf(await render([sheet, '--check', '--json'])).blocks.map(({ row }) => row)).toEqual([3]);
    expect((await render([sheet])).code).toBe(1);
    expect(desk.rows('sheet.rendered.csv').map(({ status }) => status)).toEqual(['Done', 'Blocked']);
    expect(desk.read('sheet.rendered.csv')).toContain('a draft that nobody has marked as read');
  });

  it('a real run with --strict leaves rows with warnings out', async () => {
    const sheet = desk.write('sheet.csv', sheetOf('Hello.', 'See www.example.com'));
    expect((await render([sheet, '--strict'])).code).toBe(1);
    expect(desk.rows('sheet.rendered.csv').map(({ status }) => status)).toEqual(['Done', 'Blocked']);
    expect((await render([sheet])).code).toBe(0);
  });
});

describe('npm run render -- SHEET.csv --texts FILE.csv', () => {
  it('writes what each row would say, and renders nothing', async () => {
    const sheet = desk.write('sheet.csv', sheetOf('Hello <<first_name>>.', 'Hello <<nobody>>.'));
    const ran = await render([sheet, '--texts', desk.path('texts.csv')]);
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toContain('the texts of 2 rows');
    const [first, second] = desk.rows('texts.csv');
    expect(first).toMatchObject({ row: '2', text: 'Hello Anna.', problems: '' });
    expect(second).toMatchObject({ row: '3', text: '' });
    expect(second?.problems).toContain('<<nobody>>');
    expect(readdirSync(dirname(sheet)).sort()).toEqual(['sheet.csv', 'texts.csv']);
  });
});
