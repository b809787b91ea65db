import { describe, expect, it } from 'vitest';
import { breachesAtTheEnd, spokenTo } from './laws.ts';
import { MINUTE, people, World } from './world.ts';

/** A sheet of people in front of a user who is connected; nothing is rendered yet. */
function ready(rows: readonly (readonly string[])[]): World {
  const world = new World({ renderMs: [20_000, 60_000] });
  world.prepare(rows);
  return world;
}

describe('a sheet that refuses', () => {
  it.each<[string, (world: World) => void, (world: World) => void]>([
    [
      'by protection',
      (world) => world.hands.protect(world.sheet, 'D1:Z'),
      (world) => world.hands.unprotect(world.sheet),
    ],
    [
      'by validation',
      (world) => world.hands.validate(world.sheet, 'D2:D9', ['yes', 'no']),
      (world) => world.hands.validate(world.sheet, 'D2:D9', null),
    ],
  ])('%s is told, and what was paid is shown once it gives way', (_, refuse, allow) => {
    const world = ready(people(3));
    world.menu('setUpThisSheet');
    world.selectAll();
    world.menu('renderSelectedRows');
    const headers = world.hands.displayValues(world.sheet)[0] ?? [];
    world.hands.moveColumn(world.sheet, headers.indexOf('status') + 1, 4);
    refuse(world);
    world.wait(20 * MINUTE);
    expect(world.simulator.paidVideos()).toHaveLength(3);
    world.menu('checkForFinishedVideos');
    expect(world.told()).toContain('could not write into the sheet');
    expect(world.ledger().map(({ status }) => status)).toEqual(['Done', 'Done', 'Done']);
    allow(world);
    world.menu('checkForFinishedVideos');
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('before anything is sent: nothing is paid', () => {
    const world = ready(people(2));
    world.hands.protect(world.sheet, null);
    world.menu('renderSelectedRows');
    expect(world.told()).toContain('could not write into the sheet');
    expect(world.posts()).toEqual([]);
    world.hands.unprotect(world.sheet);
    world.pressOn();
    expect(breachesAtTheEnd(world)).toEqual([]);
  });
});

describe('several tabs', () => {
  it('each keep their own rows, whatever they are called meanwhile', () => {
    const world = ready(people(2));
    world.hands.addSheet('Second');
    world.hands.load('Second', [
      ...people(1),
      ['Zoe', 'Hello <<first_name>>, this one is for you.', 'Anna_Office_Front_public'],
    ]);
    world.hands.select(world.sheet, ['A2:C3']);
    world.menu('renderSelectedRows');
    world.hands.select('Second', ['A3:C3']);
    world.menu('renderSelectedRows');
    world.hands.renameSheet('Second', 'Renamed');
    world.wait(20 * MINUTE);
    expect(breachesAtTheEnd(world).filter((breach) => !breach.includes('Zoe'))).toEqual([]);
    const [headers = [], , zoe = []] = world.hands.displayValues('Renamed');
    expect(zoe[headers.indexOf('status')]).toBe('Done');
    expect(world.simulator.paidVideos().map(({ script }) => script)).toContain(spokenTo('Zoe'));
  });

  it('one that is deleted leaves its videos in the ledger', () => {
    const world = ready(people(2));
    world.hands.addSheet('Other');
    world.hands.select(world.sheet, ['A2:C3']);
    world.menu('renderSelectedRows');
    world.hands.deleteSheet(world.sheet);
    world.wait(30 * MINUTE);
    expect(world.ledger().map(({ status, video_url: url }) => [status, url !== ''])).toEqual([
      ['Done', true],
      ['Done', true],
    ]);
    expect(world.emulator.triggers()).toEqual([]);
  });

  it('a job column that is deleted is missed, and Render gives each row its video back unpaid', () => {
    const world = ready(people(2));
    world.menu('renderSelectedRows');
    const column = (world.hands.displayValues(world.sheet)[0] ?? []).indexOf('job') + 1;
    world.hands.deleteColumn(world.sheet, column);
    world.wait(20 * MINUTE);
    world.menu('checkForFinishedVideos');
    expect(world.told()).toContain('no job column');
    world.selectAll();
    world.menu('renderSelectedRows');
    world.wait(20 * MINUTE);
    expect(breachesAtTheEnd(world)).toEqual([]);
    expect(world.posts()).toHaveLength(1);
  });
});

it('a row that shows something else at each change of the sheet is told by its number, and nothing is sent', () => {
  const world = new World();
  world.prepare([
    ['first_name', 'script', 'avatar_id', 'lot'],
    ['Ana', 'Hello <<first_name>>, your lot is <<lot>>.', 'Anna_Office_Front_public', '1'],
    ['Ben', 'Hello <<first_name>>.', 'Anna_Office_Front_public', '1'],
  ]);
  let flushes = 0;
  world.menu('renderSelectedRows', {
    beforeCall: ({ method }) => {
      if (method !== 'flush') return;
      flushes += 1;
      // As RAND does, it is worked out anew when something was written: here when the job ids were.
      if (flushes > 1) world.hands.type(world.sheet, 2, 4, String(flushes));
    },
  });
  expect(world.told()).toMatch(/Row 2 .*shows something else each time.*Values only/s);
  expect(world.posts()).toEqual([]);
  expect(world.rows().map(({ job }) => job ?? '')).toEqual(['', '']);
});

it('a row whose formula is still being worked out gets its video by the trigger when it is there', () => {
  const world = new World({ renderMs: [MINUTE, MINUTE] });
  world.prepare(people(2));
  world.menu('renderSelectedRows');
  world.hands.type(world.sheet, 2, 1, 'Loading...');
  world.wait(20 * MINUTE);
  expect(world.statuses()).toEqual(['Rendering', 'Done']);
  world.hands.type(world.sheet, 2, 1, 'Person1');
  world.wait(5 * MINUTE);
  expect(world.statuses()).toEqual(['Done', 'Done']);
  expect(world.emulator.triggers()).toEqual([]);
});

it('a sheet that is deleted at any moment of a Render ends it with a sentence, and nothing is lost', () => {
  const start = ready(people(2));
  start.hands.addSheet('Other');
  start.hands.activate(start.sheet);
  start.hands.select(start.sheet, ['A2:C3']);
  const { sheet } = start;
  const calls = (deleteAt: number): { readonly world: World; readonly made: number } => {
    const world = start.copy();
    let made = 0;
    world.menu('renderSelectedRows', {
      beforeCall: () => {
        made += 1;
        if (made === deleteAt) world.hands.deleteSheet(sheet);
      },
    });
    return { world, made };
  };
  const all = calls(0).made;
  for (let at = 5; at <= all; at += 3) {
    const { world } = calls(at);
    world.wait(30 * MINUTE);
    const paid = world.simulator.paidVideos().map(({ id }) => id);
    const kept = world.ledger().map(({ video_id }) => video_id);
    expect({ at, lost: paid.filter((id) => !kept.includes(id)) }).toEqual({ at, lost: [] });
    expect({ at, triggers: world.emulator.triggers() }).toEqual({ at, triggers: [] });
  }
});
