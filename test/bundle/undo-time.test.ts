import { describe, expect, it } from 'vitest';
import type { InterleavedRun } from '../../src/emulator/emulator.ts';
import { killAt, killPoints } from './kill.ts';
import { breachesAtTheEnd, breachesNow, spokenTo, videoIn } from './laws.ts';
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

/** The same with rows that have a video. */
function pressedAgain(world: World): string {
  const { runPrint } = called(world, 'sidebarPlan', true).value;
  const { undo } = called(world, 'sidebarRender', runPrint, true).value.progress;
  if (undo === null) throw new Error('Nothing can be undone.');
  return undo.run;
}

/** Rows that do not say Changed and show a video of other words, or none. */
function besideOthers(world: World): string[] {
  const spoken = new Map(world.simulator.videos().map(({ id, script }) => [id, script]));
  return world
    .rows()
    .filter(({ status }) => status !== 'Changed')
    .filter(({ first_name = '', video_url = '' }) => spoken.get(videoIn(video_url)) !== spokenTo(first_name))
    .map(({ first_name = '', status = '' }) => `${first_name}: ${status}`);
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
    const { cancelled, progress } = called(world, 'sidebarCancelQueued', pressed(world)).value;
    const { undo, counts } = progress;
    expect(cancelled).toBe(3);
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

  it('a video that is to take the place of another waits too, and undone, each row has its own again', () => {
    const world = worldOf();
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    world.hands.type(world.sheet, 3, 1, 'Bea');
    const before = world.rows();
    expect(world.statuses()).toEqual(['Done', 'Changed', 'Done']);
    const run = pressedAgain(world);
    expect(world.statuses()).toEqual(['Queued', 'Queued', 'Queued']);
    expect(called(world, 'sidebarCancelQueued', run).value).toMatchObject({
      cancelled: 3,
      progress: { undo: null, counts: { Queued: 0, Cancelled: 0, Done: 2, Changed: 1 } },
    });
    expect(world.rows()).toEqual(before);
    world.wait(30 * MINUTE);
    expect(world.rows()).toEqual(before);
    expect(scripts(world)).toHaveLength(3);
    expect(besideOthers(world)).toEqual([]);
  });

  it('left alone, it is sent when its time is over', () => {
    const world = worldOf();
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    const before = world.rows();
    pressedAgain(world);
    world.wait(30 * MINUTE);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
    expect(scripts(world)).toHaveLength(6);
    const links = new Set([...before, ...world.rows()].map(({ video_url }) => video_url));
    expect(links.size).toBe(6);
  });

  it('Cancel queued rows gives earlier videos back as well, and a row without one says Cancelled', () => {
    const world = worldOf(4);
    world.hands.select(world.sheet, ['A2:C3']);
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    const before = world.rows().slice(0, 2);
    world.selectAll();
    pressedAgain(world);
    world.menu('cancelQueuedRows');
    expect(world.rows().slice(0, 2)).toEqual(before);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Cancelled', 'Cancelled']);
  });

  it('undone after a sort, after a copy and after its words were edited, no video is beside other words', () => {
    const world = worldOf(4);
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    const run = pressedAgain(world);
    world.hands.sortRows(world.sheet, 1, false);
    world.hands.duplicateRow(world.sheet, 2);
    world.hands.type(world.sheet, 4, 1, 'Somebody Else');
    called(world, 'sidebarCancelQueued', run);
    world.wait(30 * MINUTE);
    expect(besideOthers(world)).toEqual([]);
    expect(world.statuses().filter((status) => status === 'Changed')).toHaveLength(1);
    expect(new Set(world.rows().map(({ video_url }) => video_url)).size).toBe(4);
    expect(scripts(world)).toHaveLength(4);
  });

  it('a video that another row has taken meanwhile stays there', () => {
    const world = worldOf(2);
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    const [{ video_url = '' } = {}] = world.rows();
    called(world, 'sidebarSheetSettings', { undoSeconds: 60 }, world.sheet);
    world.hands.select(world.sheet, ['A2:C2']);
    const run = pressedAgain(world);
    const copied = world.hands.displayValues(world.sheet)[1]?.slice(0, 3) ?? [];
    copied.forEach((text, at) => {
      world.hands.type(world.sheet, 4, at + 1, text);
    });
    world.hands.select(world.sheet, ['A4:C4']);
    world.menu('renderSelectedRows');
    expect(world.rows()[2]?.video_url).toBe(video_url);
    called(world, 'sidebarCancelQueued', run);
    expect(world.rows().map((row) => row.video_url === video_url)).toEqual([false, false, true]);
    expect(world.statuses()).toEqual(['Cancelled', 'Done', 'Done']);
    expect(scripts(world)).toHaveLength(2);
  });

  it('where rows share a new video it leaves at once: only the first would get its own back', () => {
    const world = worldOf(1);
    const [headers = [], row = []] = world.hands.displayValues(world.sheet).map((cells) => cells.slice(0, 3));
    world.hands.load(world.sheet, [headers, row, row]);
    world.selectAll();
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    called(world, 'sidebarSheetSettings', { sharesVideos: true }, world.sheet);
    const { runPrint } = called(world, 'sidebarPlan', true).value;
    expect(called(world, 'sidebarRender', runPrint, true).value).toMatchObject({
      videos: 1,
      progress: { undo: null },
    });
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
  const start = worldOf(2);
  const { runPrint } = called(start, 'sidebarPlan').value;
  const press = (world: World, kill: object = {}) => {
    const { execution } = world.emulator.serve({ functionName: 'sidebarRender', args: [runPrint] }, kill);
    if (execution === null) throw new Error('The call did not run.');
    return execution;
  };
  const points = killPoints(press(start.copy()));
  const states = killAt(points, ['nothing', 'everything'], (kill) => {
    const world = start.copy();
    return { world, execution: press(world, kill) };
  });
  expect(states).toBeGreaterThan(3);
});

it('killed at any call, Undo of what replaces videos leaves each row with its old one or with a new one that was paid', () => {
  const start = worldOf(2);
  start.menu('renderSelectedRows');
  start.wait(30 * MINUTE);
  const links = new Map(start.rows().map(({ first_name = '', video_url = '' }) => [first_name, video_url]));
  const run = pressedAgain(start);
  const undo = (world: World, kill: object = {}) => {
    const { execution } = world.emulator.serve({ functionName: 'sidebarCancelQueued', args: [run] }, kill);
    if (execution === null) throw new Error('The call did not run.');
    return execution;
  };
  const points = killPoints(undo(start.copy()));
  const seen = new Set<string>();
  for (const keepOnKill of ['nothing', 'everything'] as const) {
    for (const killAtCall of points) {
      const world = start.copy();
      expect(undo(world, { killAtCall, keepOnKill }).outcome).toBe('killed');
      if (seen.has(world.durable())) continue;
      seen.add(world.durable());
      world.wait(30 * MINUTE);
      const paid = scripts(world);
      const wrong = world.rows().flatMap(({ first_name = '', video_url = '', status }) => {
        const isNew = paid.filter((script) => script === spokenTo(first_name)).length === 2;
        const isOld = links.get(first_name) === video_url;
        return status === 'Done' && isNew !== isOld ? [] : [`${first_name}: ${status}, paid ${isNew}`];
      });
      expect({ killAtCall, keepOnKill, wrong, beside: besideOthers(world) }).toEqual({
        killAtCall,
        keepOnKill,
        wrong: [],
        beside: [],
      });
    }
  }
  expect(seen.size).toBeGreaterThan(3);
});

describe('Undo and a pass that sends', () => {
  const TRIGGER: InterleavedRun = { functionName: 'syncOnTrigger', kind: 'trigger' };

  const start = worldOf(2);
  const run = pressed(start);
  start.emulator.clock.moveTo(start.now + MINUTE);

  function met(k: number): { breaches: string[]; calls: number } {
    const world = start.copy();
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
