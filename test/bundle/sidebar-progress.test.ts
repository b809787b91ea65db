import { describe, expect, it } from 'vitest';
import { called, renderedByPage } from './page-calls.ts';
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
