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

const letterAt = (column: number): string => String.fromCharCode(64 + column);

/** Three rows whose videos became done while these ranges of the sheet were protected. */
function refused(
  refusesAt: 'write' | 'flush',
  ranges: (letterOf: (header: string) => string) => readonly string[],
): World {
  const world = new World({ renderMs: [20_000, 60_000] }, { refusesAt });
  world.prepare(people(3));
  world.menu('renderSelectedRows');
  for (const range of ranges((header) => letterAt(headersOf(world).indexOf(header) + 1))) {
    world.hands.protect(world.sheet, range);
  }
  world.wait(20 * MINUTE);
  return world;
}

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
    expect(new Set(world.rows().map(({ problem }) => problem))).toEqual(
      new Set([
        'Reelmerge could not write into the column “thumbnail” of this row: a protection, a validation rule or the column’s type forbids it. Allow changes to that cell, then choose “Check for finished videos”.',
      ]),
    );
    world.hands.unprotect(world.sheet);
    world.menu('checkForFinishedVideos');
    expect(world.rows().map(({ problem }) => problem)).toEqual(['', '', '']);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('of one row is said in that row only', () => {
    const world = refused(refusesAt, (letterOf) => [`${letterOf('video_url')}3:${letterOf('video_url')}3`]);
    expect(world.rows().map(({ problem }) => /could not write .*“video_url”/.test(problem ?? ''))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('also where the problem column takes no such text: then a note on it says so, until it is mended', () => {
    const world = new World({ renderMs: [20_000, 60_000] }, { refusesAt });
    world.prepare(people(2));
    world.menu('renderSelectedRows');
    const column = headersOf(world).indexOf('problem') + 1;
    const letter = letterAt(column);
    world.hands.validate(world.sheet, `${letterAt(headersOf(world).indexOf('seconds') + 1)}2:Z3`, ['no']);
    world.hands.validate(world.sheet, `${letter}2:${letter}3`, ['no']);
    world.wait(20 * MINUTE);
    const noted = (): (string | undefined)[] =>
      [2, 3].map((row) => world.hands.cell(world.sheet, row, column).note);
    expect(world.statuses()).toEqual(['Done', 'Done']);
    expect(noted().map((note) => /“seconds”.*forbids it/.test(note ?? ''))).toEqual([true, true]);
    world.hands.validate(world.sheet, 'A1:Z3', null);
    world.menu('checkForFinishedVideos');
    expect(noted()).toEqual(['', '']);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('of everything throws out of no trigger', () => {
    const world = refused(refusesAt, (letterOf) => [`${letterOf('status')}2:Z4`]);
    expect(world.statuses()).not.toContain('Done');
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
