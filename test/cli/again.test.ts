import { existsSync, rmSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSavedRun } from '../../src/cli/saved-run.ts';
import type { SimulatorServer } from '../../src/simulator/server.ts';
import { buildCommand, Desk, fastSimulator, goodRows, HEADER, type RunOptions, render } from './command.ts';

let desk: Desk;
let simulator: SimulatorServer;

beforeAll(buildCommand);
beforeEach(async () => {
  desk = new Desk();
  simulator = await fastSimulator({});
});
afterEach(async () => {
  await simulator.close();
  desk.clear();
});

function run(more: readonly string[], options: RunOptions = {}) {
  const words = [desk.path('sheet.csv'), '--heygen', simulator.url, '--trigger', '0.05', '--json'];
  return render([...words, ...more], options);
}

/** How often each row was paid for, in the order of the rows. */
function paidTimes(rows: number): number[] {
  const scripts = simulator.simulator.paidVideos().map(({ script }) => script);
  return Array.from(
    { length: rows },
    (_, at) => scripts.filter((script) => script === `Hello Person${at + 2}, row ${at + 2}.`).length,
  );
}

describe('--again', () => {
  it('pays once more for the rows that it names, and for no others', async () => {
    desk.write('sheet.csv', goodRows(4));
    await run(['--yes']);
    const before = desk.rows('sheet.rendered.csv');
    expect(await run(['--yes', '--again', '3,5'])).toMatchObject({ code: 0, stderr: '' });
    expect(paidTimes(4)).toEqual([1, 2, 1, 2]);
    const after = desk.rows('sheet.rendered.csv');
    expect(after.map((row, at) => row.video_page === before[at]?.video_page)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    await run(['--yes']);
    expect(paidTimes(4)).toEqual([1, 2, 1, 2]);
  });

  it('leaves every result where it is when nobody says Yes', async () => {
    desk.write('sheet.csv', goodRows(3));
    await run(['--yes']);
    const out = desk.read('sheet.rendered.csv');
    expect(await run(['--again', 'all'])).toMatchObject({ code: 2 });
    expect(desk.read('sheet.rendered.csv')).toBe(out);
    await run(['--yes']);
    expect(desk.read('sheet.rendered.csv')).toBe(out);
    expect(paidTimes(3)).toEqual([1, 1, 1]);
  });

  it('that is killed at any save goes on with the same words, and pays once', async () => {
    const sheet = desk.write('sheet.csv', goodRows(3));
    await run(['--yes']);
    // Nothing takes effect, so that HeyGen has to the end what it had at each save: nothing.
    const cut = await fastSimulator({ faults: [{ when: { method: 'POST' }, do: 'cut-before' }] });
    const again = ['--yes', '--again', 'all', '--trigger', '0.01'];
    await render([sheet, ...again, '--heygen', cut.url], {
      signal: { name: 'SIGINT', when: (stdout) => (stdout.includes('unconfirmed') ? 0 : null) },
    });
    await cut.close();
    const saves = desk.read('sheet.rendered.state.json').trimEnd().split('\n');
    const last = saves.findIndex((line) => line.includes('"Unconfirmed"')) + 1;
    expect(last).toBeGreaterThan(6);

    const resumed = async (count: number): Promise<void> => {
      const fresh = await fastSimulator({});
      const state = desk.write(`${count}.json`, `${saves.slice(0, count).join('\n')}\n`);
      desk.write(`${count}.json.again`, desk.read('sheet.rendered.state.json.again'));
      const out = desk.path(`${count}.csv`);
      const ran = await render([sheet, ...again, '--heygen', fresh.url, '--state', state, '--out', out]);
      await fresh.close();
      expect(ran, `${count} saves: ${ran.stdout}`).toMatchObject({ code: 0, stderr: '' });
      expect(fresh.simulator.paidVideos(), `${count} saves`).toHaveLength(3);
    };
    await Promise.all(Array.from({ length: last }, (_, before) => resumed(before + 1)));
  });

  it('that is killed when its result is just written pays for nothing more', async () => {
    desk.write('sheet.csv', goodRows(3));
    const split = ['--yes', '--sheet-rows', '2'];
    await run(split);
    await run([...split, '--again', 'all']);
    expect(paidTimes(3)).toEqual([2, 2, 2]);
    const saved = readSavedRun(desk.path('sheet.rendered.state.json'));
    // The last thing that the run has done is to remove this file.
    desk.write('sheet.rendered.state.json.again', (saved.ok && saved.value?.replacement?.order) || '');
    expect(await run([...split, '--again', 'all'])).toMatchObject({ code: 0 });
    expect(paidTimes(3)).toEqual([2, 2, 2]);
    await run([...split, '--again', '2']);
    expect(paidTimes(3)).toEqual([3, 2, 2]);
  });

  it('is refused where it names no row that is rendered', async () => {
    desk.write('sheet.csv', goodRows(3));
    const ran = await run(['--yes', '--rows', '2-3', '--again', '4']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('--again names no row');
  });
});

describe('A result without the state of the run that made it', () => {
  it('is not paid for once more in silence', async () => {
    desk.write('sheet.csv', goodRows(3));
    await run(['--yes']);
    rmSync(desk.path('sheet.rendered.state.json'));
    const out = desk.read('sheet.rendered.csv');
    const ran = await run(['--yes']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/holds 3 finished videos.+--state FILE.+--again ROWS, or --again all/);
    expect(desk.read('sheet.rendered.csv')).toBe(out);
    expect(paidTimes(3)).toEqual([1, 1, 1]);
    expect(existsSync(desk.path('sheet.rendered.state.json'))).toBe(false);
  });

  it('stays beside the rows that --again does not name', async () => {
    desk.write('sheet.csv', goodRows(3));
    await run(['--yes']);
    rmSync(desk.path('sheet.rendered.state.json'));
    const before = desk.rows('sheet.rendered.csv');
    expect(await run(['--yes', '--again', '4'])).toMatchObject({ code: 0, stderr: '' });
    expect(paidTimes(3)).toEqual([1, 1, 2]);
    const after = desk.rows('sheet.rendered.csv');
    expect(after.map((row, at) => row.video_page === before[at]?.video_page)).toEqual([true, true, false]);
    const plain = await run(['--yes']);
    expect(plain).toMatchObject({ code: 0, stderr: '' });
    expect(plain.stdout).toContain('2 rows are Done already');
    expect(paidTimes(3)).toEqual([1, 1, 2]);
    expect(await run(['--yes', '--again', '3'])).toMatchObject({ code: 0, stderr: '' });
    expect(paidTimes(3)).toEqual([1, 2, 2]);
    rmSync(desk.path('sheet.rendered.state.json'));
    expect(await run(['--yes', '--again', 'all'])).toMatchObject({ code: 0, stderr: '' });
    expect(paidTimes(3)).toEqual([2, 3, 3]);
  });

  it('stays beside them also when the first run was cut short before it sent anything', async () => {
    desk.write('sheet.csv', goodRows(3));
    await run(['--yes']);
    rmSync(desk.path('sheet.rendered.state.json'));
    // There is nobody to ask.
    expect(await run(['--again', '4'])).toMatchObject({ code: 2 });
    expect(await run(['--yes'])).toMatchObject({ code: 0, stderr: '' });
    expect(paidTimes(3)).toEqual([1, 1, 1]);
    expect(await run(['--yes', '--again', '4'])).toMatchObject({ code: 0, stderr: '' });
    expect(paidTimes(3)).toEqual([1, 1, 2]);
  });

  it('is paid for once more with --again where its video is under way', async () => {
    const old = 'Rendering,abcdefg1-1-1';
    const rows = [`Ana,Hello,Anna_Office_Front_public,${old}`, 'Bo,Hello,Anna_Office_Front_public,,'];
    desk.write('sheet.csv', [`${HEADER},status,job`, ...rows, ''].join('\n'));
    expect(await run(['--yes'])).toMatchObject({ code: 1 });
    expect(simulator.simulator.paidVideos()).toHaveLength(1);
    expect(await run(['--yes'])).toMatchObject({ code: 1 });
    expect(simulator.simulator.paidVideos()).toHaveLength(1);
    expect(await run(['--yes', '--again', '2'])).toMatchObject({ code: 0, stderr: '' });
    expect(simulator.simulator.paidVideos()).toHaveLength(2);
  });

  it('is no hindrance where the built-in simulator made it', async () => {
    const sheet = desk.write('sheet.csv', goodRows(2));
    await render([sheet]);
    expect(await run(['--yes'])).toMatchObject({ code: 0, stderr: '' });
    expect(paidTimes(2)).toEqual([1, 1]);
  });

  it('is not replaced by that of a simulated run', async () => {
    const sheet = desk.write('sheet.csv', goodRows(2));
    await run(['--yes']);
    const real = desk.read('sheet.rendered.csv').replaceAll(simulator.url, 'https://files.heygen.ai');
    desk.write('sheet.rendered.csv', real);
    const ran = await render([sheet]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('Give another file with --out.');
    expect(desk.read('sheet.rendered.csv')).toBe(real);
  });
});
