import { describe, expect, it } from 'vitest';
import { STATUS_COLOURS } from '../../src/core/jobs/status-colours.ts';
import { OUTPUT_COLUMNS } from '../../src/core/output-columns.ts';
import type { FormatRule } from '../../src/emulator/spreadsheet/format-rule.ts';
import { breachesAtTheEnd, ownCells } from './laws.ts';
import { MINUTE, people, World } from './world.ts';

const OUTPUTS = OUTPUT_COLUMNS.map(({ name }) => name);

/** A sheet of people in front of a user who is connected; nothing is rendered yet. */
function ready(rows: readonly (readonly string[])[]): World {
  const world = new World({ renderMs: [20_000, 60_000] });
  world.prepare(rows);
  return world;
}

function paidNames(world: World): string[] {
  return world.simulator.paidVideos().map(({ script }) => /^Hello (\w+),/.exec(script)?.[1] ?? script);
}

/** The rules of conditional formatting. */
function formatRules(world: World): readonly FormatRule[] {
  return Object(world.emulator.snapshot()).services.sheets.sheets[0].formatRules ?? [];
}

/** The question of the last Render, '' when none was asked. */
function question(world: World): string {
  const asked = world.emulator.ui.dialogs().filter(({ buttons }) => buttons === 'YES_NO');
  return asked[asked.length - 1]?.message ?? '';
}

describe('Set up this sheet', () => {
  it('gives an empty sheet headers with notes and three example rows', () => {
    const world = new World();
    world.menu('setUpThisSheet');
    const [headers = [], ...rows] = world.hands.displayValues(world.sheet);
    expect(headers).toEqual(expect.arrayContaining(['first_name', 'script', 'avatar_id', ...OUTPUTS]));
    headers.forEach((_, at) => {
      expect(world.hands.cell(world.sheet, 1, at + 1).note).not.toBe('');
    });
    expect(rows).toHaveLength(3);
    expect(rows[0]?.[headers.indexOf('aspect_ratio')]).toBe('16:9');
  });

  it('colours the statuses once, behind the user’s own rules, and not where she removed the colours', () => {
    const world = ready(people(2));
    world.hands.colourCells(world.sheet, 'A1:Z9', 'Done', '#00ff00');
    world.menu('setUpThisSheet');
    expect(world.told()).toContain('Statuses are coloured by rules of conditional formatting');
    const once = formatRules(world);
    const column = (world.hands.displayValues(world.sheet)[0] ?? []).indexOf('status') + 1;
    expect(once[0]).toMatchObject({ background: '#00ff00', rects: [{ row: 1, column: 1 }] });
    expect(once.slice(1).map(({ values: [word] }) => word)).toEqual(STATUS_COLOURS.map(({ word }) => word));
    expect(once[1]?.rects).toEqual([{ row: 2, column, rows: 999, columns: 1 }]);
    world.menu('setUpThisSheet');
    expect(formatRules(world)).toEqual(once);
    world.hands.clearColours(world.sheet);
    world.selectAll();
    world.menu('renderSelectedRows');
    world.follow();
    expect(formatRules(world)).toEqual([]);
  });

  it('says that a protection keeps it from colouring, and sets up the rest', () => {
    const world = ready([['first_name', 'script', 'avatar_id', ...OUTPUTS]]);
    world.hands.protect(world.sheet, 'D2:D5');
    world.menu('setUpThisSheet');
    expect(world.told()).toMatch(/Added behind your columns: .*The statuses were not coloured: .+/s);
    expect(world.hands.displayValues(world.sheet)[0]).toContain('aspect_ratio');
    expect(formatRules(world)).toEqual([]);
  });

  it('renders its example rows once an avatar is chosen', () => {
    const world = new World();
    world.menu('setUpThisSheet');
    world.menu('setHeyGenKey');
    const column = (world.hands.displayValues(world.sheet)[0] ?? []).indexOf('avatar_id') + 1;
    for (const row of [2, 3, 4]) world.hands.type(world.sheet, row, column, 'Anna_Office_Front_public');
    world.hands.select(world.sheet, ['A:Z']);
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
  });

  it('adds to a used sheet what it lacks, behind everything, and changes nothing', () => {
    const world = ready([...people(2).map((row, at) => [...row, at === 0 ? '' : `beside ${at}`])]);
    const before = ownCells(world);
    world.menu('setUpThisSheet');
    expect(ownCells(world)).toEqual(expect.arrayContaining(before));
    const [headers = []] = world.hands.displayValues(world.sheet);
    expect(headers.slice(0, 4)).toEqual(['first_name', 'script', 'avatar_id', '']);
    expect(headers).toEqual(expect.arrayContaining(['voice_id', ...OUTPUTS]));
    const once = world.hands.displayValues(world.sheet);
    world.menu('setUpThisSheet');
    expect(world.hands.displayValues(world.sheet)).toEqual(once);
  });
});

describe('a sheet that cannot be rendered is told so, and nothing of it is touched', () => {
  const named = (headers: readonly string[]): string[][] => [[...headers], ...people(2).slice(1)];

  it.each<[string, string[][], RegExp]>([
    ['two script columns', named(['script', 'Script', 'avatar_id']), /both named/],
    ['no header row', people(3).slice(1), /must hold the column names/],
    ['headers further down', [['My list', '', ''], ...people(2)], /row 2/],
  ])('%s', (_, rows, words) => {
    const world = ready(rows);
    const before = world.hands.displayValues(world.sheet);
    world.menu('renderSelectedRows');
    expect(world.told()).toMatch(words);
    expect(world.hands.displayValues(world.sheet)).toEqual(before);
    expect(world.posts()).toEqual([]);
  });

  it('a No spends nothing and leaves no trace but blocked rows’ reasons', () => {
    const world = ready(people(2));
    world.answer = ({ buttons }) => ({ button: buttons === 'YES_NO' ? 'NO' : 'OK' });
    const before = world.hands.displayValues(world.sheet);
    world.menu('renderSelectedRows');
    expect(world.posts()).toEqual([]);
    expect(world.hands.displayValues(world.sheet)).toEqual(before);
  });

  it('a row with a mistake is blocked with its reason, and the others are rendered', () => {
    const rows = people(3);
    rows[2] = ['', 'Hello <<first_name>>, this one is for you.', 'Anna_Office_Front_public'];
    const world = ready(rows);
    world.menu('renderSelectedRows');
    expect(question(world)).toContain('2 videos');
    expect(question(world)).toContain('1 row blocked');
    world.wait(20 * MINUTE);
    expect(world.statuses()).toEqual(['Done', 'Blocked', 'Done']);
    expect(world.rows()[1]?.problem).toContain('first_name');
  });
});

describe('which rows are rendered', () => {
  it.each<[string, string[], string[]]>([
    ['several ranges', ['A2:A2', 'B4:C4'], ['Person1', 'Person3']],
    ['overlapping ranges', ['A2:B3', 'B3:C4', 'A2:A2'], ['Person1', 'Person2', 'Person3']],
    ['whole columns', ['A:A'], ['Person1', 'Person2', 'Person3', 'Person4']],
    ['past the data', ['B4:C900'], ['Person3', 'Person4']],
    ['with the header', ['A1:C2'], ['Person1']],
  ])('the selected ones: %s', (_, ranges, names) => {
    const world = ready(people(4));
    world.hands.select(world.sheet, ranges);
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    expect(paidNames(world).sort()).toEqual(names);
  });

  it('none when nothing is selected, or the header alone', () => {
    const world = ready(people(2));
    world.hands.clearSelection();
    world.menu('renderSelectedRows');
    world.hands.select(world.sheet, ['A1:C1']);
    world.menu('renderSelectedRows');
    expect(world.posts()).toEqual([]);
    expect(world.told()).toContain('No rows are selected');
  });

  it('not the hidden and the filtered ones, of which the question tells', () => {
    const world = ready(people(4));
    world.hands.hideRows(world.sheet, 2, 1);
    world.hands.setFilter(world.sheet, 'A1:C5', 1, ['Person3']);
    world.menu('renderSelectedRows');
    expect(question(world)).toContain('2 rows hidden or filtered out');
    world.wait(30 * MINUTE);
    expect(paidNames(world).sort()).toEqual(['Person2', 'Person4']);
  });

  it('not those that are done or under way', () => {
    const world = ready(people(3));
    world.hands.select(world.sheet, ['A2:C3']);
    world.menu('renderSelectedRows');
    world.selectAll();
    world.menu('renderSelectedRows');
    expect(question(world)).toContain('2 rows under way');
    world.wait(30 * MINUTE);
    world.selectAll();
    world.menu('renderSelectedRows');
    expect(world.told()).toContain('3 rows done already');
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('the user’s selection outlives the first Render, which makes the ledger', () => {
    const world = ready(people(2));
    world.menu('renderSelectedRows');
    world.menu('renderSelectedRows');
    expect(world.told()).toContain('2 rows under way');
    expect(world.hands.sheets().map(({ active, hidden }) => [active, hidden])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

describe('a copy of a row', () => {
  it('shows the video too, and once its text is another and it is rendered has a job of its own', () => {
    const world = ready(people(2));
    world.menu('renderSelectedRows');
    world.wait(20 * MINUTE);
    world.hands.duplicateRow(world.sheet, 2);
    expect(world.rows()[1]?.video_url).toBe(world.rows()[0]?.video_url);
    world.hands.type(world.sheet, 3, 1, 'Zoe');
    world.hands.select(world.sheet, ['A2:Z4']);
    world.menu('renderSelectedRows');
    expect(question(world)).toContain('1 video will be made');
    world.wait(20 * MINUTE);
    expect(world.rows()[1]?.job).not.toBe(world.rows()[0]?.job);
    expect(breachesAtTheEnd(world)).toEqual([]);
    expect(paidNames(world).sort()).toEqual(['Person1', 'Person2', 'Zoe']);
  });

  it('made while its video renders, and edited, does not get the video of the other', () => {
    const world = ready(people(2));
    world.menu('renderSelectedRows');
    world.hands.duplicateRow(world.sheet, 2);
    world.hands.type(world.sheet, 3, 1, 'Zoe');
    world.wait(20 * MINUTE);
    expect(world.rows()[1]?.video_url).toBe('');
    expect(world.rows()[0]?.video_url).not.toBe('');
  });

  it('an edited row keeps the video of its earlier text, and says that it is another one’s', () => {
    const world = ready(people(2));
    world.menu('renderSelectedRows');
    world.hands.type(world.sheet, 2, 1, 'Zoe');
    world.wait(20 * MINUTE);
    const [first] = world.rows();
    expect(first).toMatchObject({ status: 'Changed' });
    expect(first?.problem).toContain('still says: “Hello Person1');
    expect(world.ledger().find(({ job }) => job === first?.job)?.video_url).toContain('https://');
    world.hands.type(world.sheet, 2, 1, 'Person1');
    world.menu('checkForFinishedVideos');
    expect(breachesAtTheEnd(world)).toEqual([]);
  });
});
