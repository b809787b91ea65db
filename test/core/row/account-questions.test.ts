import { expect, test } from 'vitest';
import { accountQuestions } from '../../../src/core/row/account-questions.ts';
import { readTable } from '../../../src/core/sheet/table.ts';

const table = readTable([
  ['script', 'avatar_id', 'engine', 'template_id'],
  ['Hi', 'anna', '', ''],
  ['Hi', 'ben, cem', 'avatar_v', ''],
  ['Hi', 'dora', '', 'welcome'],
  ['[ avatar : eva ] [ motion : waves ]\nHi\n---\n[avatar: <<look>>]\nHo', 'fred', '', ''],
  ['Hi', '#N/A', 'avatar_v', '#N/A'],
  ['Hi', 'anna', '', 'welcome'],
]);

test('HeyGen is asked only about looks that other cells of their row depend on, and about each template once', () => {
  expect(accountQuestions(table, table.rows, {}, false)).toEqual({
    templates: ['welcome'],
    looks: ['ben', 'cem', 'fred', 'eva'],
    voices: [],
  });
});

test('for what they cost every look counts, but not in rows that a template makes', () => {
  expect(accountQuestions(table, table.rows, {}, true).looks).toEqual(['anna', 'ben', 'cem', 'fred', 'eva']);
});

test('the defaults of the sheet count where the cells are blank', () => {
  const defaults = { template_id: 'event', engine: 'avatar_iii' };
  expect(accountQuestions(table, table.rows.slice(0, 1), defaults, false).templates).toEqual(['event']);
  const looks = accountQuestions(table, table.rows.slice(0, 1), { engine: 'avatar_iii' }, false).looks;
  expect(looks).toEqual(['anna']);
});
