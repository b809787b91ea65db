import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DocumentAccess, EmulatorOptions } from '../../src/emulator/emulator-options.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { breachesAtTheEnd } from '../bundle/laws.ts';
import { called } from '../bundle/page-calls.ts';
import { MINUTE, people, World } from '../bundle/world.ts';

/*
 * The built add-on survives what the platform does: a test for each guard in it. Without the guard its test fails.
 */

const LANGUAGES = ['en', 'ja', 'de', 'fr'] as const;
const SCOPE = 'https://www.googleapis.com/auth/';
const NO_TRIGGERS = ['spreadsheets.currentonly', 'script.container.ui', 'script.external_request'].map(
  (name) => SCOPE + name,
);

function prepared(rows = 2, options: Partial<EmulatorOptions> = {}, heygen: SimulatorChoices = {}): World {
  const world = new World({ renderMs: [20_000, 60_000], ...heygen }, options);
  world.prepare(people(rows));
  return world;
}

function rendered(rows = 2, options: Partial<EmulatorOptions> = {}, heygen: SimulatorChoices = {}): World {
  const world = prepared(rows, options, heygen);
  world.menu('renderSelectedRows');
  return world;
}

const headers = (world: World): readonly string[] => world.hands.displayValues(world.sheet)[0] ?? [];
const twice = (names: readonly string[]): readonly string[] =>
  names.filter((name, at) => name !== '' && names.indexOf(name) !== at);
const times = (text: string, part: string): number => text.split(part).length - 1;

/** Where a header stands, as a column in A1 notation. */
function columnOf(world: World, header: string): string {
  const letter = String.fromCharCode(65 + headers(world).indexOf(header));
  return `${letter}:${letter}`;
}

/** The day's requests of UrlFetchApp are used up. */
function useUpRequests(world: World): void {
  const snapshot = JSON.parse(JSON.stringify(world.emulator.snapshot()));
  for (const name of Object.keys(snapshot.quotas.use)) {
    if (name.startsWith('fetch ')) snapshot.quotas.use[name] = 20_000;
  }
  world.emulator.restore(snapshot);
}

describe('what this execution has read before', () => {
  test('is read anew under the lock: two who press Render pay for no row twice', () => {
    const RENDER = { functionName: 'renderSelectedRows', kind: 'menu' } as const;
    for (let k = 10; k <= 60; k += 5) {
      const world = prepared(2);
      world.emulator.interleave([RENDER, RENDER], (step) => (step < k ? 0 : 1));
      world.wait(20 * MINUTE);
      expect({ k, twice: twice(headers(world)), breaches: breachesAtTheEnd(world) }).toEqual({
        k,
        twice: [],
        breaches: [],
      });
    }
  });
});

describe('cells that are formatted as plain text', () => {
  test('make no header twice, and no row unknown', () => {
    const world = new World({ renderMs: [20_000, 60_000] });
    world.hands.load(world.sheet, people(2));
    world.menu('setHeyGenKey');
    world.menu('setUpThisSheet');
    world.hands.formatAll(world.sheet, '@');
    world.selectAll();
    world.menu('renderSelectedRows');
    world.wait(20 * MINUTE);
    world.selectAll();
    world.menu('renderSelectedRows');
    expect(twice(headers(world))).toEqual([]);
    expect(world.simulator.paidVideos()).toHaveLength(2);
    expect(world.ledger().map(({ status }) => status)).toEqual(['Done', 'Done']);
  });

  test('may hold our headers with an apostrophe: none is added beside them', () => {
    const world = new World({ renderMs: [20_000, 60_000] });
    world.hands.load(world.sheet, people(2));
    world.menu('setHeyGenKey');
    world.menu('setUpThisSheet');
    world.hands.formatAll(world.sheet, '@');
    const [first = [], ...rest] = world.hands.displayValues(world.sheet);
    world.hands.load(world.sheet, [first.map((header) => `'${header}`), ...rest]);
    world.selectAll();
    world.menu('renderSelectedRows');
    expect(headers(world)).toHaveLength(first.length);
    expect(world.ledger()).toHaveLength(2);
  });

  test('do not hand their format on to the columns that we make', () => {
    const world = new World({ renderMs: [20_000, 60_000] });
    world.hands.formatAll(world.sheet, '@');
    world.prepare(people(2));
    world.menu('renderSelectedRows');
    world.wait(20 * MINUTE);
    expect(headers(world)).toContain('status');
    expect(world.statuses()).toEqual(['Done', 'Done']);
  });
});

describe('triggers', () => {
  test('of another document are neither counted nor removed', () => {
    const world = prepared(1, { mode: 'addon' });
    const other = world.emulator.addDocument();
    const sheet = other.person.sheets()[0]?.name ?? '';
    other.person.load(sheet, people(1));
    world.menu('renderSelectedRows');
    other.person.select(sheet, ['A2:Z2']);
    other.run('renderSelectedRows', { kind: 'menu' });
    expect(world.emulator.triggers()).toHaveLength(2);
    world.emulator.clock.moveTo(world.now + 5 * MINUTE);
    world.menu('checkForFinishedVideos');
    expect(world.statuses()).toEqual(['Done']);
    expect(world.emulator.triggers()).toHaveLength(1);
  });

  test.each(LANGUAGES)(
    'that the user has refused break no Render, and are explained once (%s)',
    (language) => {
      const world = rendered(2, { grantedScopes: NO_TRIGGERS, language });
      expect(world.statuses()).toEqual(['Rendering', 'Rendering']);
      const said = world.emulator.ui
        .toasts()
        .map(({ message }) => message)
        .join();
      expect(said).toContain('choose “Check for finished videos”');
      expect(times(said, 'ScriptApp.newTrigger')).toBe(1);
    },
  );

  test.each<DocumentAccess>(['null', 'exception'])(
    'that get %s for their document end in peace',
    (access) => {
      const world = rendered(1, { mode: 'addon', addonTriggerDocument: access });
      world.emulator.clock.moveTo(world.now + 61 * MINUTE);
      expect(world.emulator.fireDueTriggers().map(({ outcome }) => outcome)).toEqual(['returned']);
    },
  );
});

describe('exceptions of UrlFetchApp', () => {
  test.each(LANGUAGES)('for a used-up quota leave the rows Queued in every language (%s)', (language) => {
    const world = prepared(2, { language });
    useUpRequests(world);
    world.menu('renderSelectedRows');
    expect([world.statuses(), world.posts()]).toEqual([['Queued', 'Queued'], []]);
  });

  test.each(LANGUAGES)('for a lost reply leave the rows Unconfirmed in every language (%s)', (language) => {
    const faults = [{ when: { method: 'POST', nth: 1 }, do: 'cut-after' as const }];
    const world = rendered(2, { language }, { faults });
    expect(world.statuses()).toEqual(['Unconfirmed', 'Unconfirmed']);
    expect(world.posts()).toHaveLength(1);
  });

  test('do not come for statuses: an error of HeyGen’s is read, and its words are shown', () => {
    const faults = [{ when: { method: 'POST' }, do: '400-internal' as const }];
    const world = rendered(1, {}, { faults });
    expect(world.statuses()).toEqual(['Failed']);
    expect(world.rows()[0]?.problem).toContain('does not support unlimited mode');
  });
});

describe('refusals at the flush', () => {
  test('in a row leave its other cells written, throw out of no trigger, and are told once', () => {
    const world = rendered(2);
    world.hands.protect(world.sheet, columnOf(world, 'status'));
    world.wait(5 * MINUTE);
    expect(world.rows().map(({ video_url: url }) => url !== '')).toEqual([true, true]);
    world.menu('checkForFinishedVideos');
    expect(times(world.told(), 'could not write into the sheet')).toBe(1);
  });

  test('of the ledger end the run with a sentence before anything is paid', () => {
    const world = rendered(1);
    world.wait(5 * MINUTE);
    world.hands.protect('Reelmerge jobs', null);
    world.hands.load(world.sheet, people(3));
    world.hands.select(world.sheet, ['A4:Z4']);
    const run = world.emulator.run('renderSelectedRows', { kind: 'menu' });
    expect(run.error?.message).toContain('did not take what Reelmerge wrote');
    expect(world.simulator.paidVideos()).toHaveLength(1);
  });
});

test('a ledger that refuses at the flush makes the trigger end in peace', () => {
  const world = rendered(1);
  world.hands.protect('Reelmerge jobs', null);
  world.emulator.clock.moveTo(world.now + 5 * MINUTE);
  expect(world.emulator.fireDueTriggers().map(({ outcome }) => outcome)).toEqual(['returned']);
});

describe('hidden rows', () => {
  test('of a table’s own filter are not paid for, although the sheet has no filter', () => {
    const world = prepared(3);
    world.hands.makeTable(world.sheet, 'A1:C4');
    world.hands.filterTable(world.sheet, 1, ['Person2']);
    world.selectAll();
    world.menu('renderSelectedRows');
    expect(world.ledger()).toHaveLength(2);
  });

  test.each([
    ['from the first row on', 0, 100],
    ['after a while', 60, 1_000],
  ])('are asked for in bounded time where Google is slow %s, and the question says so', (_, quick, most) => {
    const world = prepared(2_000);
    let asked = 0;
    const beforeCall = ({ method }: { readonly method: string }): void => {
      if (!method.startsWith('isRowHidden')) return;
      asked += 1;
      if (asked > quick) world.emulator.clock.advance(150);
    };
    const questions: string[] = [];
    world.answer = ({ message }) => {
      questions.push(message);
      return { button: 'NO' };
    };
    expect(world.menu('renderSelectedRows', { beforeCall }).outcome).toBe('returned');
    expect(questions.join()).toContain('Google took too long to say which of these rows are hidden');
    expect(asked).toBeLessThan(most);
  });
});

test('the pushed source is ASCII', () => {
  expect(/[^\n\t\x20-\x7e]/.exec(readFileSync('dist/main.js', 'utf8'))).toBeNull();
});

test('the menu is built where a published add-on was not used yet', () => {
  const world = new World({}, { mode: 'addon' });
  expect(world.emulator.open({ authMode: 'NONE' }).outcome).toBe('returned');
  expect(world.emulator.ui.menus()).not.toEqual([]);
});

test('an answer to the page holds nothing that the platform would lose', () => {
  const world = rendered(1);
  expect(called(world, 'sidebarStart').value).not.toBeNull();
});
