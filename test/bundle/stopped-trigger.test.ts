import { describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/emulator-options.ts';
import { MINUTE, people, World } from './world.ts';

const HOUR = 60 * MINUTE;
const HOURLY = { mode: 'addon', addonTriggerDocument: 'document' } as const;

/** Rows whose videos take twelve periods, so that nothing but the trigger changes meanwhile. */
function rendering(options: Partial<EmulatorOptions>, period: number): World {
  const world = new World({ renderMs: [12 * period, 12 * period] }, options);
  world.prepare(people(2));
  world.menu('renderSelectedRows');
  return world;
}

const ids = ({ emulator }: World): string[] => emulator.triggers().map(({ id }) => id);

/** The triggers after a click that comes so many ms from now. */
function clicked(world: World, functionName: string, after: number): string[] {
  world.emulator.clock.moveTo(world.now + after);
  world.menu(functionName);
  return ids(world);
}

describe.each([
  ['each minute', {}, MINUTE],
  ['once an hour, as a published add-on’s', HOURLY, HOUR],
] as const)('a trigger that runs %s', (_, options, period) => {
  it.each(['checkForFinishedVideos', 'renderSelectedRows'])(
    'and has silently stopped is replaced by the next click three periods later (%s)',
    (click) => {
      const world = rendering(options, period);
      const before = ids(world);
      world.emulator.stopTriggers();
      expect(clicked(world, click, 2 * period)).toEqual(before);
      const after = clicked(world, click, 1.5 * period);
      expect(after).toHaveLength(1);
      expect(after).not.toEqual(before);
      world.wait(24 * period);
      expect(world.statuses()).toEqual(['Done', 'Done']);
    },
  );

  it('and runs is left alone by every click', () => {
    const world = rendering(options, period);
    const before = ids(world);
    for (let click = 0; click < 6; click++) {
      world.wait(1.7 * period);
      world.menu('checkForFinishedVideos');
    }
    expect(ids(world)).toEqual(before);
  });

  it('and stopped long after it had begun is replaced too, three periods after a rest of at most 5 minutes', () => {
    const world = rendering(options, period);
    const before = ids(world);
    world.wait(5 * period);
    world.emulator.stopTriggers();
    expect(clicked(world, 'checkForFinishedVideos', 3.1 * period + 5 * MINUTE)).not.toEqual(before);
    world.wait(24 * period);
    expect(world.statuses()).toEqual(['Done', 'Done']);
  });
});

it('a trigger that rests while nothing is due counts as running', () => {
  const world = rendering({}, 10 * MINUTE);
  const before = ids(world);
  world.wait(HOUR);
  expect(clicked(world, 'checkForFinishedVideos', 0)).toEqual(before);
});

it('a pass of a resting trigger makes one call, a second each quarter of an hour, and a third after five minutes', () => {
  const world = new World({ renderMs: [25 * MINUTE, 25 * MINUTE] });
  world.prepare(people(4));
  world.hands.select(world.sheet, ['A2:Z3']);
  world.menu('renderSelectedRows');
  world.wait(HOUR);
  // From now on it is known how long a render takes.
  world.hands.select(world.sheet, ['A4:Z5']);
  world.menu('renderSelectedRows');
  const calls: number[] = [];
  for (const until = world.now + 24 * MINUTE; world.now < until; ) {
    const run = world.fire();
    if (run?.fetches.length === 0) calls.push(run.calls.length);
  }
  expect(calls.length).toBeGreaterThan(15);
  expect(Math.max(...calls)).toBe(3);
  expect(calls.filter((count) => count > 2).length).toBeLessThanOrEqual(4);
  expect(calls.filter((count) => count === 2).length).toBeLessThanOrEqual(2);
  expect(Math.min(...calls)).toBe(1);
});

it('a pass finds the work of a new key, also while the jobs of the key before let it rest', () => {
  const world = new World({ renderMs: [50 * MINUTE, 50 * MINUTE] });
  world.prepare(people(4));
  world.hands.select(world.sheet, ['A2:Z3']);
  world.menu('renderSelectedRows');
  world.connect('sk-test-another', 'anna@example.com');
  world.hands.select(world.sheet, ['A4:Z5']);
  const sent = world.posts().length;
  const press = world.copy().menu('renderSelectedRows');
  const post = press.calls.map(({ service }) => service).lastIndexOf('fetch');
  world.menu('renderSelectedRows', { killAtCall: post + 1 });
  expect(world.posts()).toHaveLength(sent);
  expect(world.ledger().filter(({ status }) => status === 'Submitting')).toHaveLength(2);
  world.wait(45 * MINUTE);
  expect(world.posts().length).toBeGreaterThan(sent);
});
