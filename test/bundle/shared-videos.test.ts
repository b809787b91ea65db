import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { cases, everyNth } from '../cases.ts';
import { killAt, killPoints } from './kill.ts';
import { breachesAtTheEnd, ownCells } from './laws.ts';
import { called, renderedByPage } from './page-calls.ts';
import { type Act, acts, RestlessUser, ROW_ACTS } from './restless-user.ts';
import { MINUTE, people, World } from './world.ts';

/** Rows by the person that each is for: equal persons ask for the same video. */
function sheetOf(persons: readonly number[]): string[][] {
  const [headers = [], ...rows] = people(Math.max(...persons));
  return [headers, ...persons.map((person) => rows[person - 1] ?? [])];
}

/** The same with a title of its own in each row. */
function titledSheetOf(persons: readonly number[]): string[][] {
  return sheetOf(persons).map((row, at) => [...row, at === 0 ? 'title' : `Title ${at}`]);
}

function sharing(persons: readonly number[], heygen: SimulatorChoices = {}): World {
  const world = new World({ renderMs: [20_000, 60_000], ...heygen });
  world.prepare(sheetOf(persons));
  called(world, 'sidebarSheetSettings', { sharesVideos: true }, world.sheet);
  return world;
}

function sharingTitled(persons: readonly number[]): World {
  const world = new World({ renderMs: [20_000, 60_000] });
  world.prepare(titledSheetOf(persons));
  called(world, 'sidebarSheetSettings', { sharesVideos: true }, world.sheet);
  return world;
}

const SCRIPT = 2;
const TITLE = 4;
const titles = (world: World): string[] => world.simulator.videos().map(({ title }) => title);
const urls = (world: World): string[] => world.rows().map(({ video_url = '' }) => video_url);
const paid = (world: World): number => world.simulator.paidVideos().length;

function rendered(world: World): World {
  world.menu('renderSelectedRows');
  world.wait(20 * MINUTE);
  return world;
}

describe('with “Same words, one video”', () => {
  it('rows that ask for the same get one video, which is asked about and paid for once', () => {
    const world = sharing([1, 2, 1, 1]);
    const words = '2 rows say the same as another: 2 videos instead of 4';
    expect(called(world, 'sidebarPlan').value).toMatchObject({ videos: 2, shared: 2, sameWords: words });
    expect(called(world, 'sidebarCheck').value).toMatchObject({ rows: 4, ready: 4 });
    rendered(world);
    const question = world.emulator.ui.dialogs().find(({ title }) => title === 'Render 2 videos?');
    expect(question?.message).toContain(words);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done', 'Done']);
    const [first, second, third, fourth] = urls(world);
    expect([third, fourth]).toEqual([first, first]);
    expect(second).not.toBe(first);
    expect(breachesAtTheEnd(world)).toEqual([]);
    // Nothing is left to do, and a new row of the same words gets the video too.
    world.hands.load(world.sheet, [...world.hands.displayValues(world.sheet), sheetOf([1])[1] ?? []]);
    world.selectAll();
    expect(called(world, 'sidebarPlan').value).toMatchObject({ videos: 0, linked: 1 });
    rendered(world);
    expect(urls(world)[4]).toBe(first);
    expect(paid(world)).toBe(2);
  });

  it('off, each row has a video of its own, and the summary offers to share', () => {
    const world = new World({ renderMs: [20_000, 60_000] });
    world.prepare(sheetOf([1, 1, 1]));
    const words = '2 rows say the same as another: 1 video instead of 3';
    expect(called(world, 'sidebarPlan').value).toMatchObject({ videos: 3, shared: 0, sameWords: words });
    rendered(world);
    expect(paid(world)).toBe(3);
    expect(world.emulator.ui.dialogs().some(({ message }) => message.includes(words))).toBe(true);
  });

  it('an edited row gives the shared video up, and Render makes one of its own', () => {
    const world = rendered(sharing([1, 1]));
    world.hands.type(world.sheet, 2, SCRIPT, 'Other words for <<first_name>>.');
    world.menu('checkForFinishedVideos');
    expect(urls(world)[0]).toBe('');
    expect(world.statuses()[1]).toBe('Done');
    world.selectAll();
    rendered(world);
    expect(world.statuses()).toEqual(['Done', 'Done']);
    expect(new Set(urls(world)).size).toBe(2);
    expect(paid(world)).toBe(2);
  });

  it('a row that is edited and edited back gets the video again, unpaid', () => {
    const world = rendered(sharing([1, 1]));
    const [before] = urls(world);
    const words = world.hands.cell(world.sheet, 2, SCRIPT).value;
    world.hands.type(world.sheet, 2, SCRIPT, 'Other words.');
    world.menu('checkForFinishedVideos');
    world.hands.type(world.sheet, 2, SCRIPT, String(words));
    world.selectAll();
    rendered(world);
    expect(urls(world)).toEqual([before, before]);
    expect(paid(world)).toBe(1);
  });

  it('when the first row is deleted, the others keep the video, also while it is made', () => {
    const world = sharing([1, 1, 2]);
    world.menu('renderSelectedRows');
    world.hands.deleteRows(world.sheet, 2, 1);
    world.wait(20 * MINUTE);
    expect(world.statuses()).toEqual(['Done', 'Done']);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('a video that failed is Failed in all its rows, and Retry makes one for all of them', () => {
    const world = sharing([1, 1], { failureRate: 1 });
    rendered(world);
    expect(world.statuses()).toEqual(['Failed', 'Failed']);
    world.menu('retryFailedRows');
    const asked = world.emulator.ui.dialogs().filter(({ title }) => title === 'Render 1 video?');
    expect(asked).toHaveLength(2);
  });

  it('rendered again together they share the new one; one alone gets its own, and the other keeps its video', () => {
    const world = rendered(sharing([1, 1]));
    const [before] = urls(world);
    world.menu('renderSelectedRowsAgain');
    world.wait(20 * MINUTE);
    expect(paid(world)).toBe(2);
    const [again, same] = urls(world);
    expect(again).not.toBe(before);
    expect(same).toBe(again);
    world.hands.select(world.sheet, ['A3']);
    world.menu('renderSelectedRowsAgain');
    world.wait(20 * MINUTE);
    expect(urls(world)[0]).toBe(again);
    expect(urls(world)[1]).not.toBe(again);
    expect(paid(world)).toBe(3);
  });

  it('deleting the video of one row says that the other loses it too', () => {
    const world = rendered(sharing([1, 1, 2]));
    world.hands.select(world.sheet, ['A2']);
    world.menu('deleteVideosOfSelectedRows');
    const question = world.emulator.ui.dialogs().find(({ title }) => title.startsWith('Delete'));
    expect(question?.message).toMatch(/1 row more shows one of these videos and will lose it too/);
    expect(urls(world).slice(0, 2)).toEqual(['', '']);
    expect(urls(world)[2]).not.toBe('');
  });

  it('hidden rows get nothing; if the first of some is hidden, the next one takes its place', () => {
    const world = sharing([1, 1, 1]);
    world.hands.hideRows(world.sheet, 2, 1);
    rendered(world);
    expect(world.statuses()).toEqual(['', 'Done', 'Done']);
    expect(paid(world)).toBe(1);
  });

  it('another look: another video', () => {
    const world = new World({ renderMs: [20_000, 60_000] });
    world.prepare(
      sheetOf([1, 1, 1]).map((row, at) => [
        ...row,
        at === 0 ? 'background' : at === 2 ? '#ffffff' : '#000000',
      ]),
    );
    called(world, 'sidebarSheetSettings', { sharesVideos: true }, world.sheet);
    renderedByPage(world);
    world.wait(20 * MINUTE);
    expect(paid(world)).toBe(2);
  });
});

describe('rows that differ in nothing but their titles, with “Same words, one video”', () => {
  const words =
    '2 rows say the same as another: 2 videos instead of 4; 2 rows take the title of the row that they share with, which its page shows';

  it('get one video with the first title, which the question says, and none of them is Changed', () => {
    const world = sharingTitled([1, 2, 1, 1]);
    expect(called(world, 'sidebarPlan').value).toMatchObject({ videos: 2, shared: 2, sameWords: words });
    rendered(world);
    const question = world.emulator.ui.dialogs().find(({ title }) => title === 'Render 2 videos?');
    expect(question?.message).toContain(words);
    expect(titles(world).map((title) => title.replace(/ ·.*/, ''))).toEqual(['Title 1', 'Title 2']);
    const [first, second, third, fourth] = urls(world);
    expect([third, fourth]).toEqual([first, first]);
    expect(second).not.toBe(first);
    for (const _ of [1, 2, 3]) {
      world.menu('checkForFinishedVideos');
      expect(world.statuses()).toEqual(['Done', 'Done', 'Done', 'Done']);
    }
    expect(called(world, 'sidebarPlan').value).toMatchObject({ videos: 0, linked: 0, skipped: { done: 4 } });
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('are told of it where they do not share yet', () => {
    const world = new World({ renderMs: [20_000, 60_000] });
    world.prepare(titledSheetOf([1, 2, 1, 1]));
    expect(called(world, 'sidebarPlan').value).toMatchObject({ videos: 4, shared: 0, sameWords: words });
    rendered(world);
    expect(paid(world)).toBe(4);
  });

  it('sorted, with the row gone whose title the video has: the others keep it, and nothing is paid', () => {
    const world = rendered(sharingTitled([1, 2, 1, 1]));
    world.hands.sortRows(world.sheet, TITLE, false);
    world.menu('checkForFinishedVideos');
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done', 'Done']);
    expect(breachesAtTheEnd(world)).toEqual([]);
    world.hands.deleteRows(world.sheet, 5, 1);
    world.selectAll();
    rendered(world);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
    expect(new Set(urls(world)).size).toBe(2);
    expect(paid(world)).toBe(2);
  });

  it('a new title leaves the row its video; a new word does not', () => {
    const world = rendered(sharingTitled([1, 1]));
    const [video = ''] = urls(world);
    world.hands.type(world.sheet, 2, TITLE, 'Another title');
    world.hands.type(world.sheet, 3, SCRIPT, 'Other words.');
    world.menu('checkForFinishedVideos');
    expect(world.statuses()[0]).toBe('Done');
    expect(urls(world)).toEqual([video, '']);
  });

  it('a row whose job cell is lost, and a new row with a title of its own, get the video unpaid', () => {
    const world = rendered(sharingTitled([1, 2]));
    const [first = ''] = urls(world);
    const shown = world.hands.displayValues(world.sheet);
    world.hands.load(world.sheet, [...shown, [...(shown[1] ?? []).slice(0, 3), 'A new title']]);
    const headers = shown[0] ?? [];
    world.hands.type(world.sheet, 2, headers.indexOf('job') + 1, '');
    world.selectAll();
    rendered(world);
    expect(urls(world)[0]).toBe(first);
    expect(urls(world)[2]).toBe(first);
    expect(paid(world)).toBe(2);
  });

  it('once they share no more, each row with another title asks for its own; the first keeps its video', () => {
    const world = rendered(sharingTitled([1, 1]));
    const [video = ''] = urls(world);
    called(world, 'sidebarSheetSettings', { sharesVideos: false }, world.sheet);
    world.menu('checkForFinishedVideos');
    expect(urls(world)).toEqual([video, '']);
    called(world, 'sidebarSheetSettings', { sharesVideos: true }, world.sheet);
    world.selectAll();
    rendered(world);
    expect(urls(world)).toEqual([video, video]);
    expect(paid(world)).toBe(1);
  });

  it('undone in the sidebar, all of them are taken back and nothing is paid', () => {
    const world = sharingTitled([1, 2, 1]);
    const { undo } = renderedByPage(world).value.progress;
    called(world, 'sidebarCancelQueued', undo?.run ?? '');
    world.wait(20 * MINUTE);
    expect(world.statuses()).toEqual(['Cancelled', 'Cancelled', 'Cancelled']);
    expect(paid(world)).toBe(0);
    rendered(world);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('sorted and edited within the undo time, then undone: nothing is left and nothing is paid', () => {
    const world = sharingTitled([1, 2, 1]);
    const { undo } = renderedByPage(world).value.progress;
    world.hands.sortRows(world.sheet, TITLE, false);
    world.hands.type(world.sheet, 2, TITLE, 'Another title');
    world.hands.deleteRows(world.sheet, 4, 1);
    called(world, 'sidebarCancelQueued', undo?.run ?? '');
    world.wait(20 * MINUTE);
    expect(world.statuses()).toEqual(['Cancelled', 'Cancelled']);
    expect(paid(world)).toBe(0);
  });
});

describe('the laws hold with shared videos', () => {
  it('killed at any call, Render pays no video twice and every row has its own words', () => {
    const start = sharingTitled([1, 1, 2]);
    const run = (kill = {}) => {
      const world = start.copy();
      return { world, execution: world.menu('renderSelectedRows', kill) };
    };
    const points = killPoints(run().execution).filter((_, at) => at % everyNth(3) === 0);
    expect(killAt(points, ['nothing', (index) => index % 2 === 0], run)).toBeGreaterThan(4);
  });

  it('two presses at once come to the same as one after the other', () => {
    const runs = [
      { functionName: 'renderSelectedRows', kind: 'menu' },
      { functionName: 'renderSelectedRows', kind: 'menu' },
    ] as const;
    const met = (k: number): string[] => {
      const world = sharingTitled([1, 2, 1]);
      const before = ownCells(world).join();
      world.emulator.interleave(runs, (step) => (step < k ? 0 : 1));
      world.pressOn(6);
      return [
        ...breachesAtTheEnd(world),
        ...(ownCells(world).join() === before ? [] : ['a cell was changed']),
      ];
    };
    for (let k = 0; k <= 60; k += everyNth(6)) expect({ k, breaches: met(k) }).toEqual({ k, breaches: [] });
  });

  it('whatever the user does between any two platform calls', () => {
    const persons = [1, 2, 1, 2];
    const played = (doings: readonly Act[]): RestlessUser => {
      const world = new World({ renderMs: [20_000, 150_000] });
      const user = new RestlessUser(world, 2, doings, sheetOf(persons));
      called(world, 'sidebarSheetSettings', { sharesVideos: true }, world.sheet);
      user.playOut();
      return user;
    };
    const { calls } = played([]);
    const moments = calls.flatMap((call, at) => (/setValues|flush|fetch/.test(call) ? [at + 1] : []));
    fc.assert(
      fc.property(acts(ROW_ACTS, calls.length, moments), (some) => {
        expect(played(some).breaches()).toEqual([]);
      }),
      cases(15, 20260301),
    );
  });
});
