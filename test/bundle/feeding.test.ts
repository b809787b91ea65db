import { describe, expect, it } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import { breachesAtTheEnd, breachesNow } from './laws.ts';
import { called } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

const BATCHES = '/v3/videos/batches';

/** HeyGen gets 100 rows at the press of Render and 100 a minute later; the others wait in the ledger. */
const ROWS = 260;

function rendered(rows = ROWS, takes = MINUTE): World {
  const world = new World({ slots: 10, renderMs: [takes, takes] }, { account: 'workspace' });
  world.prepare(people(rows));
  world.menu('renderSelectedRows');
  return world;
}

/** An hourly trigger; some of the rows that wait go into a folder, so that they are fed as two batches at once. */
function inFolders(): World {
  const world = new World(
    { slots: 10, renderMs: [5 * MINUTE, 5 * MINUTE] },
    { account: 'workspace', mode: 'addon', addonTriggerDocument: 'document' },
  );
  world.prepare(
    people(400).map((row, at) => [
      ...row,
      at === 0 ? 'folder_id' : at <= 345 ? '' : 'folder_spring_campaign',
    ]),
  );
  world.menu('renderSelectedRows');
  return world;
}

function count(world: World, status: string): number {
  return world.statuses().filter((each) => each === status).length;
}

/** What the rows that were sent are estimated to cost. */
function spent(world: World): number {
  const sent = world.ledger().filter(({ status }) => status === 'Rendering');
  return sent.reduce((sum, { estimated_usd }) => sum + Number(estimated_usd), 0);
}

function batches(world: World): number {
  return world.posts().filter(({ path }) => path === BATCHES).length;
}

/** The moment before the run of the trigger that feeds HeyGen again. */
function beforeFed(world: World): World {
  for (let runs = 1; runs < 100; runs++) {
    const before = world.copy();
    if (world.fire() === null) break;
    if (batches(world) > batches(before)) return before;
  }
  throw new Error('HeyGen was not fed a second time.');
}

/** The run of the trigger that feeds HeyGen again, killed at this call when one is named. */
function feeding(
  moment: World,
  killAtCall?: number,
): { readonly world: World; readonly execution: Execution } {
  const world = moment.copy();
  const execution = world.fire(
    killAtCall === undefined ? {} : { killAtCall, keepOnKill: (index) => index % 2 === 0 },
  );
  if (execution === null) throw new Error('There is no trigger left.');
  return { world, execution };
}

function expectAllPaidOnce(world: World): void {
  expect(breachesAtTheEnd(world)).toEqual([]);
  expect(world.simulator.paidVideos()).toHaveLength(ROWS);
}

const start = rendered();

describe('HeyGen is fed two hours of work', () => {
  it('one batch after the other, and the rest before it runs dry', () => {
    const world = start.copy();
    expect(count(world, 'Rendering')).toBe(100);
    world.fire();
    expect(count(world, 'Rendering')).toBe(200);
    expect(count(world, 'Queued')).toBe(ROWS - 200);
    world.follow();
    expectAllPaidOnce(world);
    const videos = world.simulator.videos().map(({ startedAt }) => startedAt);
    const ends = world.simulator.videos().map(({ finishAt }) => finishAt);
    // Ten at a time, each as soon as another one ended.
    expect(Math.max(...ends) - Math.min(...videos)).toBeLessThan((ROWS / 10 + 1) * MINUTE);
  });

  it('and a batch whose videos it makes slowly does not hold up the next one for more than twenty minutes', () => {
    const world = new World({ slots: 10, itemMs: MINUTE / 3, renderMs: [5 * MINUTE, 5 * MINUTE] });
    world.prepare(people(250));
    world.menu('renderSelectedRows');
    world.wait(15 * MINUTE);
    expect(batches(world)).toBe(1);
    world.wait(10 * MINUTE);
    expect(batches(world)).toBe(2);
    expect(breachesNow(world)).toEqual([]);
  });

  it('and the next batch only when little is left of the last, where batches are rendered side by side', () => {
    const world = new World({ slots: 10, renderMs: [5 * MINUTE, 5 * MINUTE], sideBySide: true });
    world.prepare(people(400));
    world.menu('renderSelectedRows');
    world.wait(70 * MINUTE);
    expect(batches(world)).toBe(2);
    world.follow();
    expect(batches(world)).toBe(4);
    expect(world.simulator.paidVideos()).toHaveLength(400);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('and all of it at once where automatic updates are off', () => {
    const world = new World({ slots: 10, renderMs: [MINUTE, MINUTE] });
    world.prepare(people(ROWS));
    world.menu('toggleAutomaticUpdates');
    world.menu('renderSelectedRows');
    expect(world.statuses().filter((status) => status === 'Rendering')).toHaveLength(ROWS);
  });

  it('and more where the trigger is hourly', () => {
    const world = new World({ slots: 10, renderMs: [5 * MINUTE, 5 * MINUTE] }, { mode: 'addon' });
    world.prepare(people(500));
    world.menu('renderSelectedRows');
    expect(world.statuses().filter((status) => status === 'Rendering')).toHaveLength(300);
  });
});

describe('while HeyGen is fed', () => {
  it('a run killed before, between and after its calls loses nothing and pays nothing twice', () => {
    const moment = beforeFed(start.copy());
    const { execution } = feeding(moment);
    const post = execution.calls.findIndex(({ args }) => JSON.stringify(args).includes('videos/batches"'));
    expect(post).toBeGreaterThan(0);
    // Counted from 1: the claims are being written, durable, and sent; then the answer is there, and recorded.
    for (const point of [post - 3, post, post + 1, post + 2, post + 6]) {
      const { world, execution: killed } = feeding(moment, point);
      expect(killed.outcome).toBe('killed');
      world.pressOn();
      expect({ point, breaches: breachesAtTheEnd(world) }).toEqual({ point, breaches: [] });
    }
  });

  it('a run killed between two of its batches loses nothing and pays nothing twice', () => {
    const posts = (execution: Execution): number[] =>
      execution.calls.flatMap(({ args }, at) =>
        JSON.stringify(args).includes('videos/batches"') ? [at] : [],
      );
    const moment = beforeFed(inFolders());
    const [, second = 0, ...others] = posts(feeding(moment).execution);
    expect(second).toBeGreaterThan(0);
    expect(others).toEqual([]);
    for (const point of [second + 1, second + 2]) {
      const { world, execution: killed } = feeding(moment, point);
      expect(killed.outcome).toBe('killed');
      world.pressOn();
      expect({ point, breaches: breachesAtTheEnd(world) }).toEqual({ point, breaches: [] });
    }
  });

  it('a budget that is reached between two feeds lets no further row go until it is raised', () => {
    const world = new World({ slots: 10, renderMs: [MINUTE, MINUTE] }, { account: 'workspace' });
    world.prepare(people(ROWS));
    const { prices } = called(world, 'sidebarSettings').value;
    const perSecond = Object.fromEntries(Object.keys(prices.perSecond).map((name) => [name, 1]));
    called(world, 'sidebarPrices', { ...prices, perSecond });
    world.menu('renderSelectedRows');
    world.fire();
    expect(count(world, 'Queued')).toBe(ROWS - 200);
    const budgetRunUsd = Math.ceil(spent(world) * (1 + 20 / 200));
    called(world, 'sidebarSheetSettings', { budgetRunUsd }, world.sheet);
    world.follow();
    const held = count(world, 'Queued');
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(ROWS - 200);
    expect(world.simulator.paidVideos()).toHaveLength(ROWS - held);
    called(world, 'sidebarSheetSettings', { budgetRunUsd: 10_000 }, world.sheet);
    world.pressOn();
    expectAllPaidOnce(world);
  });

  it('Cancel keeps what was not sent from being paid for', () => {
    const world = rendered(ROWS, 5 * MINUTE);
    for (let run = 0; run < 3; run++) world.fire();
    world.menu('cancelQueuedRows');
    expect(world.statuses().filter((status) => status === 'Cancelled')).toHaveLength(ROWS - 200);
    world.follow();
    expect(world.simulator.paidVideos()).toHaveLength(200);
    expect(breachesNow(world)).toEqual([]);
  });

  it('a trigger that dies for three hours in the middle loses nothing and pays nothing twice', () => {
    const world = start.copy();
    for (let run = 0; run < 3; run++) world.fire();
    world.emulator.clock.moveTo(world.now + 180 * MINUTE);
    world.follow();
    expectAllPaidOnce(world);
  });

  it('a trigger that dies for three hours goes on where it stopped, and HeyGen then has enough for six', () => {
    const world = new World({ slots: 10, renderMs: [5 * MINUTE, 5 * MINUTE] }, { account: 'workspace' });
    world.prepare(people(1_200));
    world.menu('renderSelectedRows');
    world.wait(10 * MINUTE);
    world.emulator.clock.moveTo(world.now + 180 * MINUTE);
    world.fire();
    world.fire();
    const open = world.ledger().filter(({ status }) => status === 'Rendering').length;
    expect(open).toBeGreaterThanOrEqual(720);
    expect(breachesNow(world)).toEqual([]);
  });

  it('a row that was deleted is not sent', () => {
    const world = start.copy();
    world.hands.deleteRows(world.sheet, ROWS + 1, 1);
    world.follow();
    expect(world.simulator.paidVideos()).toHaveLength(ROWS - 1);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });
});
