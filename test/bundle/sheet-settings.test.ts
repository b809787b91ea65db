import { expect, it } from 'vitest';
import { called } from './page-calls.ts';
import { World } from './world.ts';

/** The second row has a warning: an address would be read out letter by letter. */
const ROWS = [
  ['script', 'avatar_id', 'voice_id'],
  ['Hello Anna.', 'look', 'voice'],
  ['Look at www.example.com.', 'look', 'voice'],
];

function worldOf(): World {
  const world = new World();
  const { looks } = called(prepared(new World()), 'sidebarLooks', null).value;
  const { voices } = called(prepared(new World()), 'sidebarVoices', null).value;
  world.prepare(
    ROWS.map((row) =>
      row.map((cell) =>
        cell === 'look' ? (looks[0]?.id ?? '') : cell === 'voice' ? (voices[0]?.id ?? '') : cell,
      ),
    ),
  );
  return world;
}

function prepared(world: World): World {
  world.menu('setHeyGenKey');
  return world;
}

it('a sheet that blocks rows with warnings says why, and renders the others', () => {
  const world = worldOf();
  expect(called(world, 'sidebarPlan').value).toMatchObject({ videos: 2, warnedRows: 1, blockedRows: 0 });
  const { settings } = called(world, 'sidebarSheetSettings', { blocksWarnings: true }, world.sheet).value;
  expect(settings.blocksWarnings).toBe(true);
  const plan = called(world, 'sidebarPlan').value;
  expect(plan).toMatchObject({ videos: 1, blockedRows: 1 });
  expect(plan.blocked[0]?.message).toContain('www.example.com');
});

it('settings belong to one sheet, and a page that shows another cannot change them', () => {
  const world = worldOf();
  expect(() => called(world, 'sidebarSheetSettings', { blocksWarnings: true }, 'Other')).toThrow(
    'The settings of the sheet “Other” were not changed.',
  );
  expect(called(world, 'sidebarRow', 0).value.settings.blocksWarnings).toBe(false);
});
