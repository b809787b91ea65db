import { describe, expect, it } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import { type Kill, killAt, killPoints } from './kill.ts';
import { breachesAtTheEnd } from './laws.ts';
import { LEDGER, MINUTE, people, World } from './world.ts';

/** A run in which a video ends each minute or so, followed by the trigger until a pass has read all and shown videos. */
function underWay(rows = 40): World {
  const world = new World({ slots: 4, itemMs: 1, renderMs: [2 * MINUTE, 6 * MINUTE] });
  world.prepare(people(rows));
  world.menu('renderSelectedRows');
  while (done(world) === 0) world.fire();
  return world;
}

const done = (world: World): number => world.statuses().filter((status) => status === 'Done').length;

/** What a run of the trigger read of the ledger: the first line of each area, and how many lines it has. */
function read(world: World, run: Execution): { row: number; rows: number }[] {
  const ledger = world.hands.sheets().find(({ name }) => name === LEDGER)?.gid;
  return run.calls
    .filter(({ method, args }) => method === 'getDisplayValues' && Object(args[0]).gid === ledger)
    .map(({ args }) => ({ row: Number(Object(args[0]).row), rows: Number(Object(args[0]).rows) }));
}

const readsAll = (world: World, run: Execution): boolean => read(world, run).some(({ row }) => row === 1);

/** The next run of the trigger that takes the lock. */
function recording(world: World): Execution {
  for (;;) {
    const run = world.fire();
    if (run === null) throw new Error('There is no trigger.');
    if (run.calls.some(({ service }) => service === 'lock')) return run;
  }
}

describe('a pass that asks by the last sight', () => {
  it('reads only the lines of the jobs that it asked about, until some minutes have gone by', () => {
    const world = underWay();
    const from = world.now;
    const runs: { readonly at: number; readonly all: boolean; readonly count: number }[] = [];
    while (world.now < from + 30 * MINUTE) {
      const run = recording(world);
      runs.push({ at: world.now, all: readsAll(world, run), count: read(world, run).length });
    }
    const partly = runs.filter(({ all }) => !all);
    expect(partly.length).toBeGreaterThan(runs.length / 2);
    expect(partly.every(({ count }) => count === 1)).toBe(true);
    const whole = [from, ...runs.filter(({ all }) => all).map(({ at }) => at)];
    expect(whole.length).toBeGreaterThan(2);
    for (const [at, moment] of whole.slice(1).entries()) {
      expect(moment - (whole[at] ?? 0)).toBeLessThan(14 * MINUTE);
    }
    world.follow(400);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('takes no lock where it only hears that videos are still being made', () => {
    const world = underWay(6);
    world.simulator.set({ renderMs: [30 * MINUTE, 30 * MINUTE] });
    const runs = Array.from({ length: 20 }, () => world.fire());
    const asking = runs.filter((run) => (run?.fetches.length ?? 0) > 0);
    const silent = asking.filter((run) => run?.calls.every(({ service }) => service !== 'lock'));
    expect(silent.length).toBeGreaterThan(0);
    world.follow(400);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });
});

/** After passes that read only what they knew. */
function relying(): World {
  const world = underWay();
  while (readsAll(world, recording(world)));
  return world;
}

describe('all of the open part is read', () => {
  it('after a click: what it has sent is followed in time', () => {
    const world = relying();
    const more = people(44).slice(41);
    more.forEach((cells, at) => {
      cells.forEach((cell, column) => {
        world.hands.type(world.sheet, 42 + at, column + 1, cell);
      });
    });
    world.hands.select(world.sheet, ['A42:Z45']);
    world.menu('renderSelectedRows');
    expect(readsAll(world, recording(world))).toBe(true);
    world.follow(400);
    expect(world.statuses()).toEqual(Array.from({ length: 44 }, () => 'Done'));
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it.each<[string, (world: World) => void]>([
    ['says something else', (world) => typeInEachLine(world, 'says', 'edited')],
    ['stands elsewhere, because a person deleted one above', (world) => world.hands.deleteRows(LEDGER, 2)],
  ])('where a line %s', (_, change) => {
    const world = relying();
    change(world);
    expect(readsAll(world, recording(world))).toBe(true);
    world.follow(400);
    expect(world.statuses().filter((status) => status === 'Done').length).toBeGreaterThanOrEqual(39);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('and nothing is written where a person has put a column into the ledger', () => {
    const world = relying();
    world.hands.insertColumn(LEDGER, 5);
    const before = world.hands.displayValues(LEDGER);
    for (let run = 0; run < 8; run += 1) world.fire();
    expect(world.hands.displayValues(LEDGER)).toEqual(before);
  });
});

/** The world right before a run of the trigger that reads only what it knows and has something to write. */
function beforeRelying(): World {
  for (const world = underWay(12); ; world.fire()) {
    const next = world.copy();
    const run = next.fire();
    if (run === null) throw new Error('There is no trigger.');
    const writes = run.calls.filter(({ method }) => method === 'setValues').length;
    if (writes > 1 && !readsAll(next, run)) return world;
  }
}

describe('a pass that reads only the lines that it knows', () => {
  it('pays no row twice, loses no video and changes nothing else, killed at any call', () => {
    const start = beforeRelying();
    const fired = (kill?: Kill): { world: World; execution: Execution } => {
      const world = start.copy();
      const execution = world.fire(kill);
      if (execution === null) throw new Error('There is no trigger.');
      return { world, execution };
    };
    const points = killPoints(fired().execution);
    expect(killAt(points, ['nothing', 'everything', (index) => index % 2 === 0], fired)).toBeGreaterThan(3);
  });

  it('comes to the same with the user’s own look at any moment of it', () => {
    const start = beforeRelying();
    const alone = start.copy();
    const calls = alone.fire()?.calls.length ?? 0;
    for (let call = 4; call <= calls; call += 3) {
      const world = start.copy();
      world.fire({
        beforeCall: (_, n) => {
          if (n === call) world.menu('checkForFinishedVideos');
        },
      });
      world.follow(400);
      world.pressOn();
      expect({ call, breaches: breachesAtTheEnd(world) }).toEqual({ call, breaches: [] });
    }
  });
});

/** Types the same into a column of each line of the ledger that has not ended. */
function typeInEachLine(world: World, header: string, text: string): void {
  const [headers = []] = world.hands.displayValues(LEDGER);
  for (const [at, { status }] of world.ledger().entries()) {
    if (status === 'Rendering') world.hands.type(LEDGER, at + 2, headers.indexOf(header) + 1, text);
  }
}
