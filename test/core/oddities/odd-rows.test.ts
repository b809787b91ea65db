import { expect, test } from 'vitest';
import { planRun } from '../../../src/core/jobs/run.ts';
import { oddRows } from '../../../src/core/oddities/odd-rows.ts';
import { readTable } from '../../../src/core/sheet/table.ts';

/** What a run over these rows is warned of: `row code`. */
function warned(headers: readonly string[], rows: readonly (readonly string[])[], script = ''): string[] {
  const table = readTable([headers, ...rows]);
  const plan = planRun({
    table,
    rows: table.rows.map(({ number }) => number),
    defaults: { avatar_id: 'Anna', ...(script === '' ? {} : { script }) },
    history: new Map(),
    tab: 1,
  });
  expect(plan.blocked).toEqual([]);
  return oddRows(table, plan.ready).map(({ row, issue }) => `${row} ${issue.code}`);
}

const ORDER = 'Hi <<name>>, your order is on its way.';

test('one address in two rows is one recipient, in whatever letters it is written', () => {
  const rows = [
    ['Ana', 'ana@example.com'],
    ['Ben', 'ben@example.com'],
    ['Ana', 'Ana@Example.com '],
  ];
  expect(warned(['name', 'E-Mail'], rows, ORDER)).toEqual(['4 recipient_repeated']);
  expect(warned(['name', 'remark'], rows, ORDER)).toEqual([]);
});

test('one mailbox is one recipient, with a tag, a name or in another language’s column', () => {
  const rows = [
    ['Ana', 'ana@example.com'],
    ['Ben', 'b.en@gmail.com'],
    ['Ana', 'Ana <ana+news@example.com>'],
    ['Ben', 'ben@googlemail.com'],
    ['Cem', 'a.na@example.com'],
  ];
  expect(warned(['name', 'Endereço de e-mail'], rows, ORDER)).toEqual([
    '4 recipient_repeated',
    '5 recipient_repeated',
  ]);
});

test('two people with one name may hear the same words; a copied row may not', () => {
  const annas = [
    ['Ana', 'Silva'],
    ['Ben', 'Young'],
    ['Ana', 'Costa'],
    ['Cem', 'Kaya'],
  ];
  expect(warned(['name', 'family'], annas, ORDER)).toEqual([]);
  expect(warned(['name', 'family'], [...annas, ['Ana', 'Silva']], ORDER)).toEqual(['6 words_repeated']);
});

test('of texts that were written for one row each, none is said twice', () => {
  const rows = [
    ['Ana', 'Dear Ana, see you on Monday.'],
    ['Ben', 'Dear Ana, see you on Monday.'],
    ['Cem', 'Dear Cem, see you on Friday.'],
    ['Dan', 'Dear Dan, see you on Friday.'],
  ];
  expect(warned(['name', 'script'], rows)).toEqual(['3 words_repeated']);
  // One text filled down for everybody is meant.
  const all = rows.map(([name = '']) => [name, 'Thank you for coming.']);
  expect(warned(['name', 'script'], all)).toEqual([]);
});

test('a script three times as long as the others is told, unless there are few rows or many long ones', () => {
  const short = ['Ana', 'Ben', 'Cem', 'Dan', 'Eva', 'Fay'].map((name) => [
    `Hello ${name}, how are you today?`,
  ]);
  const long = [`Hello Gus! ${'There is so much to say. '.repeat(20)}`];
  expect(warned(['script'], [...short, long])).toEqual(['8 script_long']);
  expect(warned(['script'], [...short.slice(0, 2), long])).toEqual([]);
  const others = [1, 2, 3].map((at) => [`${at} ${long[0]}`]);
  expect(warned(['script'], [...short, ...others])).toEqual([]);
});
