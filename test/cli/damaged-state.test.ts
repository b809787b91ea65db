import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimulatorServer } from '../../src/simulator/server.ts';
import { buildCommand, Desk, fastSimulator, goodRows, type Ran, render } from './command.ts';
import { seeded } from './seeded.ts';

/** More flips make a longer proof; the suite needs a short one. */
const FLIPS = Number(process.env.RENDER_TEST_FLIPS ?? 4);
const ROWS = 6;

/** What a run that was interrupted in the middle has left: some rows done, some rendering, some queued. */
interface Left {
  readonly state: Buffer;
  readonly out: string;
  readonly world: string;
  readonly now: number;
}

let desk: Desk;
let left: Left;
let countsBefore: Readonly<Record<string, number>>;

beforeAll(async () => {
  await buildCommand();
  desk = new Desk();
  const simulator = await fastSimulator({ slots: 2, renderMs: [900_000, 1_500_000] });
  desk.write('sheet.csv', goodRows(ROWS));
  // Slow enough for the signal to arrive before the next videos do.
  const ran = await run(simulator, { interruptWhen: /[2-4] done/, trigger: '0.3' });
  expect(ran.code).toBe(130);
  left = {
    state: readFileSync(desk.path('sheet.rendered.state.json')),
    out: desk.read('sheet.rendered.csv'),
    world: simulator.simulator.snapshot(),
    now: simulator.simulator.now(),
  };
  countsBefore = simulator.simulator.counts();
  await simulator.close();
}, 60_000);
afterAll(() => desk.clear());

function run(
  { url }: SimulatorServer,
  options: { interruptWhen?: RegExp; trigger?: string; more?: readonly string[] } = {},
): Promise<Ran> {
  const { interruptWhen, trigger = '0.05', more = [] } = options;
  const words = [desk.path('sheet.csv'), '--heygen', url, '--trigger', trigger, '--yes', ...more];
  if (interruptWhen === undefined) return render(words);
  return render(words, {
    signal: { name: 'SIGINT', when: (stdout) => (interruptWhen.test(stdout) ? 0 : null) },
  });
}

/** Runs on from what was left, with another state. */
async function runOn(state: Buffer, use: (ran: Ran, simulator: SimulatorServer) => Promise<void> | void) {
  desk.write('sheet.rendered.state.json', state);
  desk.write('sheet.rendered.csv', left.out);
  const simulator = await fastSimulator({}, 0, left.now);
  simulator.simulator.restore(left.world);
  try {
    await use(await run(simulator), simulator);
  } finally {
    await simulator.close();
  }
}

function expectNothingPaidTwiceOrMisplaced({ simulator }: SimulatorServer): void {
  const paid = simulator.paidVideos();
  const scripts = paid.map(({ script }) => script);
  expect(new Set(scripts).size).toBe(scripts.length);
  const scriptOf = new Map(paid.map(({ id, script }) => [id, script]));
  desk.rows('sheet.rendered.csv').forEach(({ video_url = '', video_page = '' }, at) => {
    for (const link of [video_url, video_page].filter((text) => text !== '')) {
      const id = /\/videos\/([0-9a-f]+)/.exec(link)?.[1] ?? '';
      expect(scriptOf.get(id)).toBe(`Hello Person${at + 2}, row ${at + 2}.`);
    }
  });
}

/** Everything was paid for that is in the sheet, and the run knows of it. */
function expectAllDone(ran: Ran, server: SimulatorServer): void {
  expect(ran, ran.stdout).toMatchObject({ code: 0, stderr: '' });
  expect(server.simulator.paidVideos()).toHaveLength(ROWS);
}

describe('A state in which a bit has flipped', () => {
  it('is gone on from as before when none has', async () => {
    await runOn(left.state, (ran, server) => {
      expectAllDone(ran, server);
      expectNothingPaidTwiceOrMisplaced(server);
    });
  });

  it('is told with its line, pays for nothing and bends no link, whichever bit it is', async () => {
    const random = seeded(FLIPS);
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const state = Buffer.from(left.state);
      const bit = Math.floor(random() * state.length * 8);
      state[bit >> 3] = (state[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await runOn(state, (ran, server) => {
        expect(ran.stderr, `bit ${bit}`).not.toMatch(/^\s+at /m);
        expectNothingPaidTwiceOrMisplaced(server);
        if (ran.code === 0) {
          expectAllDone(ran, server);
          return;
        }
        expect(ran.code).toBe(2);
        expect(ran.stderr).toMatch(
          /sheet\.rendered\.state\.json is damaged: line \d+ does not match its checksum\. Nothing was sent\./,
        );
        expect(server.simulator.counts()).toEqual(countsBefore);
        expect(readFileSync(desk.path('sheet.rendered.state.json'))).toEqual(state);
      });
    }
  });

  it('leaves what was done in the result, and the rest is paid for only where the user says so', async () => {
    const damaged = Buffer.from(left.state);
    // In the last line, behind which nothing is.
    damaged[damaged.length - 10] = 0;
    await runOn(damaged, async (ran, server) => {
      expect(ran.code).toBe(2);
      const done = desk
        .rows('sheet.rendered.csv')
        .flatMap((row, at) => (row.status === 'Done' ? [at + 2] : []));
      expect(done.length).toBeGreaterThan(1);
      const [, rows = ''] = /--again ([\d,-]+)\.$/m.exec(ran.stderr) ?? [];
      const paid = server.simulator.paidVideos().length;

      const state = ['--state', desk.path('other.json')];
      const refused = await run(server, { more: state });
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain('--again');
      const last = await run(server, { more: [...state, '--again', rows] });
      expect(last).toMatchObject({ code: 0, stderr: '' });
      expect(server.simulator.paidVideos()).toHaveLength(paid + ROWS - done.length);
    });
  });
});
