import { expect, test } from 'vitest';
import { unknownField } from '../../../src/core/merge/field-issue.ts';
import { readTable } from '../../../src/core/sheet/table.ts';

/** A sheet with many columns whose rows all name the same unknown field. */
function sheet(rows: number): string[][] {
  const headers = ['script', 'avatar_id', ...Array.from({ length: 1_000 }, (_, at) => `column ${at}`)];
  return [headers, ...Array.from({ length: rows }, () => ['Hello <<colum 7>>!', 'Anna'])];
}

test('the header that an unknown field was meant to be is looked for once, and not once a row', () => {
  const table = readTable(sheet(3));
  const issue = unknownField('colum 7', 'script', table);
  expect(issue.message).toContain('Did you mean <<column 7>>?');
  expect(unknownField('colum 7', 'script', table)).toBe(issue);
});

test('in another column, and in another sheet, it is another issue', () => {
  const table = readTable(sheet(1));
  const issue = unknownField('colum 7', 'script', table);
  expect(unknownField('colum 7', 'title', table).column).toBe('title');
  expect(unknownField('colum 7', 'script', readTable([['colum 70']])).message).toContain('<<colum 70>>');
  expect(issue.column).toBe('script');
});
