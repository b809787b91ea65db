import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leavingOut, leftOutWords } from '../../../src/core/jobs/left-out.ts';
import { planRun, type RunPlan } from '../../../src/core/jobs/run.ts';
import { type SheetSettings, USUAL_SETTINGS } from '../../../src/core/settings/sheet-settings.ts';
import { readTable, type Table } from '../../../src/core/sheet/table.ts';
import { FALSE_WORDS, TRUE_WORDS } from '../../../src/core/translated-values.ts';

function table(column: string, cells: readonly string[], settings: Partial<SheetSettings> = {}): Table {
  const lines = cells.map((cell) => ['Hello!', 'Anna', cell]);
  return readTable([['script', 'avatar_id', column], ...lines], 1, [], new Set(), {
    ...USUAL_SETTINGS,
    ...settings,
  });
}

function plan(column: string, cells: readonly string[], settings: Partial<SheetSettings> = {}): RunPlan {
  const rows = cells.map((_, at) => at + 2);
  return planRun({
    table: table(column, cells, settings),
    rows,
    history: new Map(),
    defaults: {},
    tab: 7,
  });
}

function ready(column: string, cells: readonly string[], settings: Partial<SheetSettings> = {}): number[] {
  return plan(column, cells, settings).ready.map(({ row }) => row);
}

function refusal(column: string, onlyWhere: string): string {
  const rule = leavingOut(table(column, ['x'], { onlyWhere }));
  return rule.ok ? '' : rule.failure;
}

describe('with a column “approved”', () => {
  const YES = [
    'yes',
    'TRUE',
    'WAHR',
    'ja',
    'Oui',
    ' Sí ',
    'x',
    'X',
    '✓',
    '✔️',
    'да',
    'はい',
    'OK',
    'Approved',
    '1',
  ];

  test.each([...YES, ...TRUE_WORDS])('%j is a yes', (cell) => expect(ready('approved', [cell])).toEqual([2]));

  const NO = ['', ' ', 'no', 'nein', 'non', '0', 'FALSCH', 'pending', 'rejected', '✗', 'not yet', '#N/A'];

  test.each([...NO, 'Loading...', 'yes?', 'not approved', 'unapproved', 'ya', '2', ...FALSE_WORDS])(
    '%j is none',
    (cell) => expect(ready('Approved', [cell])).toEqual([]),
  );

  test('only what says yes is rendered, whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.string().map((text) => `?${text}`),
      fc.constantFrom(...YES),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), (cells) => {
        const approved = cells.flatMap((text, at) => (text.startsWith('?') ? [] : [at + 2]));
        expect(ready('approved', cells)).toEqual(approved);
      }),
    );
  });

  test('rows that wait are counted, and what is unclear is said', () => {
    expect(leftOutWords(plan('approved', ['yes', '', 'perhaps', 'no', 'hm']).leftOut)).toEqual([
      '2 rows waiting for approval: “approved” does not say yes (rows 3 and 5)',
      '2 rows waiting for approval: “approved” says neither yes nor no, such as “perhaps” (rows 4 and 6)',
    ]);
  });

  test('a user’s own “Approved” that holds something else is asked about, and steers nothing when ignored', () => {
    const dates = ['2026-01-03', '2026-02-04', ''];
    expect(table('Approved', dates).asked).toMatchObject([{ name: 'approved', example: '2026-01-03' }]);
    expect(table('Approved', ['TRUE', 'FALSE', '']).asked).toEqual([]);
    expect(table('approved', dates).asked).toEqual([]);
    const ignored = { columnUses: { approved: 'ignore' as const } };
    expect(table('Approved', dates, ignored).asked).toEqual([]);
    expect(ready('Approved', dates, ignored)).toEqual([2, 3, 4]);
    expect(ready('Approved', dates, { columnUses: { approved: 'use' as const } })).toEqual([]);
  });
});

describe('with “Only rows where”', () => {
  test.each([
    ['consent = yes', ['yes', 'YES ', 'no', '', '#N/A'], [2, 3]],
    ['Consent != draft', ['open', 'Draft', '', '#N/A'], [2, 4]],
    ['consent is empty', ['', 'x'], [2]],
    ['consent is not empty', ['', 'x', 'Loading...'], [3]],
    ['consent contains pro', ['Pro plan', 'basic'], [2]],
  ])('“%s” of %j renders rows %j', (onlyWhere, cells, rows) => {
    expect(ready('consent', cells, { onlyWhere })).toEqual(rows);
  });

  test('a word that counts as empty is empty', () => {
    expect(ready('consent', ['n/a', 'x'], { onlyWhere: 'consent is empty', emptyWords: ['n/a'] })).toEqual([
      2,
    ]);
  });

  test('rows that it leaves out are named with the condition, and unreadable ones with their cell', () => {
    const { leftOut } = plan('consent', ['no', '#REF!'], { onlyWhere: 'consent = yes' });
    expect(leftOutWords(leftOut)).toEqual([
      '1 row left out by the setting “Only rows where consent = yes” (row 2)',
      '1 row left out, because “consent” has no value: its cell says #REF! (row 3)',
    ]);
  });

  test.each([
    ['consnt = yes', 'has no column “consnt”. Do you mean “consent”?'],
    ['status = Done', 'Reelmerge writes the column “status” itself'],
    ['consent', 'no condition that Reelmerge understands'],
    ['consent > 5', 'no condition that Reelmerge understands'],
    ['script = a or consent = b', 'no condition that Reelmerge understands'],
  ])('“%s” renders nothing and says why', (onlyWhere, why) => {
    expect(refusal('consent', onlyWhere)).toContain(why);
    expect(ready('consent', ['yes'], { onlyWhere })).toEqual([]);
  });

  test('two columns of that name, or two named approved, render nothing', () => {
    const lines = [
      ['script', 'avatar_id', 'approved', 'Approved', 'consent', 'Consent'],
      ['Hello!', 'Anna', 'yes', 'no', 'yes', 'no'],
    ];
    expect(leavingOut(readTable(lines))).toMatchObject({ ok: false });
    const settings = {
      ...USUAL_SETTINGS,
      onlyWhere: 'consent = yes',
      columnUses: { approved: 'ignore' as const },
    };
    expect(leavingOut(readTable(lines, 1, [], new Set(), settings))).toMatchObject({ ok: false });
  });
});
