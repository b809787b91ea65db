import { describe, expect, it } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import { finished } from './deletion.ts';
import { type Kill, killPoints } from './kill.ts';
import { called } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

const DAY = 24 * 60 * MINUTE;

/** Unix ms: when each row's link ends. */
const ends = (world: World): number[] =>
  world.rows().map(({ video_url = '' }) => Number(/Expires=(\d+)/.exec(video_url)?.[1] ?? 0) * 1000);

const areAlive = (world: World): boolean[] => ends(world).map((end) => end > world.now + DAY);

/** Finished rows of a sheet whose links are kept alive. */
function kept(rows: number): World {
  const world = finished(rows);
  called(world, 'sidebarSheetSettings', { keepsLinks: true }, world.sheet);
  return world;
}

/** Lets the trigger run for so long. */
function pass(world: World, ms: number): Execution[] {
  const until = world.now + ms;
  const runs: Execution[] = [];
  while ((world.emulator.nextTriggerAt() ?? until) < until) {
    const run = world.fire();
    if (run !== null) runs.push(run);
  }
  world.emulator.clock.moveTo(until);
  return runs;
}

const sheetCalls = ({ calls }: Execution): number =>
  calls.filter(({ service }) => service === 'sheets').length;

describe('a sheet that keeps its links alive', () => {
  it('has its links renewed by an hourly trigger before they end, with few calls, for weeks', () => {
    const world = kept(2);
    world.sent.length = 0;
    const runs = pass(world, 9 * DAY);
    expect(areAlive(world)).toEqual([true, true]);
    expect(runs.length).toBeLessThan(25 * 9);
    expect(world.sent.every(({ method }) => method === 'GET')).toBe(true);
    expect(world.sent.length).toBeLessThan(10);
    // While nothing is due, a run of the trigger does not even look at the sheet.
    expect(runs.filter((run) => sheetCalls(run) > 0).length).toBeLessThan(3 * 9);
    world.menu('checkForFinishedVideos');
    expect(world.rows().every(({ problem }) => problem === '')).toBe(true);
  });

  it('lets go of the trigger once that is switched off, and other sheets’ links are left alone', () => {
    const world = kept(1);
    pass(world, DAY);
    expect(world.emulator.triggers()).toHaveLength(1);
    called(world, 'sidebarSheetSettings', { keepsLinks: false }, world.sheet);
    pass(world, 10 * DAY);
    expect(world.emulator.triggers()).toEqual([]);
    expect(areAlive(world)).toEqual([false]);
  });

  it('renders as soon as ever, with a quicker trigger, also rows that come later', () => {
    const world = new World({ renderMs: [60_000, 90_000] });
    world.prepare(people(2));
    called(world, 'sidebarSheetSettings', { keepsLinks: true }, world.sheet);
    pass(world, 3 * DAY);
    world.selectAll();
    world.menu('renderSelectedRows');
    pass(world, 5 * MINUTE);
    expect(world.statuses()).toEqual(['Done', 'Done']);
    expect(pass(world, 9 * DAY).length).toBeLessThan(9 * 25);
    expect(areAlive(world)).toEqual([true, true]);
  });

  it('writes a link beside its own row, wherever that was moved', () => {
    const world = kept(3);
    world.hands.sortRows(world.sheet, 1, false);
    const videos = () =>
      world.rows().map(({ first_name, video_url = '' }) => [first_name, video_url.replace(/\?.*/, '')]);
    const before = videos();
    pass(world, 9 * DAY);
    expect(areAlive(world)).toEqual([true, true, true]);
    expect(videos()).toEqual(before);
  });

  it('asks HeyGen once an hour while it is down, and renews when it is back', () => {
    const world = kept(1);
    pass(world, 4 * DAY);
    world.simulator.set({ faults: [{ when: { method: 'GET' }, do: '503' }] });
    world.sent.length = 0;
    const runs = pass(world, 2 * DAY);
    expect(world.sent.length).toBeGreaterThan(2);
    expect(runs.every(({ fetches }) => fetches.length <= 30)).toBe(true);
    expect(runs.some(({ logs }) => JSON.stringify(logs).includes('Links were not renewed:'))).toBe(true);
    world.simulator.set({ faults: [] });
    pass(world, DAY);
    expect(areAlive(world)).toEqual([true]);
  });

  it('asks no more than thirty questions in an hour, and reaches every row', () => {
    const world = new World({ renderMs: [20_000, 30_000] });
    world.prepare(people(32));
    for (let row = 2; row <= 33; row++) {
      world.hands.select(world.sheet, [`A${row}:Z${row}`]);
      world.menu('renderSelectedRows');
      if (row % 10 === 0) pass(world, 5 * MINUTE);
    }
    world.wait(20 * MINUTE);
    called(world, 'sidebarSheetSettings', { keepsLinks: true }, world.sheet);
    const runs = pass(world, 6 * DAY);
    expect(runs.every(({ fetches }) => fetches.length <= 30)).toBe(true);
    expect(areAlive(world).every((alive) => alive)).toBe(true);
  });

  it('cannot be had where nothing runs by itself, and the user hears why', () => {
    const world = finished(1);
    const on = () => called(world, 'sidebarSheetSettings', { keepsLinks: true }, world.sheet);
    called(world, 'sidebarAutomaticUpdates', false);
    expect(on).toThrow('Links cannot be kept alive while automatic updates are off');
    called(world, 'sidebarAutomaticUpdates', true);
    world.follow();
    world.emulator.grant([
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/script.external_request',
    ]);
    expect(on).toThrow('Links cannot be kept alive here. Google does not let Reelmerge');
    expect(called(world, 'sidebarRow', 0).value.settings.keepsLinks).toBe(false);
  });
});

describe('a renewal by the trigger', () => {
  const start = kept(2);
  start.emulator.clock.moveTo(start.now + 8 * DAY);
  const run = (kill?: Kill): { world: World; execution: Execution } => {
    const world = start.copy();
    const execution = world.fire(kill ?? {});
    if (execution === null) throw new Error('There is no trigger.');
    return { world, execution };
  };

  it('killed at any of its calls, is made up for, and no video is lost', () => {
    const points = killPoints(run().execution);
    expect(points.length).toBeGreaterThan(5);
    for (const keepOnKill of ['nothing', 'everything'] as const) {
      for (const killAtCall of points) {
        const { world, execution } = run({ killAtCall, keepOnKill });
        expect(execution.outcome).toBe('killed');
        expect(world.statuses()).toEqual(['Done', 'Done']);
        pass(world, 3 * 60 * MINUTE);
        expect({ killAtCall, alive: areAlive(world) }).toEqual({ killAtCall, alive: [true, true] });
      }
    }
  });

  it('interrupted by Render, leaves the new rows a quick trigger and the old ones their links', () => {
    const halfDone = new World({ renderMs: [20_000, 30_000] });
    halfDone.prepare(people(2));
    halfDone.hands.select(halfDone.sheet, ['A2:Z2']);
    halfDone.menu('renderSelectedRows');
    halfDone.wait(10 * MINUTE);
    called(halfDone, 'sidebarSheetSettings', { keepsLinks: true }, halfDone.sheet);
    halfDone.emulator.clock.moveTo(halfDone.now + 8 * DAY);
    halfDone.hands.select(halfDone.sheet, ['A3:Z3']);
    const met = (schedule: (step: number) => number): World => {
      const world = halfDone.copy();
      const runs = [
        { functionName: 'syncOnTrigger', kind: 'trigger' },
        { functionName: 'renderSelectedRows', kind: 'menu' },
      ] as const;
      for (const { outcome } of world.emulator.interleave(runs, schedule)) expect(outcome).not.toBe('threw');
      return world;
    };
    for (let k = 0; k < 70; k += 10) {
      const world = met((step) => (step < k ? 0 : 1));
      pass(world, 2 * 60 * MINUTE);
      expect({ k, statuses: world.statuses(), alive: areAlive(world) }).toEqual({
        k,
        statuses: ['Done', 'Done'],
        alive: [true, true],
      });
      expect(world.simulator.paidVideos()).toHaveLength(2);
    }
  });
});
