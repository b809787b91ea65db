import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import type { SimulatorServer } from '../../src/simulator/server.ts';
import { buildCommand, Desk, fastSimulator, goodRows, render, reportOf } from './command.ts';
import { seeded } from './seeded.ts';

/** More rows, and more kills, make a longer proof; the suite needs a short one. */
const ROWS = Number(process.env.RENDER_TEST_ROWS ?? 24);
const KILLS = Number(process.env.RENDER_TEST_KILLS ?? 3);

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

describe('A run that is killed at any moment and started again with the same words', () => {
  /** The last field: whether every row can be settled when the answer to a batch is lost. */
  const worlds: [string, SimulatorChoices, boolean][] = [
    ['where batches queue', {}, true],
    ['where batches do not queue and ids come late', { batchQueues: false, idsLateMs: 30_000 }, false],
    [
      'on a day of cut connections',
      { faults: [{ when: { method: 'POST', probability: 0.3 }, do: 'cut-after' }] },
      true,
    ],
  ];
  it.each(worlds)(
    'pays for each row once and puts each video beside its row, %s',
    async (_, world, settled) => {
      simulator = await fastSimulator(world);
      const words = [
        desk.write('sheet.csv', goodRows(ROWS)),
        ...['--heygen', simulator.url, '--trigger', '0.05', '--yes', '--json'],
      ];
      const random = seeded(ROWS + KILLS);
      for (let kill = 0; kill < KILLS; kill += 1) {
        const ms = 100 + Math.floor(random() * 700);
        await render(words, { signal: { name: 'SIGKILL', when: () => ms } });
      }
      const last = await render(words);

      const paid = simulator.simulator.paidVideos();
      const rows = desk.rows('sheet.rendered.csv');
      const said = rows.map((_row, at) => `Hello Person${at + 2}, row ${at + 2}.`);
      // HeyGen accepts a part of a batch that does not queue. Which part, a run that was killed before the answer cannot know.
      const open = rows.flatMap(({ status }, at) => (!settled && status === 'Unconfirmed' ? [said[at]] : []));
      expect(last.code, last.stdout).toBe(open.length === 0 ? 0 : 1);
      expect(rows).toHaveLength(ROWS);
      expect(paid.map((video) => video.script).sort()).toEqual(
        said.filter((words) => !open.includes(words)).sort(),
      );
      const scriptOf = new Map(paid.map((video) => [video.id, video.script]));
      rows.forEach((row, at) => {
        const id = /\/videos\/([0-9a-f]+)/.exec(row.video_url ?? '')?.[1] ?? '';
        expect(scriptOf.get(id)).toBe(open.includes(said[at]) ? undefined : said[at]);
      });
      expect(reportOf(last)).toMatchObject({ rows: ROWS, done: ROWS - open.length });
    },
  );

  it('goes on from every save between writing ahead and the answer of HeyGen', async () => {
    const cut = await fastSimulator({ faults: [{ when: { method: 'POST' }, do: 'cut-before' }] });
    simulator = cut;
    const sheet = desk.write('sheet.csv', goodRows(3));
    const words = ['--trigger', '0.01', '--yes'];
    // Nothing takes effect, so that HeyGen has to the end what it had at each save: nothing.
    await render([sheet, ...words, '--heygen', cut.url], {
      signal: { name: 'SIGINT', when: (stdout) => (stdout.includes('unconfirmed') ? 0 : null) },
    });
    expect(cut.simulator.videos()).toEqual([]);
    const saves = desk.read('sheet.rendered.state.json').trimEnd().split('\n');
    const first = saves.findIndex((line) => /"(?:Queued|Submitting)"/.test(line));
    const last = saves.findIndex((line) => line.includes('"Unconfirmed"')) + 1;
    expect(last - first).toBeGreaterThan(2);

    const resumed = async (count: number): Promise<void> => {
      const fresh = await fastSimulator({});
      const state = desk.write(`${count}.json`, `${saves.slice(0, count).join('\n')}\n`);
      const out = desk.path(`${count}.csv`);
      const ran = await render([sheet, ...words, '--heygen', fresh.url, '--state', state, '--out', out]);
      await fresh.close();
      expect(ran, `${count} saves: ${ran.stdout}`).toMatchObject({ code: 0, stderr: '' });
      expect(fresh.simulator.paidVideos(), `${count} saves`).toHaveLength(3);
    };
    await Promise.all(Array.from({ length: last - first + 1 }, (_, more) => resumed(first + more)));
  });
});
