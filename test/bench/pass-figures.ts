import type { Execution } from '../../src/emulator/execution.ts';
import { MEASURED_WORK } from '../../src/emulator/script-work.ts';
import { MINUTE, people, World } from '../bundle/world.ts';
import { figure, heading } from './figures.ts';

/** So many runs of the trigger are looked at: some of them find finished videos, some find nothing due. */
const RUNS = 25;

/** One pass of the trigger in a large sheet, and Render of all its rows. */
export function passFigures(): void {
  heading('10,000 rows × 30 columns, consumer account');
  const wide = people(10_000).map((row, at) => [
    ...row,
    ...Array.from({ length: 27 }, (_, n) => `cell ${at} ${n}`),
  ]);
  const world = new World({ slots: 10, renderMs: [5 * MINUTE, 5 * MINUTE] }, { scriptWork: MEASURED_WORK });
  world.prepare(wide);
  const render = world.menu('renderSelectedRows');
  figure('Render: all written ahead and the first sent, virtual s', seconds(render), { most: 240 });
  const runs = trigger(world);
  const showing = runs.filter((run) => writesIn(world, run));
  figure('a pass that shows finished videos, virtual s: most', Math.max(...showing.map(seconds)), {
    most: 6,
  });
  figure('  Sheets calls: most', Math.max(...showing.map(sheetsCalls)), { most: 12 });
  const idle = runs.filter(({ fetches, calls }) => fetches.length === 0 && calls.length < 10);
  figure('passes with nothing due, of so many', `${idle.length} of ${runs.length}`);
  figure('  platform calls: most', Math.max(0, ...idle.map(({ calls }) => calls.length)), { most: 2 });

  figure('starting an execution, virtual s; every figure in virtual s includes it', startUp(render));

  figure('a showing pass with 10,000 open rows, times one with 1,000', workOf(10_000) / workOf(1_000), {
    most: 3,
  });

  heading('Sheets calls of one pass');
  for (const [open, finished] of [
    [10, 0],
    [300, 0],
    [3_000, 0],
    [10, 5_000],
  ] as const) {
    figure(`${open} open rows, ${finished} finished jobs behind`, passCalls(open, finished));
  }
}

/** The most Sheets calls that a run of the trigger makes with so many rows under way and so many finished before them. */
function passCalls(open: number, finished: number): number {
  const world = new World({ slots: 1_000, renderMs: [MINUTE, MINUTE] }, { account: 'workspace' });
  world.prepare(people(finished + open));
  if (finished > 0) {
    world.hands.select(world.sheet, [`A2:Z${finished + 1}`]);
    world.menu('renderSelectedRows');
    world.follow(2_000);
  }
  world.simulator.set({ slots: 10, renderMs: [5 * MINUTE, 5 * MINUTE] });
  world.hands.select(world.sheet, [`A${finished + 2}:Z${finished + open + 1}`]);
  world.menu('renderSelectedRows');
  return Math.max(...trigger(world).map(sheetsCalls));
}

/** Processor time of the middle one of the passes that show finished videos, with so many rows open. */
function workOf(open: number): number {
  const world = new World({ slots: 10, renderMs: [5 * MINUTE, 5 * MINUTE] }, { account: 'workspace' });
  world.prepare(people(open));
  world.menu('renderSelectedRows');
  const times: number[] = [];
  for (let runs = 0; runs < RUNS; runs += 1) {
    const before = process.cpuUsage();
    const run = world.fire();
    const { user, system } = process.cpuUsage(before);
    if (run !== null && writesIn(world, run)) times.push(user + system);
  }
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function trigger(world: World): Execution[] {
  const runs: Execution[] = [];
  while (runs.length < RUNS) {
    const run = world.fire();
    if (run === null) break;
    runs.push(run);
  }
  return runs;
}

function writesIn(world: World, { calls }: Execution): boolean {
  const gid = world.hands.sheets()[0]?.gid;
  return calls.some(
    ({ method, args }) => method === 'setValues' && JSON.stringify(args).includes(`"gid":${gid},`),
  );
}

function seconds({ started, ended }: Execution): number {
  return (ended - started) / 1000;
}

/** What Google takes before the first line runs: what is left of an execution without its calls. */
function startUp(run: Execution): number {
  return seconds(run) - run.calls.reduce((sum, { cost }) => sum + cost, 0) / 1000;
}

function sheetsCalls({ counts }: Execution): number {
  return counts.services.sheets ?? 0;
}
