import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import { breachesAtTheEnd } from './laws.ts';
import { called, sentByPage } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

const HOUR = 60 * MINUTE;
const BALANCE = '/v3/users/me';
const NO_BATCHES: Fault = { when: { method: 'POST', path: '/v3/videos/batches' }, do: 'refuse', status: 405 };

/** Four rows, of which the credit pays two. */
function outOfCredit(): World {
  const world = new World({ faults: [NO_BATCHES], costPerSecond: 1, credit: 6 });
  world.prepare(people(4));
  world.menu('renderSelectedRows');
  expect(world.statuses()).toEqual(['Rendering', 'Rendering', 'Queued', 'Queued']);
  return world;
}

const looks = (world: World, since: number): number =>
  world.sent.filter(({ path, at }) => path === BALANCE && at >= since).length;

describe('while there is no credit', () => {
  it('the balance is looked at a few times an hour, and nothing is sent', () => {
    const world = outOfCredit();
    world.wait(HOUR);
    const since = world.now;
    const posts = world.posts().length;
    world.wait(2 * HOUR);
    expect(looks(world, since)).toBeGreaterThanOrEqual(6);
    expect(looks(world, since)).toBeLessThanOrEqual(9);
    expect(world.sent.filter(({ at }) => at >= since).every(({ path }) => path === BALANCE)).toBe(true);
    expect(world.posts()).toHaveLength(posts);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Queued', 'Queued']);
  });

  it('a top-up lets the run go on by itself, without anyone in front', () => {
    const world = outOfCredit();
    world.wait(HOUR);
    world.simulator.set({ credit: 1_000 });
    world.wait(HOUR);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done', 'Done']);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('a top-up that does not suffice tries once more, and the next one goes on from there', () => {
    const world = outOfCredit();
    world.wait(HOUR);
    const posts = world.posts().length;
    world.simulator.set({ credit: 7 });
    world.wait(3 * HOUR);
    expect(world.posts().length - posts).toBe(1);
    world.simulator.set({ credit: 1_000 });
    world.wait(HOUR);
    expect(world.isFinished()).toBe(true);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('where the account may not be read, nothing is sent by itself and Resume goes on', () => {
    const world = outOfCredit();
    const unreadable: Fault = { when: { path: BALANCE }, do: '403' };
    world.simulator.set({ credit: 1_000, faults: [NO_BATCHES, unreadable] });
    const posts = world.posts().length;
    world.simulator.set({ credit: 0 });
    world.wait(3 * HOUR);
    expect(world.posts()).toHaveLength(posts);
    world.simulator.set({ credit: 1_000 });
    called(world, 'sidebarSync', true);
    expect(world.posts().length).toBeGreaterThan(posts);
  });

  it('where HeyGen names no balance nobody waits for one, and Render says how to resume', () => {
    const world = new World({ credit: null, faults: [{ when: { method: 'POST' }, do: '402' }] });
    world.prepare(people(2));
    world.menu('renderSelectedRows');
    expect(world.told()).toContain('Paused: no credit.');
    expect(world.emulator.triggers()).toEqual([]);
    world.menu('renderSelectedRows');
    expect(world.told()).toMatch(/2 rows under way.*Paused: no credit.*To resume, choose/s);
  });

  it('an hourly trigger goes on after a top-up too', () => {
    const world = new World(
      { faults: [NO_BATCHES], costPerSecond: 1, credit: 6 },
      { mode: 'addon', addonTriggerDocument: 'document' },
    );
    world.prepare(people(4));
    world.menu('renderSelectedRows');
    world.wait(3 * HOUR);
    world.simulator.set({ credit: 1_000 });
    world.wait(4 * HOUR);
    expect(world.isFinished()).toBe(true);
  });

  it('after a day nobody looks any more, and the trigger is gone', () => {
    const world = new World(
      { faults: [NO_BATCHES], costPerSecond: 1, credit: 6 },
      { mode: 'addon', addonTriggerDocument: 'document' },
    );
    world.prepare(people(4));
    world.menu('renderSelectedRows');
    world.wait(26 * HOUR);
    expect(world.emulator.triggers()).toEqual([]);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Queued', 'Queued']);
  });
});

describe('the sidebar while there is no credit', () => {
  it('says Paused, promises no time, and asks for the balance no more than the trigger does', () => {
    const world = new World({ credit: 0 });
    world.prepare(people(3));
    const { value: progress } = sentByPage(world);
    expect(progress.secondsLeft).toBeNull();
    expect(progress.paused).toMatchObject({ reason: 'no credit', noCredit: true, goesOnByItself: true });
    const since = world.now + 1;
    for (let syncs = 0; syncs < 60; syncs += 1) {
      world.emulator.clock.advance(20_000);
      called(world, 'sidebarSync', false);
    }
    expect(looks(world, since)).toBeLessThanOrEqual(3);
  });

  it('Resume tries at once, and says that it is still paused', () => {
    const world = new World({ credit: 0 });
    world.prepare(people(3));
    sentByPage(world);
    const posts = world.posts().length;
    expect(called(world, 'sidebarSync', true).value.paused?.reason).toBe('no credit');
    expect(world.posts().length).toBeGreaterThan(posts);
    world.simulator.set({ credit: 100 });
    expect(called(world, 'sidebarSync', true).value.paused).toBeNull();
    expect(world.statuses()).toEqual(['Rendering', 'Rendering', 'Rendering']);
  });

  it('a balance that the Render tab has seen lets the run go on without another question', () => {
    const world = new World({ credit: 0 });
    world.prepare(people(3));
    sentByPage(world);
    const { value: seen } = called(world, 'sidebarSync', false);
    world.simulator.set({ credit: 100 });
    world.emulator.clock.advance(2 * MINUTE);
    expect(called(world, 'sidebarPlan').value.balance?.amount).toBe(100);
    const since = world.now;
    expect(called(world, 'sidebarSync', false, seen).value.paused).toBeNull();
    expect(looks(world, since)).toBe(0);
    expect(world.statuses()).toEqual(['Rendering', 'Rendering', 'Rendering']);
  });
});
