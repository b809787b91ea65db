import { describe, expect, test } from 'vitest';
import { type Merged, mergeScriptTemplate } from '../../../src/core/merge/merge-script-template.ts';
import { parseScriptTemplate } from '../../../src/core/merge/script-template.ts';
import { readTable } from '../../../src/core/sheet/table.ts';

/** Merges a script with one row of the given cells. */
function merge(text: string, cells: Readonly<Record<string, string>>): Merged {
  const table = readTable([Object.keys(cells), Object.values(cells)]);
  const row = table.rows[0] ?? { number: 2, cells: [], blank: true };
  return mergeScriptTemplate(parseScriptTemplate(text), { row, table, into: 'script' });
}

function soleMessage(merged: Merged): string {
  expect(merged.issues).toHaveLength(1);
  return merged.issues[0]?.message ?? '';
}

describe('merging', () => {
  test('puts in the value of the column, whatever the case, spaces and underscores of its name', () => {
    const cells = { first_name: 'Ana', 'Company Name': 'Café «Lumen»' };
    expect(merge('Hi <<First Name>> of << company_name >>!', cells).text).toBe('Hi Ana of Café «Lumen»!');
  });

  test('takes the fallback when the cell is empty or looks empty, and only then', () => {
    expect(merge('Hi <<n|there>>!', { n: '' }).text).toBe('Hi there!');
    expect(merge('Hi <<n|there>>!', { n: ' \u00a0\u200b' }).text).toBe('Hi there!');
    expect(merge('Hi <<n|there>>!', { n: 'Ana' }).text).toBe('Hi Ana!');
    expect(merge('Hi<<n|>>!', { n: '' }).text).toBe('Hi!');
    expect(merge('<<n|a|b>>', { n: '' }).text).toBe('a|b');
    expect(merge('<<n|write \\<<x>>', { n: '' }).text).toBe('write <<x');
  });

  test('leaves an escaped << and single brackets as they are', () => {
    expect(merge('a \\<<n>> b < c > d >> e', { n: 'Ana' }).text).toBe('a <<n>> b < c > d >> e');
    expect(merge('\\\\<<n>>', { n: 'Ana' }).text).toBe('\\<<n>>');
    expect(merge('<<<n>>>', { n: 'Ana' }).text).toBe('<Ana>');
    expect(merge('\\<<<<n>>', { n: 'Ana' }).text).toBe('<<Ana');
  });

  test('tells which words came out of the row, and which of those the row itself holds', () => {
    const merged = merge('<<A>>, <<b|you>> and <<a>>', { a: 'Ana', b: '' });
    expect(merged.text).toBe('Ana, you and Ana');
    expect(merged.marks).toEqual([
      { start: 0, end: 3, field: 'a' },
      { start: 5, end: 8, field: 'b' },
      { start: 13, end: 16, field: 'a' },
    ]);
    expect(merged.used).toEqual(['Ana', 'Ana']);
  });
});

describe('what cannot be merged is told with what to do', () => {
  test('an empty cell without a fallback', () => {
    const merged = merge('Hi <<first_name>>', { 'First Name': '' });
    expect(soleMessage(merged)).toBe('<<first_name>> is empty. Fill the cell or write <<first_name|there>>.');
    expect(merged.issues[0]?.column).toBe('First Name');
    expect(merged.text).toBe('Hi <<first_name>>');
  });

  test.each(['frist_name', 'firstnam', 'First Names', 'first_nmae'])('a misspelt field: %s', (name) => {
    expect(soleMessage(merge(`<<${name}>>`, { first_name: 'Ana', company: 'Lumen' }))).toBe(
      `<<${name}>> matches no column. Did you mean <<first_name>>? Correct the name, or add a column named "${name}".`,
    );
  });

  test('a short name with two letters swapped', () => {
    expect(soleMessage(merge('<<ctiy>>', { cat: '', city: 'Lyon' }))).toMatch(/Did you mean <<city>>\?/u);
  });

  test('thousands of mistakes in one text are told as the first twenty', () => {
    const text = Array.from({ length: 3000 }, (_, index) => `<<x${index}>>`).join('');
    expect(merge(text, { n: 'Ana' }).issues).toHaveLength(20);
  });

  test('a field like no column, and never one that cannot be merged as a suggestion', () => {
    expect(soleMessage(merge('<<voucher>>', { first_name: 'Ana' }))).toBe(
      '<<voucher>> matches no column. Correct the name, or add a column named "voucher".',
    );
    expect(soleMessage(merge('<<statuss>>', { status: 'Done', a: '' }))).not.toMatch(/Did you mean/u);
  });

  test('a fallback does not excuse a column that is not there', () => {
    expect(merge('<<frist_name|there>>', { first_name: 'Ana' }).issues[0]?.code).toBe('field_unknown');
  });

  test.each(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#ERROR!'])(
    'a cell that shows %s, fallback or not',
    (error) => {
      for (const field of ['<<n>>', '<<n|there>>']) {
        expect(soleMessage(merge(field, { n: error }))).toBe(
          `The cell in the column "n" shows ${error}. Fix its formula, or type the value.`,
        );
      }
    },
  );

  test('a cell that is still loading', () => {
    expect(merge('<<n|x>>', { n: 'Loading...' }).issues[0]?.code).toBe('cell_loading');
  });

  test.each([
    [
      'Hi <<first_name',
      '"<<first_name" in the script has no >> at its end. Write >> after the column\'s name, or \\<< for a literal <<.',
    ],
    [
      'Hi <<n, bye <<n>>',
      '"<<n, bye" in the script has no >> at its end. Write >> after the column\'s name, or \\<< for a literal <<.',
    ],
    [
      'Hi <<<<n>>',
      '"<<" in the script has no >> at its end. Write >> after the column\'s name, or \\<< for a literal <<.',
    ],
    [
      'Hi <<',
      '"<<" in the script has no >> at its end. Write >> after the column\'s name, or \\<< for a literal <<.',
    ],
    [
      'Hi <<>>',
      "<<>> in the script names no column. Write a column's name in it, such as <<first_name>>, or \\<< for a literal <<.",
    ],
    [
      'Hi << |you>>',
      "<< |you>> in the script names no column. Write a column's name in it, such as <<first_name>>, or \\<< for a literal <<.",
    ],
    ['<<script>>', '<<script>> would put the script into itself. Use another column.'],
    [
      '<<Video URL>>',
      '<<Video URL>> is a column that Reelmerge writes, so it cannot be merged. Use a column of your own.',
    ],
  ])('%s', (text, message) => {
    expect(soleMessage(merge(text, { n: 'Ana', script: 'x' }))).toBe(message);
  });

  test('a name that two columns have', () => {
    const table = readTable([
      ['city', 'n', 'City'],
      ['Lyon', 'Ana', 'Paris'],
    ]);
    const row = table.rows[0] ?? { number: 2, cells: [], blank: true };
    expect(
      mergeScriptTemplate(parseScriptTemplate('<<CITY>>'), { row, table, into: 'title' }).issues,
    ).toEqual([
      {
        code: 'field_repeated',
        column: 'title',
        message: '<<CITY>> matches the columns A and C. Rename all but one of them.',
      },
    ]);
  });

  test('the same thing wrong twice is told once', () => {
    expect(merge('<<n>> <<N>> <<n>>', { n: '' }).issues).toHaveLength(1);
  });
});
