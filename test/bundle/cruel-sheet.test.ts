import { describe, expect, it } from 'vitest';
import { breachesAtTheEnd } from './laws.ts';
import { MINUTE, people, World } from './world.ts';

function rendered(world: World, rows = 2): World {
  world.prepare(people(rows));
  world.menu('renderSelectedRows');
  world.wait(20 * MINUTE);
  return world;
}

const headersOf = (world: World): readonly string[] => world.hands.displayValues(world.sheet)[0] ?? [];

describe('a sheet that is formatted as plain text', () => {
  const plain = (): World => {
    const world = new World({ renderMs: [20_000, 60_000] });
    world.hands.format(world.sheet, 'A1:Z1000', '@');
    return world;
  };

  it('gets its videos, and each new column once', () => {
    const world = rendered(plain());
    world.selectAll();
    world.menu('renderSelectedRows');
    world.menu('renderSelectedRows');
    expect(headersOf(world).filter((header) => /status/.test(header))).toHaveLength(1);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('also where our own columns were made plain text later', () => {
    const world = new World({ renderMs: [20_000, 60_000] });
    world.prepare(people(2));
    world.menu('setUpThisSheet');
    world.hands.format(world.sheet, 'A1:Z1000', '@');
    world.selectAll();
    world.menu('renderSelectedRows');
    world.wait(20 * MINUTE);
    world.selectAll();
    world.menu('renderSelectedRows');
    world.menu('checkForFinishedVideos');
    expect(world.simulator.paidVideos()).toHaveLength(2);
    expect(headersOf(world)).toHaveLength(new Set(headersOf(world)).size);
  });
});

describe.each(['en', 'ja', 'de', 'fr'] as const)('where Google speaks %s', (language) => {
  it('a denied right to triggers does not break Render', () => {
    const world = new World({ renderMs: [20_000, 60_000] }, { language });
    world.emulator.grant([
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/script.external_request',
    ]);
    world.prepare(people(2));
    world.menu('renderSelectedRows');
    expect(world.posts()).toHaveLength(1);
  });

  it('a request that Google itself did not let out stays Queued', () => {
    const world = new World({}, { language });
    world.prepare(people(2));
    world.emulator.grant([
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/script.scriptapp',
    ]);
    world.menu('renderSelectedRows');
    expect(world.posts()).toEqual([]);
    expect(world.statuses()).toEqual(['Queued', 'Queued']);
  });
});

describe.each(['write', 'flush'] as const)('a refusal that comes at the %s', (refusesAt) => {
  it('leaves the good cells written, and nothing throws out of the trigger', () => {
    const world = new World({ renderMs: [20_000, 60_000] }, { refusesAt });
    world.prepare(people(3));
    world.menu('renderSelectedRows');
    const column = headersOf(world).indexOf('thumbnail') + 1;
    const letter = String.fromCharCode(64 + column);
    world.hands.protect(world.sheet, `${letter}2:${letter}4`);
    world.wait(20 * MINUTE);
    expect(
      world.rows().map(({ status, video_url: url, thumbnail }) => [status, url !== '', thumbnail]),
    ).toEqual([1, 2, 3].map(() => ['Done', true, '']));
    world.hands.unprotect(world.sheet);
    world.menu('checkForFinishedVideos');
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('before anything is sent: nothing is paid', () => {
    const world = new World({}, { refusesAt });
    world.prepare(people(2));
    world.hands.protect(world.sheet, null);
    world.menu('renderSelectedRows');
    expect(world.posts()).toEqual([]);
    expect(world.told()).toContain('could not write into the sheet');
  });
});

describe('rows that a typed table’s own filter hides', () => {
  it('are not rendered, although the sheet has no filter', () => {
    const world = new World({ renderMs: [20_000, 60_000] });
    world.prepare(people(3));
    world.hands.makeTable(world.sheet, 'A1:C4');
    world.hands.filterTable(world.sheet, 1, ['Person2']);
    world.selectAll();
    world.menu('renderSelectedRows');
    world.wait(20 * MINUTE);
    expect(world.simulator.paidVideos().map(({ script }) => script)).toHaveLength(2);
  });

  it('and rows of a filter view cannot be seen by a script: the question says that they count', () => {
    const world = new World();
    world.prepare(people(3));
    world.menu('renderSelectedRows');
    expect(
      world.emulator.ui
        .dialogs()
        .map(({ message }) => message)
        .join(),
    ).toContain('filter view');
  });
});
