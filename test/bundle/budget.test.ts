import { describe, expect, it } from 'vitest';
import { breachesAtTheEnd } from './laws.ts';
import { called, sentByPage } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

const HOUR = 60 * MINUTE;

/** Rows of about two seconds each, so of about two dollars as the settings have it. */
function worldWith(rows: number, settings: Record<string, number>): World {
  const world = new World();
  world.prepare(people(rows));
  const { prices } = called(world, 'sidebarSettings').value;
  const perSecond = Object.fromEntries(Object.keys(prices.perSecond).map((name) => [name, 1]));
  called(world, 'sidebarPrices', { ...prices, perSecond });
  called(world, 'sidebarSheetSettings', settings, world.sheet);
  return world;
}

const count = (world: World, status: string): number =>
  world.statuses().filter((each) => each === status).length;

describe('a budget that is reached in the middle of a run', () => {
  it('leaves the rest queued, says so in one sentence, and goes on when it is raised', () => {
    const world = worldWith(6, { budgetRunUsd: 8 });
    world.menu('renderSelectedRows');
    expect(world.told()).toMatch(/The budget of \$8\.00 for a run is reached: \d rows wait\./);
    const waiting = count(world, 'Queued');
    expect(waiting).toBeGreaterThan(0);
    expect(waiting).toBeLessThan(6);
    world.wait(3 * HOUR);
    expect(count(world, 'Done')).toBe(6 - waiting);
    expect(count(world, 'Queued')).toBe(waiting);
    expect(world.emulator.triggers()).toEqual([]);
    const { paused, secondsLeft } = called(world, 'sidebarSync', false).value;
    expect(paused).toMatchObject({ reason: 'the budget is reached', budget: true });
    expect(secondsLeft).toBeNull();
    called(world, 'sidebarSheetSettings', { budgetRunUsd: 100 }, world.sheet);
    expect(called(world, 'sidebarSync', true).value.paused).toBeNull();
    world.follow();
    expect(count(world, 'Done')).toBe(6);
    expect(world.simulator.paidVideos()).toHaveLength(6);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('of a day lets the rest go on by itself the next day, with nobody in front', () => {
    const world = worldWith(6, { budgetDayUsd: 8 });
    sentByPage(world);
    const waiting = count(world, 'Queued');
    expect(waiting).toBeGreaterThan(0);
    world.wait(20 * HOUR);
    expect(count(world, 'Queued')).toBe(waiting);
    world.wait(6 * HOUR);
    expect(count(world, 'Queued')).toBeLessThan(waiting);
    world.wait(26 * HOUR);
    expect(count(world, 'Done')).toBe(6);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('holds against a second press, also when everything before is finished long ago', () => {
    const world = worldWith(3, { budgetDayUsd: 8 });
    world.menu('renderSelectedRows');
    world.wait(HOUR);
    const done = count(world, 'Done');
    world.menu('renderSelectedRows');
    world.wait(HOUR);
    expect(count(world, 'Done')).toBe(done);
    expect(world.simulator.paidVideos()).toHaveLength(done);
  });

  it('holds up no other sheet, however many of its rows wait', () => {
    const world = worldWith(700, { budgetRunUsd: 3 });
    world.menu('renderSelectedRows');
    world.wait(HOUR);
    expect(count(world, 'Queued')).toBe(699);
    world.hands.addSheet('Second');
    world.hands.load('Second', people(2));
    world.hands.select('Second', ['A2:C3']);
    sentByPage(world);
    expect(world.posts()).toHaveLength(2);
    world.wait(HOUR);
    expect(world.simulator.paidVideos()).toHaveLength(3);
  });
});
