import { describe, expect, it } from 'vitest';
import { breachesAtTheEnd } from './laws.ts';
import { called, renderedByPage } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

/** People with one more column. */
function withColumn(header: string, cells: readonly string[]): string[][] {
  return people(cells.length).map((row, at) => [...row, at === 0 ? header : (cells[at - 1] ?? '')]);
}

function worldWith(header: string, cells: readonly string[]): World {
  const world = new World({ renderMs: [20_000, 60_000] });
  world.prepare(withColumn(header, cells));
  return world;
}

const WAITING = '2 rows waiting for approval: “approved” does not say yes (rows 3 and 4)';

describe('with a column “approved”', () => {
  it('only rows that say yes are made; the others are told everywhere, and made once they are approved', () => {
    const world = worldWith('approved', ['ja', '', 'no', 'TRUE']);
    expect(called(world, 'sidebarPlan').value).toMatchObject({ videos: 2, leftOut: [WAITING] });
    expect(called(world, 'sidebarCheck').value).toMatchObject({ rows: 2, ready: 2, leftOut: [WAITING] });
    const texts = called(world, 'sidebarTexts').value;
    expect(texts.map(({ row, state }) => [row, state])).toEqual([
      [2, 'ready'],
      [3, 'left out'],
      [4, 'left out'],
      [5, 'ready'],
    ]);
    world.menu('checkSelectedRows');
    expect(world.told()).toContain(WAITING);
    world.menu('renderSelectedRows');
    const question = world.emulator.ui.dialogs().find(({ title }) => title === 'Render 2 videos?');
    expect(question?.message).toContain(WAITING);
    world.wait(20 * MINUTE);
    expect(world.statuses()).toEqual(['Done', '', '', 'Done']);
    world.hands.type(world.sheet, 3, 4, 'yes');
    // An approval that is taken back leaves a finished video where it is.
    world.hands.type(world.sheet, 2, 4, 'no');
    world.selectAll();
    world.menu('renderSelectedRows');
    world.wait(20 * MINUTE);
    expect(world.statuses()).toEqual(['Done', 'Done', '', 'Done']);
    expect(world.simulator.paidVideos()).toHaveLength(3);
    expect(breachesAtTheEnd(world)).toEqual(['Person3 is blank at the end: ']);
  });

  it('nothing is sent when an approval is taken back while the question is open', () => {
    const world = worldWith('approved', ['yes', 'yes']);
    const usual = world.answer;
    world.answer = (dialog) => {
      if (dialog.title.startsWith('Render')) world.hands.type(world.sheet, 2, 4, 'no');
      return usual(dialog);
    };
    world.menu('renderSelectedRows');
    expect(world.told()).toContain('Nothing was sent');
    expect(world.posts()).toEqual([]);
  });

  it('rows under way go on when their approval is taken back', () => {
    const world = worldWith('approved', ['yes', 'yes']);
    renderedByPage(world);
    world.hands.type(world.sheet, 2, 4, 'no');
    world.wait(20 * MINUTE);
    expect(world.statuses()).toEqual(['Done', 'Done']);
  });

  it('a sample is drawn from approved rows', () => {
    const world = worldWith('approved', ['no', 'yes', 'yes', '']);
    const { sample } = called(world, 'sidebarPlan').value;
    expect(sample?.rows.every(({ row }) => row === 3 || row === 4)).toBe(true);
    world.menu('renderSampleFirst');
    const question = world.emulator.ui.dialogs().find(({ title }) => title.startsWith('Render a sample'));
    expect(question?.message).toContain('2 rows waiting for approval');
  });

  it('when nobody has approved anything, that is what is said', () => {
    const world = worldWith('approved', ['', '']);
    world.menu('renderSelectedRows');
    expect(world.told()).toContain('Nothing to render.');
    expect(world.told()).toContain('2 rows waiting for approval');
    expect(world.posts()).toEqual([]);
  });

  it('an “Approved” that holds dates is asked about, once', () => {
    const world = worldWith('Approved', ['2026-01-03', '2026-02-01']);
    const title = 'Use “Approved” as the approval without which a row is not rendered?';
    const usual = world.answer;
    world.answer = (dialog) => (dialog.title === title ? { button: 'NO' } : usual(dialog));
    world.menu('renderSelectedRows');
    world.wait(20 * MINUTE);
    expect(world.statuses()).toEqual(['Done', 'Done']);
    expect(world.emulator.ui.dialogs().filter((dialog) => dialog.title === title)).toHaveLength(1);
  });
});

describe('with the setting “Only rows where”', () => {
  it('other rows are left out and named with the condition', () => {
    const world = worldWith('status of order', ['paid', 'Draft', 'sent']);
    called(world, 'sidebarSheetSettings', { onlyWhere: 'status of order != draft' }, world.sheet);
    world.menu('renderSelectedRows');
    const question = world.emulator.ui.dialogs().find(({ title }) => title === 'Render 2 videos?');
    expect(question?.message).toContain(
      '1 row left out by the setting “Only rows where status of order != draft” (row 3)',
    );
    world.wait(20 * MINUTE);
    expect(world.statuses()).toEqual(['Done', '', 'Done']);
  });

  it('a column that is not there renders nothing and says what to do, in the menu and in the sidebar', () => {
    const world = worldWith('consent', ['yes']);
    called(world, 'sidebarSheetSettings', { onlyWhere: 'consnt = yes' }, world.sheet);
    const words = 'the sheet has no column “consnt”. Do you mean “consent”?';
    expect(called(world, 'sidebarPlan').value.obstacle).toContain(words);
    world.menu('renderSelectedRows');
    expect(world.told()).toContain(words);
    expect(world.posts()).toEqual([]);
    called(world, 'sidebarSheetSettings', { onlyWhere: 'consent = yes' }, world.sheet);
    expect(called(world, 'sidebarPlan').value).toMatchObject({ videos: 1, obstacle: '', leftOut: [] });
  });
});
