import { describe, expect, it } from 'vitest';
import { called, renderedByPage, sentByPage } from './page-calls.ts';
import { people, World } from './world.ts';

describe('test videos that HeyGen refused', () => {
  function refused(): World {
    const world = new World();
    world.prepare(people(2));
    called(world, 'sidebarDefaults', { test_mode: 'yes' }, world.sheet);
    renderedByPage(world);
    world.follow();
    return world;
  }

  it('are told as such while test mode is on, and no longer once it is off', () => {
    const world = refused();
    expect(called(world, 'sidebarSync', false).value).toMatchObject({
      testRefused: true,
      counts: { Failed: 2 },
    });
    called(world, 'sidebarDefaults', { test_mode: '' }, world.sheet);
    expect(called(world, 'sidebarSync', false).value.testRefused).toBe(false);
    called(world, 'sidebarSelectFailed');
    expect(renderedByPage(world).value.videos).toBe(2);
    world.follow();
    expect(world.statuses()).toEqual(['Done', 'Done']);
  });

  it('say nothing any more when no row shows them', () => {
    const world = refused();
    world.hands.deleteRows(world.sheet, 2, 2);
    expect(called(world, 'sidebarSync', false).value.testRefused).toBe(false);
  });

  it('are not mixed up with rows that failed otherwise', () => {
    const world = new World({ acceptTest: true, failWhen: 'Person1,' });
    world.prepare(people(2));
    called(world, 'sidebarDefaults', { test_mode: 'yes' }, world.sheet);
    renderedByPage(world);
    world.follow();
    expect(world.statuses()).toEqual(['Failed', 'Done']);
    expect(called(world, 'sidebarSync', false).value.testRefused).toBe(false);
  });
});

it('a video that was deleted is not among the finished ones', () => {
  const world = new World();
  world.prepare(people(2));
  world.menu('renderSelectedRows');
  world.follow();
  expect(
    called(world, 'sidebarSync', false)
      .value.finished.map(({ row }) => row)
      .sort(),
  ).toEqual([2, 3]);
  world.hands.select(world.sheet, ['A2:B2']);
  world.menu('deleteVideosOfSelectedRows');
  const { finished, counts } = called(world, 'sidebarSync', false).value;
  expect(finished.map(({ row }) => row)).toEqual([3]);
  expect(counts.Done).toBe(2);
});

it('the newest videos bear the name of whom they speak to, and “Show in sheet” selects their status cells', () => {
  const world = new World();
  const rows = people(3);
  rows[3] = ['', 'Hello all.', 'Anna_Office_Front_public'];
  world.prepare(rows);
  renderedByPage(world);
  world.follow();
  const { finished } = called(world, 'sidebarSync', false).value;
  expect(finished.map(({ title }) => title).sort()).toEqual(['Person1', 'Person2', 'Row 4']);
  world.hands.select(world.sheet, ['A9']);
  called(world, 'sidebarSelectRows', 'sent');
  const status = world.hands.displayValues(world.sheet)[0]?.indexOf('status') ?? -1;
  expect(selectionOf(world)).toEqual([{ row: 2, column: status + 1, rows: 3, columns: 1 }]);
});

it('“Go to cell” of a column that is missing leads to the tab that chooses it, and the rows stay selected', () => {
  const world = new World();
  world.prepare([['name'], ['Ana'], ['Ben']]);
  world.hands.select(world.sheet, ['A2:A3']);
  const before = selectionOf(world);
  const tabs = ['script', 'avatar_id', 'voice_id'].map(
    (column) => called(world, 'sidebarGoTo', 2, column).value,
  );
  expect(tabs).toEqual(['script', 'avatar', 'voice']);
  expect(selectionOf(world)).toEqual(before);
});

it('“Go to cell” of another column that is missing leads to the end of the headers, and says so', () => {
  const world = new World();
  world.prepare(people(1));
  called(world, 'sidebarGoTo', 2, 'script');
  expect(selectionOf(world)).toEqual([{ row: 2, column: 2, rows: 1, columns: 1 }]);
  expect(() => called(world, 'sidebarGoTo', 2, 'company')).toThrow(
    'This sheet has no column “company”. Write that name into row 1, behind your last column.',
  );
  expect(selectionOf(world)).toEqual([{ row: 1, column: 3, rows: 1, columns: 1 }]);
});

/** What is selected now. */
function selectionOf(world: World): unknown {
  return Object(world.emulator.snapshot()).services.sheets.selection.rects;
}

describe('the end of a run', () => {
  const ends = (world: World): string[] =>
    world.emulator.ui
      .toasts()
      .map(({ message }) => message)
      .filter((message) => message.startsWith('No video is under way'));

  it('is told in a toast, once, by the sidebar that finds it', () => {
    const world = new World({ renderMs: [20_000, 30_000] }, { mode: 'addon-test' });
    world.prepare(people(2));
    sentByPage(world);
    expect(ends(world)).toEqual([]);
    world.emulator.clock.advance(5 * 60_000);
    called(world, 'sidebarSync', true);
    called(world, 'sidebarSync', true);
    expect(world.statuses()).toEqual(['Done', 'Done']);
    expect(ends(world)).toEqual(['No video is under way any more. This sheet has 2 rows Done.']);
  });
});
