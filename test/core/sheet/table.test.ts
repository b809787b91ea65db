import { describe, expect, test } from 'vitest';
import { columnLetters } from '../../../src/core/sheet/header-row.ts';
import { cellOf, readTable } from '../../../src/core/sheet/table.ts';

const messages = (issues: readonly { readonly message: string }[]) => issues.map(({ message }) => message);

describe('columns are found by name', () => {
  const table = readTable([
    ['Company', 'VIDEO URL', 'Avatar ID', ' Script '],
    ['Lumen', '', 'anna', 'Hello'],
  ]);

  test('whatever their order, case, spaces and underscores', () => {
    expect(table.columnOf('script')).toBe(3);
    expect(table.columnOf('avatar_id')).toBe(2);
    expect(table.columnOf('video_url')).toBe(1);
    expect(table.columnOf('voice_id')).toBe(-1);
  });

  test('every column but the written ones is a merge field', () => {
    expect(table.fieldOf('company')).toEqual({ kind: 'column', index: 0 });
    expect(table.fieldOf('AVATAR id')).toEqual({ kind: 'column', index: 2 });
    expect(table.fieldOf('video_url')).toEqual({ kind: 'output' });
    expect(table.fieldOf('status')).toEqual({ kind: 'output' });
    expect(table.fieldOf('city')).toEqual({ kind: 'unknown' });
    expect(table.fieldOf('')).toEqual({ kind: 'unknown' });
    expect(table.fieldOf('constructor')).toEqual({ kind: 'unknown' });
  });

  test('the written columns that are not there are named', () => {
    expect(table.missingOutputs).toEqual(['status', 'problem', 'video_page', 'thumbnail', 'seconds', 'job']);
  });

  test('a cell past the end of its row, or in a column that is not there, is empty', () => {
    const [row] = readTable([['script', 'city'], ['Hi']]).rows;
    expect(row && cellOf(row, 1)).toBe('');
    expect(row && cellOf(row, -1)).toBe('');
  });
});

describe('rows', () => {
  test('keep the number they have in the sheet', () => {
    const grid = [['script'], ['a'], [''], ['b']];
    expect(readTable(grid).rows.map((row) => row.number)).toEqual([2, 3, 4]);
    expect(readTable(grid, 5).rows.map((row) => row.number)).toEqual([6, 7, 8]);
  });

  test('are blank when nothing is in them but what Reelmerge wrote and unticked boxes', () => {
    const { rows } = readTable([
      ['script', 'status', 'invited', 'job'],
      ['', 'Done', 'FALSE', 'j1'],
      [' ', '', '\u200b\u00a0', '\u3164'],
      ['', '', 'TRUE', ''],
      ['Hi', '', '', ''],
    ]);
    expect(rows.map((row) => row.blank)).toEqual([true, true, false, false]);
  });
});

describe('a broken header row is told plainly', () => {
  test('a column of Reelmerge that is there twice', () => {
    const { issues } = readTable([['script', 'Name', 'SCRIPT', 'job', 'Job ']]);
    expect(messages(issues)).toEqual([
      'The columns A and C are both named "script". Rename or delete all but one of them.',
      'The columns D and E are both named "job". Rename or delete all but one of them.',
    ]);
  });

  test('another column that is there twice stops nothing until a row asks for it', () => {
    const table = readTable([['script', 'City', 'city']]);
    expect(table.issues).toEqual([]);
    expect(table.fieldOf('CITY')).toEqual({ kind: 'repeated', indexes: [1, 2] });
  });

  test.each([
    ['nothing at all', [] as string[][]],
    ['an empty sheet', [['']]],
    [
      'an empty first row',
      [
        ['', ''],
        ['Ana', 'Lyon'],
      ],
    ],
  ])('%s', (_what, grid) => {
    expect(messages(readTable(grid).issues)).toEqual([
      'Row 1 must hold the column names, but it is empty. Insert a row at the top and name the columns, or choose "Set up this sheet" in an empty sheet.',
    ]);
  });

  test.each([
    ['Ana', 'ana@example.com'],
    ['Ana', 'https://example.com/ana.jpg'],
    ['Ana', 'Hello <<first_name>>!'],
    ['Ana', '#REF!'],
    ['Ana', 'Dear Ana, '.repeat(12)],
  ])('a first row that is data: %s, %s', (...cells) => {
    expect(messages(readTable([cells]).issues)[0]).toMatch(
      /^Row 1 must hold the column names, but it seems to hold data/u,
    );
  });

  test.each([
    [
      'that asks',
      `${'What would you like us to know about you '.repeat(3)}? (optional)`,
      'A story. '.repeat(20),
    ],
    [
      'above short answers',
      'Please describe in your own words how you have heard of us. '.repeat(3),
      'Radio',
    ],
    [
      'that nobody has answered',
      'Anything else that we should know before we begin to work on it. '.repeat(3),
      '',
    ],
  ])('a long header of a form, one %s, is a header', (_what, header, answer) => {
    const grid = [
      ['Timestamp', header],
      ['1', answer],
    ];
    expect(readTable(grid).issues).toEqual([]);
  });

  test('a header row further down', () => {
    const grid = [['Outreach 2026'], [''], ['first_name', 'Script']];
    expect(messages(readTable(grid).issues)).toEqual([
      'Row 1 must hold the column names, but they seem to be in row 3. Delete the rows above it.',
    ]);
  });

  test('a sheet of merge fields alone is fine: script and avatar may be set for the whole sheet', () => {
    expect(
      readTable([
        ['first_name', 'company'],
        ['Ana', 'Lumen'],
      ]).issues,
    ).toEqual([]);
  });

  test('a data cell that reads like a header is no header row when row 1 has one', () => {
    expect(
      readTable([
        ['title', 'kind'],
        ['Hamlet', 'script'],
      ]).issues,
    ).toEqual([]);
  });
});

describe('what stops nothing is told as a notice', () => {
  test('a header with spaces around it, and values under no header', () => {
    const table = readTable([
      ['script ', '', 'city'],
      ['Hi', 'lost', 'Lyon', 'beyond'],
    ]);
    expect(table.issues).toEqual([]);
    expect(table.columnOf('script')).toBe(0);
    expect(table.notices.map(({ code }) => code)).toEqual(['header_spaces', 'header_blank', 'header_blank']);
    expect(messages(table.notices)[1]).toBe(
      'Column B has values but no name. To merge it, write a name in its header cell.',
    );
    expect(messages(table.notices)[2]).toMatch(/^Column D /u);
  });
});

test('columns are called as the sheet calls them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
