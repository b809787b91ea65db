import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SimulatorServer } from '../../src/simulator/server.ts';
import { buildCommand, Desk, fastSimulator, goodRows, HEADER, render, reportOf } from './command.ts';

const KEY = 'sk_a_key_that_must_never_be_written_0123456789';

let desk: Desk;
let simulator: SimulatorServer | null = null;

beforeAll(buildCommand);
beforeEach(() => {
  desk = new Desk();
});
afterEach(async () => {
  await simulator?.close();
  simulator = null;
  desk.clear();
});

/** Words that lead to the simulator that the test has started. */
function there(): string[] {
  if (simulator === null) throw new Error('No simulator was started.');
  return ['--heygen', simulator.url, '--trigger', '0.05', '--json'];
}

describe('npm run render', () => {
  it('renders every row with the built-in simulator, says so first, and exits 0', async () => {
    const sheet = desk.write('sheet.csv', goodRows(5));
    const ran = await render([sheet, '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.split('\n')[0]).toContain(
      'built-in simulator, 10 videos at a time (nothing is paid, time runs fast)',
    );
    expect(ran.stdout).toContain('5 of 5 rows are done');
    const rows = desk.rows('sheet.rendered.csv');
    expect(rows.map((row) => row.status)).toEqual(Array(5).fill('Done'));
    for (const row of rows) expect(row.video_url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/_media\/videos\//);
    expect(reportOf(ran)).toMatchObject({
      rows: 5,
      done: 5,
      failed: 0,
      blocked: 0,
      queued: 0,
      rendering: 0,
      unconfirmed: 0,
      calls: { account: 2, createBatch: 1 },
    });
    const { calls, fetches, sheetCalls, executions, seconds } = reportOf(ran);
    expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBe(fetches);
    expect(Math.min(sheetCalls, executions, seconds)).toBeGreaterThan(0);
  });

  it('does not render again what is Done, neither by its state nor by the CSV alone', async () => {
    const sheet = desk.write('sheet.csv', goodRows(3));
    await render([sheet]);
    const first = desk.read('sheet.rendered.csv');
    const again = await render([sheet, '--json']);
    expect(again.code).toBe(0);
    expect(reportOf(again).calls).toEqual({ account: 1 });
    expect(desk.read('sheet.rendered.csv')).toBe(first);

    const fed = await render([desk.path('sheet.rendered.csv'), '--json']);
    expect(fed.code).toBe(0);
    expect(fed.stdout).toContain('3 rows are Done already');
    expect(reportOf(fed).calls).toEqual({ account: 1, looks: 1 });
    expect(desk.read('sheet.rendered.rendered.csv')).toBe(first);
  });

  it('does not pay again for what an earlier run without its state has under way', async () => {
    const header = `${HEADER},status,job`;
    const rows = [
      'Ana,Hello,Anna_Office_Front_public,Rendering,rm-old-1-1',
      'Bo,Hello,Anna_Office_Front_public,,',
    ];
    const ran = await render([desk.write('sheet.csv', [header, ...rows, ''].join('\n')), '--json']);
    expect(ran).toMatchObject({ code: 1, stderr: 'Row 2  Rendering\n' });
    expect(reportOf(ran)).toMatchObject({ rows: 2, done: 1, rendering: 1, calls: { createVideo: 1 } });
  });

  it('renders the rows of --rows only, counted as the sheet counts them', async () => {
    const sheet = desk.write('sheet.csv', goodRows(6));
    const ran = await render([sheet, '--rows', '3-4,7', '--json']);
    expect(ran.code).toBe(0);
    expect(desk.rows('sheet.rendered.csv').map((row) => row.status)).toEqual([
      '',
      'Done',
      'Done',
      '',
      '',
      'Done',
    ]);
    expect(reportOf(ran)).toMatchObject({ rows: 3, done: 3 });
  });

  it('exits 1 with a table of the rows that are not Done, and writes the file all the same', async () => {
    const sheet = desk.write('sheet.csv', `${goodRows(1)},Hello <<first_name>>!,Anna_Office_Front_public\n`);
    const ran = await render([sheet, '--json']);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe(
      'Row 3  Blocked  <<first_name>> is empty. Fill the cell or write <<first_name|there>>.\n',
    );
    expect(desk.rows('sheet.rendered.csv').map((row) => row.status)).toEqual(['Done', 'Blocked']);
    expect(reportOf(ran)).toMatchObject({ rows: 2, done: 1, blocked: 1 });
  });

  it('works in the mode in which Google fires the trigger hourly', async () => {
    const ran = await render([desk.write('sheet.csv', goodRows(2)), '--mode', 'addon', '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(reportOf(ran).executions).toBeLessThan(8);
  });

  it('exits 2 with one sentence when it cannot begin', async () => {
    const ran = await render([desk.write('sheet.csv', `${HEADER}\nAna,"Hello\n`), '--json']);
    expect(ran).toEqual({
      code: 2,
      stdout: '',
      stderr: `${desk.path('sheet.csv')}, line 2: a cell begins with a quote (") that is never closed. Close it, or export the sheet again.\n`,
    });
  });

  it('sends nothing to another HeyGen than its own simulator without a Yes', async () => {
    simulator = await fastSimulator({});
    const ran = await render([desk.write('sheet.csv', goodRows(2)), ...there()], { key: KEY });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('Add --yes');
    expect(simulator.simulator.videos()).toEqual([]);
  });

  it('never writes the key anywhere', async () => {
    simulator = await fastSimulator({});
    const ran = await render([desk.write('sheet.csv', goodRows(3)), ...there(), '--yes'], { key: KEY });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    for (const text of [
      desk.read('sheet.rendered.state.json'),
      desk.read('sheet.rendered.csv'),
      ran.stdout,
    ]) {
      expect(text).not.toContain(KEY);
      expect(text).not.toBe('');
    }
  });

  it('exits 3 when HeyGen does not accept the key', async () => {
    simulator = await fastSimulator({ keys: { 'the-only-good-key': 'somebody' } });
    const ran = await render([desk.write('sheet.csv', goodRows(2)), ...there(), '--yes'], { key: KEY });
    expect(ran.code).toBe(3);
    expect(ran.stderr).toContain('HeyGen did not accept the key');
    expect(simulator.simulator.videos()).toEqual([]);
  });

  it('exits 3 when the credit is used up, keeps the rest queued, and goes on after a top-up', async () => {
    simulator = await fastSimulator({ credit: 0.001 });
    const sheet = desk.write('sheet.csv', goodRows(8));
    const ran = await render([sheet, ...there(), '--yes']);
    expect(ran.code).toBe(3);
    expect(ran.stderr).toContain('no credit left');
    expect(reportOf(ran)).toMatchObject({ rows: 8, queued: 8 });

    simulator.simulator.set({ credit: 100 });
    const after = await render([sheet, ...there(), '--yes']);
    expect(after).toMatchObject({ code: 0, stderr: '' });
    expect(simulator.simulator.paidVideos()).toHaveLength(8);
  });

  it('exits 3 when the credit ends after HeyGen has accepted the videos', async () => {
    simulator = await fastSimulator({ creditEndsLate: true, costPerSecond: 1, credit: 5 });
    const ran = await render([desk.write('sheet.csv', goodRows(8)), ...there(), '--yes']);
    expect(ran.code).toBe(3);
    expect(ran.stderr).toContain('no credit left for it. Top up, then run the same command again');
    expect(reportOf(ran)).toMatchObject({ rows: 8, failed: 0 });
  });

  it('exits 3 after three tries when nobody answers, keeps the rows queued, and goes on when somebody does', async () => {
    const sheet = desk.write('sheet.csv', goodRows(4));
    simulator = await fastSimulator({});
    const [{ url, port }, words] = [simulator, [sheet, ...there(), '--yes']];
    await simulator.close();
    const ran = await render(words);
    expect(ran).toMatchObject({
      code: 3,
      stderr: `${url} could not be reached three times in a row. Check the network, then run the same command again: it goes on where it was.\n`,
    });
    expect(reportOf(ran)).toMatchObject({ rows: 4, queued: 4, unconfirmed: 0 });
    expect(reportOf(ran).fetches).toBeLessThan(7);

    simulator = await fastSimulator({}, port);
    expect(await render(words)).toMatchObject({ code: 0, stderr: '' });
    expect(simulator.simulator.paidVideos()).toHaveLength(4);
  });

  it('exits 3 when the server goes away in the middle, and nothing is lost or paid twice', async () => {
    simulator = await fastSimulator({ slots: 1, renderMs: [600_000, 600_000] });
    const { simulator: world, port } = simulator;
    const sheet = desk.write('sheet.csv', goodRows(4));
    const words = [sheet, ...there(), '--yes'];
    let closing: Promise<void> | null = null;
    const ran = await render(words, {
      signal: {
        name: 'SIGCONT',
        when: (stdout) => {
          if (stdout.includes('rendering')) closing ??= simulator?.close() ?? null;
          return null;
        },
      },
    });
    expect(ran.code).toBe(3);
    expect(reportOf(ran)).toMatchObject({ rows: 4, unconfirmed: 0 });
    await closing;
    const saved = world.snapshot();
    simulator = await fastSimulator({}, port);
    simulator.simulator.restore(saved);
    expect(await render(words)).toMatchObject({ code: 0, stderr: '' });
    expect(simulator.simulator.paidVideos()).toHaveLength(4);
  });

  it('tells a failed row with its reason, and renders it again with the same words', async () => {
    simulator = await fastSimulator({ failWhen: 'row 3', failureMessage: '=IMPORTXML("http://x","//y")' });
    const sheet = desk.write('sheet.csv', goodRows(3));
    const ran = await render([sheet, ...there(), '--yes']);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/^Row 3 {2}Failed {2}/);
    expect(desk.read('sheet.rendered.csv')).not.toMatch(/(?:^|,)"?=/m);
    simulator.simulator.set({ failWhen: '' });
    expect(await render([sheet, ...there(), '--yes'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('writes the file on Ctrl-C, exits 130, and goes on with the same words', async () => {
    const sheet = desk.write('sheet.csv', goodRows(20));
    const rendering = (stdout: string): number | null =>
      stdout.includes('rendering') && stdout.includes('done') ? 0 : null;
    const ran = await render([sheet, '--json'], { signal: { name: 'SIGINT', when: rendering } });
    expect(ran.code).toBe(130);
    expect(ran.stderr).toContain('goes on where it was');
    const { done } = reportOf(ran);
    expect(done).toBeLessThan(20);
    expect(desk.rows('sheet.rendered.csv').filter((row) => row.status === 'Done')).toHaveLength(done);
    const after = await render([sheet, '--json']);
    expect(after.code).toBe(0);
    expect(reportOf(after).calls.createBatch).toBeUndefined();
  });

  it('lets one run at a time work with a state', async () => {
    const sheet = desk.write('sheet.csv', goodRows(12));
    let second: Promise<Awaited<ReturnType<typeof render>>> | null = null;
    const first = await render([sheet], {
      signal: {
        name: 'SIGINT',
        when: (stdout) => {
          if (stdout.includes('Render 12 videos?')) second ??= render([sheet]);
          return null;
        },
      },
    });
    expect(first.code).toBe(0);
    const refused = await (second ?? render([]));
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('Another run');
  });

  it('does not take a simulated state for a real one', async () => {
    simulator = await fastSimulator({});
    const sheet = desk.write('sheet.csv', goodRows(2));
    const state = ['--state', desk.path('one.json')];
    await render([sheet, ...state]);
    const ran = await render([sheet, ...state, ...there(), '--yes']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('was made with the built-in simulator');
  });
});
