import { describe, expect, it } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import { breachesAtTheEnd } from './laws.ts';
import { LEDGER, MINUTE, people, World } from './world.ts';

/** Rows of which some are done and the others still under way, right after the pass that has shown the first ones. */
function afterAShowingPass(options = {}): World {
  const world = new World({ slots: 3, itemMs: 1, renderMs: [4 * MINUTE, 4 * MINUTE] }, options);
  world.prepare(people(9));
  world.menu('renderSelectedRows');
  showingPass(world);
  return world;
}

/** The next pass that brings a video into its row. */
function showingPass(world: World): Execution {
  const before = done(world);
  for (;;) {
    const run = world.fire();
    if (run === null) throw new Error('There is no trigger.');
    if (done(world) > before) return run;
  }
}

const done = (world: World): number => world.statuses().filter((status) => status === 'Done').length;
const shown = (world: World): number => world.ledger().filter(({ shown }) => shown === 'Done').length;

function readsOf(run: Execution, gid: number | undefined): Execution['calls'] {
  return run.calls.filter(({ method, args }) => method === 'getDisplayValues' && Object(args[0]).gid === gid);
}

describe('that a row was seen to show its video', () => {
  it('is written by the next pass, along with what that writes itself', () => {
    const world = afterAShowingPass();
    expect(done(world)).toBe(3);
    expect(world.ledger().filter(({ status }) => status === 'Done')).toHaveLength(3);
    expect(shown(world)).toBe(0);
    const next = showingPass(world);
    expect(shown(world)).toBe(3);
    expect(next.calls.filter(({ method }) => method === 'flush')).toHaveLength(1);
    const ledger = world.hands.sheets().find(({ name }) => name === LEDGER)?.gid;
    expect(readsOf(next, ledger)).not.toEqual([]);
  });

  it('is written at once by the last pass', () => {
    const world = afterAShowingPass();
    world.follow();
    expect(world.ledger().map((line) => line.shown)).toEqual(Array.from({ length: 9 }, () => 'Done'));
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('is found out once more where the cache has forgotten it', () => {
    const world = afterAShowingPass({ cacheForgets: 1 });
    world.follow();
    expect(shown(world)).toBe(9);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('is found out once more by the user’s own look', () => {
    const world = afterAShowingPass();
    world.menu('checkForFinishedVideos');
    expect(shown(world)).toBeGreaterThanOrEqual(3);
  });

  it('does not hide what a pass could not show: a kill before the flush shows the row later', () => {
    const world = new World({ slots: 3, itemMs: 1, renderMs: [4 * MINUTE, 4 * MINUTE] });
    world.prepare(people(9));
    world.menu('renderSelectedRows');
    const before = world.emulator.clock.now() + 3 * MINUTE;
    while ((world.emulator.nextTriggerAt() ?? 0) < before) world.fire();
    const inLedger = (): boolean => world.ledger().some(({ status }) => status === 'Done');
    // The ledger's write is kept and the rows' writes are lost, as if the flush had been cut in two.
    for (let call = 5; call < 30 && !inLedger(); call += 1) {
      world.fire({ killAtCall: call, keepOnKill: (index) => index === 0 });
    }
    expect(inLedger()).toBe(true);
    expect(done(world)).toBe(0);
    world.follow();
    expect(done(world)).toBe(9);
    expect(shown(world)).toBe(9);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });
});
