import { describe, expect, it } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { LEDGER, MINUTE, people, World } from './world.ts';

/**
 * What a pass may cost, however many rows are open or finished: a ceiling, so that what is added to a pass is saved in
 * it.
 */
const MOST_SHEETS_CALLS = 12;

/**
 * The one pass that ends a run reads the note on a header, writes the run's summary into it, and makes it durable. That
 * the rows show their ends it writes into the ledger at once.
 */
const SHEETS_CALLS_OF_A_SUMMARY = 4;

/** A run that also feeds HeyGen looks at the rows first, claims, and shows them as Rendering afterwards. */
const MOST_SHEETS_CALLS_FEEDING = 45;

/** Rows rendered by one press of Render, with HeyGen as given. */
function rendered(rows: number, heygen: SimulatorChoices): World {
  const world = new World(heygen, { account: 'workspace' });
  world.prepare(people(rows));
  world.menu('renderSelectedRows');
  return world;
}

function sheetsCalls(execution: Execution): number {
  const summaries = execution.calls.filter(({ method }) => method === 'setNotes').length;
  expect(summaries).toBeLessThanOrEqual(1);
  return (execution.counts.services.sheets ?? 0) - summaries * SHEETS_CALLS_OF_A_SUMMARY;
}

function feeds({ fetches }: Execution): boolean {
  return fetches.some(({ method }) => method === 'POST');
}

/** The next firings of the trigger, one after the other. */
function firings(world: World, most: number): Execution[] {
  const done: Execution[] = [];
  for (let run = 0; run < most; run++) {
    const execution = world.fire();
    if (execution === null) break;
    done.push(execution);
  }
  return done;
}

describe(`a run of the trigger makes at most ${MOST_SHEETS_CALLS} Sheets calls`, () => {
  it.each([10, 300, 3_000])('with %i open rows, while it follows them', (rows) => {
    const world = rendered(rows, { slots: Math.max(10, rows / 20), renderMs: [MINUTE, 5 * MINUTE] });
    const runs = firings(world, 12);
    expect(runs.length).toBeGreaterThan(3);
    const following = runs.filter((run) => !feeds(run));
    expect(Math.max(...following.map(sheetsCalls))).toBeLessThanOrEqual(MOST_SHEETS_CALLS);
    expect(Math.max(...following.map(sheetsCalls))).toBeGreaterThan(3);
    const feeding = runs.filter(feeds).map(sheetsCalls);
    expect(Math.max(0, ...feeding)).toBeLessThanOrEqual(MOST_SHEETS_CALLS_FEEDING);
  });

  it('with 30 columns, of which only the rows are read that get something, and those between them', () => {
    const world = new World({ slots: 10, renderMs: [5 * MINUTE, 5 * MINUTE] }, { account: 'workspace' });
    world.prepare(
      people(1_200).map((row, at) => [...row, ...Array.from({ length: 27 }, (_, n) => `cell ${at} ${n}`)]),
    );
    world.menu('renderSelectedRows');
    const runs = firings(world, 25);
    const following = runs.filter((run) => !feeds(run));
    expect(Math.max(...following.map(sheetsCalls))).toBeLessThanOrEqual(MOST_SHEETS_CALLS);
    expect(world.statuses().filter((status) => status === 'Done').length).toBeGreaterThan(30);
  });

  it('with 5,000 finished rows behind it', () => {
    const world = new World({ slots: 5_000, renderMs: [1_000, 2_000] }, { account: 'workspace' });
    world.prepare(people(5_010));
    world.hands.select(world.sheet, ['A2:Z5001']);
    world.menu('renderSelectedRows');
    firings(world, 60);
    expect(world.statuses().filter((status) => status === 'Done')).toHaveLength(5_000);
    world.simulator.set({ renderMs: [2 * MINUTE, 6 * MINUTE] });
    world.hands.select(world.sheet, ['A5002:Z5011']);
    world.menu('renderSelectedRows');
    const runs = firings(world, 10);
    expect(runs.length).toBeGreaterThan(3);
    expect(Math.max(...runs.map(sheetsCalls))).toBeLessThanOrEqual(MOST_SHEETS_CALLS);
    const ledger = world.hands.sheets().find(({ name }) => name === LEDGER)?.gid;
    const areas = runs.flatMap(({ calls }) =>
      calls.filter(({ method }) => method === 'getDisplayValues').map(({ args }) => Object(args[0])),
    );
    const linesRead = areas.filter(({ gid }) => gid === ledger).map(({ rows }) => Number(rows));
    expect(linesRead.length).toBeGreaterThan(3);
    expect(Math.max(...linesRead)).toBeLessThan(600);
  });
});
