import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTPUT_COLUMNS } from '../../src/core/output-columns.ts';
import type { DialogAnswer } from '../../src/emulator/services/ui-service.ts';
import { called, renderedByPage, usedByPage } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

/** People with columns of their own behind: each header with its values from above. */
function withColumns(columns: Readonly<Record<string, readonly string[]>>, rows = 2): string[][] {
  return people(rows).map((row, at) => [
    ...row,
    ...Object.entries(columns).map(([header, values]) => (at === 0 ? header : (values[at - 1] ?? ''))),
  ]);
}

function ready(rows: readonly (readonly string[])[]): World {
  const world = new World({ renderMs: [20_000, 60_000] });
  world.prepare(rows);
  return world;
}

/** The user's own part of the sheet: as many columns as the rows had. */
function part(world: World, rows: readonly (readonly string[])[]): string[][] {
  const width = rows[0]?.length ?? 0;
  return world.hands
    .displayValues(world.sheet)
    .slice(0, rows.length)
    .map((row) => row.slice(0, width));
}

function headers(world: World): readonly string[] {
  return world.hands.displayValues(world.sheet)[0] ?? [];
}

function titles(world: World): string[] {
  return world.emulator.ui.dialogs().map(({ title }) => title);
}

/** Answers questions with these titles, and all others with Yes. */
function answering(world: World, answers: Readonly<Record<string, DialogAnswer['button']>>): void {
  const usual = world.answer;
  world.answer = (dialog) => {
    const button = dialog.buttons === 'YES_NO' ? answers[dialog.title] : undefined;
    return button === undefined ? usual(dialog) : { button };
  };
}

const OTHER = 'Other names for Reelmerge’s columns?';
const IMAGE = 'Use “Image” as the picture that speaks?';
const TITLE = 'Use “Title” as the name of the video in HeyGen?';

const LEADS = { Status: ['Lead', 'Won'], Job: ['Baker', ''], problem: ['late', 'late'] };

describe('columns of the user that are named like ours', () => {
  it('do not stop the sheet: ours get other names, and the user’s stay as they are', () => {
    const rows = withColumns(LEADS);
    const world = ready(rows);
    world.menu('renderSelectedRows');
    world.wait(20 * MINUTE);
    expect(titles(world)).toContain(OTHER);
    expect(part(world, rows)).toEqual(rows);
    expect(world.rows().map((row) => row['Video status'])).toEqual(['Done', 'Done']);
    expect(world.simulator.paidVideos()).toHaveLength(2);
    // Each row still knows its video: nothing is asked or paid a second time.
    const asked = titles(world).length;
    world.selectAll();
    world.menu('renderSelectedRows');
    expect(world.told()).toContain('2 rows done already');
    expect(titles(world).slice(asked)).not.toContain(OTHER);
    expect(world.simulator.paidVideos()).toHaveLength(2);
  });

  it.each(['NO', 'CLOSE'] as const)('after a %s nothing is sent and nothing is changed', (button) => {
    const rows = withColumns(LEADS);
    const world = ready(rows);
    answering(world, { [OTHER]: button });
    world.menu('renderSelectedRows');
    expect(world.hands.displayValues(world.sheet)).toEqual(rows);
    expect(world.posts()).toEqual([]);
  });

  it('a column “Status” that says Done in every row is the user’s all the same', () => {
    const rows = withColumns({ Status: ['Done', 'Done'] });
    const world = ready(rows);
    world.menu('renderSelectedRows');
    world.wait(20 * MINUTE);
    expect(part(world, rows)).toEqual(rows);
  });

  it('are left out by “Set up this sheet”, which adds ours under other names, once', () => {
    const rows = withColumns(LEADS);
    const world = ready(rows);
    world.menu('setUpThisSheet');
    expect(headers(world)).toEqual(
      expect.arrayContaining(['Video status', 'Video job', 'Video problem', 'seconds']),
    );
    const once = world.hands.displayValues(world.sheet);
    world.menu('setUpThisSheet');
    expect(world.hands.displayValues(world.sheet)).toEqual(once);
    expect(part(world, rows)).toEqual(rows);
  });

  it('the sidebar offers the same, and then renders', () => {
    const rows = withColumns(LEADS);
    const world = ready(rows);
    const { open, videos } = called(world, 'sidebarPlan').value;
    expect(videos).toBe(0);
    expect(open?.others?.headers).toEqual({
      status: 'Video status',
      problem: 'Video problem',
      job: 'Video job',
    });
    called(world, 'sidebarSheetSettings', { columnHeaders: open?.others?.headers ?? {} }, world.sheet);
    expect(called(world, 'sidebarPlan').value).toMatchObject({ videos: 2, open: null, obstacle: '' });
    expect(called(world, 'sidebarRow', 0).value.fields).toEqual(expect.arrayContaining(['Status', 'Job']));
    renderedByPage(world);
    world.wait(20 * MINUTE);
    expect(part(world, rows)).toEqual(rows);
    expect(world.rows().map((row) => row['Video status'])).toEqual(['Done', 'Done']);
  });

  it('rows keep their videos: our columns get no other names once a row is linked', () => {
    const world = ready(people(1));
    world.menu('renderSelectedRows');
    expect(() =>
      called(world, 'sidebarSheetSettings', { columnHeaders: { job: 'Video job' } }, world.sheet),
    ).toThrow('linked to their videos already');
  });

  it('a sheet whose settings are lost is read by the notes on its headers', () => {
    const rows = withColumns(LEADS);
    const world = ready(rows);
    world.menu('renderSelectedRows');
    world.wait(20 * MINUTE);
    const copy = world.hands.duplicateSheet(world.sheet);
    world.hands.select(copy, ['A2:Z3']);
    expect(called(world, 'sidebarPlan').value).toMatchObject({ videos: 0, open: null, obstacle: '' });
    world.menu('renderSelectedRows');
    world.wait(20 * MINUTE);
    expect(world.simulator.paidVideos()).toHaveLength(2);
    expect(world.hands.displayValues(copy).map((row) => row.slice(0, rows[0]?.length))).toEqual(rows);
  });

  it('nothing of the user’s is overwritten, whatever stands in which of our columns', {
    timeout: 60_000,
  }, () => {
    const names = OUTPUT_COLUMNS.flatMap(({ name }) => [name, name.toUpperCase(), `Video ${name}`]);
    const value = fc.constantFrom('', 'Done', 'Failed', 'Lead', '12', 'https://a.example/x.mp4', 'n/a');
    const columns = fc
      .uniqueArray(fc.constantFrom(...names), { selector: (name) => name.toUpperCase(), maxLength: 4 })
      .chain((chosen) =>
        fc.tuple(...chosen.map((name) => fc.tuple(fc.constant(name), fc.tuple(value, value)))),
      );
    fc.assert(
      fc.property(columns, fc.constantFrom('YES' as const, 'NO' as const), (chosen, button) => {
        // A word of ours under a header of ours, written exactly so, counts as an earlier result.
        fc.pre(
          chosen.every(
            ([name, [one, two]]) => name !== 'status' || ![one, two].some((each) => /Done|Failed/.test(each)),
          ),
        );
        const rows = withColumns(Object.fromEntries(chosen));
        const world = ready(rows);
        answering(world, { [OTHER]: button });
        world.menu('renderSelectedRows');
        world.wait(20 * MINUTE);
        const now = part(world, rows);
        rows.forEach((row, line) => {
          row.forEach((cell, column) => {
            if (cell !== '') expect(now[line]?.[column]).toBe(cell);
          });
        });
        expect(world.simulator.paidVideos().length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});

describe('a column that steers and was not made by Reelmerge', () => {
  const shop = { Image: ['https://shop.example.com/shoe.jpg', ''], Title: ['VP Sales', 'CEO'] };

  it('is asked about once, and an ignored one steers nothing and can be merged', () => {
    const rows = withColumns(shop).map((row, at) =>
      row.map((cell, column) => (at > 0 && column === 1 ? 'Hello <<first_name>>, <<Title>>.' : cell)),
    );
    const world = ready(rows);
    answering(world, { [IMAGE]: 'NO', [TITLE]: 'NO' });
    world.menu('renderSelectedRows');
    expect(titles(world).filter((title) => title === IMAGE || title === TITLE)).toHaveLength(2);
    world.wait(20 * MINUTE);
    expect(world.simulator.paidVideos().map(({ script }) => script)).toEqual([
      'Hello Person1, VP Sales.',
      'Hello Person2, CEO.',
    ]);
    world.selectAll();
    world.menu('renderSelectedRowsAgain');
    expect(titles(world).filter((title) => title === IMAGE || title === TITLE)).toHaveLength(2);
  });

  it('steers after a Yes, and Render says so', () => {
    const world = ready(withColumns({ Title: ['VP Sales', 'CEO'] }));
    world.menu('renderSelectedRows');
    const asked = world.emulator.ui.dialogs().find(({ title }) => title.startsWith('Render 2'));
    expect(asked?.message).toContain('Columns that steer: avatar_id, Title.');
    expect(world.ledger().map(({ status }) => status)).toHaveLength(2);
  });

  it('stops everything until it is answered: a closed question sends nothing and is asked again', () => {
    const world = ready(withColumns(shop));
    answering(world, { [IMAGE]: 'CLOSE' });
    world.menu('renderSelectedRows');
    world.menu('renderSelectedRows');
    expect(titles(world).filter((title) => title === IMAGE)).toHaveLength(2);
    expect(world.posts()).toEqual([]);
  });

  it('the sidebar asks too; an ignored name can still get a choice, in a column of its own', () => {
    const rows = withColumns({ Title: ['VP Sales', 'CEO'] });
    const world = ready(rows);
    const { open, videos } = called(world, 'sidebarPlan').value;
    expect([videos, open?.asked.map(({ purpose }) => purpose)]).toEqual([
      0,
      ['the name of the video in HeyGen'],
    ]);
    expect(called(world, 'sidebarRow', 0).value.open).toEqual(open);
    called(world, 'sidebarSheetSettings', { columnUses: { title: 'ignore' } }, world.sheet);
    expect(called(world, 'sidebarRow', 0).value.open).toBeNull();
    expect(called(world, 'sidebarPlan').value).toMatchObject({ videos: 2, steering: ['avatar_id'] });
    usedByPage(world, { title: 'Hello' });
    expect(part(world, rows)).toEqual(rows);
    expect(world.rows().map((row) => row['Video title'])).toEqual(['Hello', 'Hello']);
    expect(called(world, 'sidebarPlan').value.steering).toEqual(['avatar_id', 'Video title']);
  });
});
