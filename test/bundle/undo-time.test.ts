import { describe, expect, it } from 'vitest';
import type { InterleavedRun } from '../../src/emulator/emulator.ts';
import { killAt, killPoints } from './kill.ts';
import { breachesAtTheEnd, breachesNow } from './laws.ts';
import { called, renderedByPage } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

const SECOND = 1_000;

const NO_TRIGGERS = ['spreadsheets.currentonly', 'script.container.ui', 'script.external_request'].map(
  (scope) => `https://www.googleapis.com/auth/${scope}`,
);

function worldOf(rows = 3): World {
  const world = new World();
  world.prepare(people(rows));
  return world;
}

/** Presses Render in the sidebar. Returns the run that can be undone. */
function pressed(world: World): string {
  const { undo } = renderedByPage(world).value.progress;
  if (undo === null) throw new Error('Nothing can be undone.');
  return undo.run;
}

const scripts = (world: World): string[] => world.simulator.paidVideos().map(({ script }) => script);

describe('after Render in the sidebar', () => {
  it('nothing leaves for ten seconds, and then the page lets it go', () => {
    const world = worldOf();
    const { value } = renderedByPage(world);
    expect(value).toMatchObject({ videos: 3, message: '', progress: { undo: { videos: 3 } } });
    expect(value.progress.undo?.seconds).toBeGreaterThan(7);
    expect(value.progress.undo?.seconds).toBeLessThanOrEqual(14);
    expect(world.statuses()).toEqual(['Queued', 'Queued', 'Queued']);
    world.emulator.clock.moveTo(world.now + 3 * SECOND);
    const still = called(world, 'sidebarSync', false, value.progress).value;
    expect(still.undo?.videos).toBe(3);
    expect(world.posts()).toEqual([]);
    world.emulator.clock.moveTo(world.now + 10 * SECOND);
    expect(called(world, 'sidebarSync', false, still).value).toMatchObject({ undo: null });
    expect(world.posts()).toHaveLength(1);
  });

  it('Undo takes the run back for good, and only this run', () => {
    const world = worldOf(5);
    world.hands.select(world.sheet, ['A2:C3']);
    world.menu('renderSelectedRows');
    world.hands.select(world.sheet, ['A4:C6']);
    const { undo, counts } = called(world, 'sidebarCancelQueued', pressed(world)).value;
    expect(undo).toBeNull();
    expect(counts).toMatchObject({ Cancelled: 3, Queued: 0 });
    world.wait(30 * MINUTE);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Cancelled', 'Cancelled', 'Cancelled']);
    expect(scripts(world)).toHaveLength(2);
  });

  it('neither a look, nor Resume, nor another press sends it before its time', () => {
    const world = worldOf(5);
    called(world, 'sidebarSheetSettings', { undoSeconds: 60 }, world.sheet);
    world.hands.select(world.sheet, ['A2:C4']);
    const run = pressed(world);
    world.menu('checkForFinishedVideos');
    called(world, 'sidebarSheetSettings', { budgetDayUsd: 100 }, world.sheet);
    called(world, 'sidebarSync', true);
    world.hands.select(world.sheet, ['A5:C6']);
    world.menu('renderSelectedRows');
    expect(world.statuses()).toEqual(['Queued', 'Queued', 'Queued', 'Rendering', 'Rendering']);
    expect(called(world, 'sidebarSync', false).value.undo?.run).toBe(run);
  });

  it('its rows count for the budget of the day, and a row that shares a video is taken back with it', () => {
    const world = worldOf(1);
    const [headers = [], row = []] = world.hands.displayValues(world.sheet).map((cells) => cells.slice(0, 3));
    world.hands.load(world.sheet, [headers, row, row, ['Later', ...row.slice(1)]]);
    called(world, 'sidebarSheetSettings', { sharesVideos: true, budgetDayUsd: 0.2 }, world.sheet);
    world.hands.select(world.sheet, ['A2:C3']);
    const run = pressed(world);
    world.hands.select(world.sheet, ['A4:C4']);
    world.menu('renderSelectedRows');
    expect(world.told()).toContain('The budget of $0.20 for a day is reached: 1 row waits.');
    called(world, 'sidebarCancelQueued', run);
    expect(world.statuses()).toEqual(['Cancelled', 'Cancelled', 'Rendering']);
  });

  it('a video that takes the place of another leaves at once: undone, its row would have none', () => {
    const world = worldOf();
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    const { runPrint } = called(world, 'sidebarPlan', true).value;
    const { value } = called(world, 'sidebarRender', runPrint, true);
    expect(value).toMatchObject({ videos: 3, progress: { undo: null } });
    expect(world.posts()).toHaveLength(2);
  });

  it('with the sidebar closed the trigger sends, never earlier than the undo time', () => {
    const world = worldOf();
    pressed(world);
    const from = world.now;
    while (world.posts().length === 0) expect(world.fire()).not.toBeNull();
    expect(world.now - from).toBeGreaterThan(5 * SECOND);
    expect(world.now - from).toBeLessThan(3 * MINUTE);
    world.follow();
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it.each([
    ['the sheet has 0 seconds', { undoSeconds: 0 }],
    ['automatic updates are off, so that nobody may come back to send', null],
  ])('everything is sent at once where %s', (_, settings) => {
    const world = worldOf();
    if (settings === null) called(world, 'sidebarAutomaticUpdates', false);
    else called(world, 'sidebarSheetSettings', settings, world.sheet);
    expect(renderedByPage(world).value.progress.undo).toBeNull();
    expect(world.posts()).toHaveLength(1);
  });

  it('where Google refuses the trigger, the undo time passes and everything is sent all the same', () => {
    const world = new World({}, { grantedScopes: NO_TRIGGERS });
    world.prepare(people(2));
    const from = world.now;
    expect(renderedByPage(world).value.progress.undo).toBeNull();
    expect(world.posts()).toHaveLength(1);
    expect(world.now - from).toBeGreaterThan(10 * SECOND);
  });

  it('in the menu, where a dialog asks first, everything is sent at once', () => {
    const world = worldOf();
    world.menu('renderSelectedRows');
    expect(world.posts()).toHaveLength(1);
  });

  it('a run that was stopped goes on when the undo time is over', () => {
    const world = new World({ credit: 0 });
    world.prepare(people(2));
    world.menu('renderSelectedRows');
    expect(world.isPaused()).toBe(true);
    world.simulator.set({ credit: 50 });
    world.hands.load(world.sheet, people(3));
    world.selectAll();
    pressed(world);
    world.wait(30 * MINUTE);
    expect(breachesNow(world)).toEqual([]);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
  });
});

it('killed at any call, Render leaves nothing paid twice and nothing lost', () => {
  const begin = (): { world: World; runPrint: string } => {
    const world = worldOf(2);
    return { world, runPrint: called(world, 'sidebarPlan').value.runPrint };
  };
  const press = (world: World, runPrint: string, kill: object = {}) => {
    const { execution } = world.emulator.serve({ functionName: 'sidebarRender', args: [runPrint] }, kill);
    if (execution === null) throw new Error('The call did not run.');
    return execution;
  };
  const whole = begin();
  const points = killPoints(press(whole.world, whole.runPrint));
  const states = killAt(points, ['nothing', 'everything'], (kill) => {
    const { world, runPrint } = begin();
    return { world, execution: press(world, runPrint, kill) };
  });
  expect(states).toBeGreaterThan(3);
});

describe('Undo and a pass that sends', () => {
  const TRIGGER: InterleavedRun = { functionName: 'syncOnTrigger', kind: 'trigger' };

  function met(k: number): { breaches: string[]; calls: number } {
    const world = worldOf(2);
    const run = pressed(world);
    world.emulator.clock.moveTo(world.now + MINUTE);
    const undo: InterleavedRun = { functionName: 'sidebarCancelQueued', kind: 'sidebar', args: [run] };
    const [first] = world.emulator.interleave([TRIGGER, undo], (step) => (step < k ? 0 : 1));
    world.wait(30 * MINUTE);
    const paid = new Set(scripts(world));
    const wrong = world.rows().flatMap(({ first_name, status }) => {
      const isPaid = paid.has(`Hello ${first_name}, this one is for you.`);
      return status === (isPaid ? 'Done' : 'Cancelled')
        ? []
        : [`${first_name} is ${status}, paid: ${isPaid}`];
    });
    return { breaches: [...breachesNow(world), ...wrong], calls: first?.counts.total ?? 0 };
  }

  it('come to the same as one after the other: a row is Done and paid, or Cancelled and not', () => {
    const { calls } = met(0);
    for (let k = 0; k <= calls; k++) expect({ k, breaches: met(k).breaches }).toEqual({ k, breaches: [] });
  });
});
