import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRow } from '../../../src/core/oddities/check-row.ts';
import { oddRows } from '../../../src/core/oddities/odd-rows.ts';
import { requestOf } from '../../../src/core/request/request.ts';
import type { AccountFacts } from '../../../src/core/row/account-facts.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';

const HEADERS = ['first_name', 'amount', 'day', 'age', 'email', 'image', 'locale', 'voice_id', 'script'];
const FIELDS = '<<first_name>> <<first_name:given>> <<amount>> <<day>> <<age>> <<email>>';

/** Pieces that some rule looks for, and any other text. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    ...[
      '*|',
      '|*',
      '{{',
      '}}',
      '<',
      '>',
      '[',
      ']',
      '%',
      '«',
      '»',
      '&lt;',
      '(waves',
      ')',
      '**',
      '\n- ',
      '--\n',
    ],
    ...[
      '$1,2345',
      '4.1E+09',
      '2026-03-14 00:00',
      'Ã©',
      '\ufffd',
      'Dr. ',
      ', ',
      'NULL',
      '-3',
      '0',
      'März',
      '\ud83d',
    ],
  ),
);
const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
const row = fc.tuple(
  cell,
  cell,
  cell,
  cell,
  cell,
  fc.oneof(cell, fc.webUrl(), fc.constant('https://10.0.0.1/a.png')),
  fc.constantFrom('', 'de-DE', 'ja-JP'),
  fc.constantFrom('', 'v'),
  cell.map((text) => `${FIELDS} ${text}`),
);
const facts = fc.constantFrom('', 'English', 'Multilingual', 'Thai', '???').map(
  (language): AccountFacts => ({
    templates: new Map(),
    looks: new Map(),
    voices: new Map([['v', { language }]]),
  }),
);

test('whatever is in a row, the look at it does not throw, says whole sentences, and leaves the request as it was', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), facts, (rows, known) => {
      const table = readTable([HEADERS, ...rows]);
      const defaults = { avatar_id: 'Anna' };
      const ready = table.rows.flatMap((each) => {
        const { asked, warnings } = checkRow(table, each, defaults, known);
        expect(asked).toEqual(requestOf(table, each, defaults, known));
        for (const { column, message } of warnings) {
          expect(message).toMatch(/[.!?”]$/u);
          expect(message.length).toBeLessThan(700);
          expect(['script', ...HEADERS]).toContain(column);
        }
        return asked.ok ? [{ row: each.number, request: asked.value.request }] : [];
      });
      expect(oddRows(table, ready).every(({ issue }) => issue.message.endsWith('.'))).toBe(true);
    }),
    cases(100, 20261128),
  );
});

test.each([
  ['brackets', '['],
  ['angles', '<a'],
  ['stars', '*a'],
  ['spaces', ' '],
  ['commas', 'a, '],
  ['digits', '1 234,'],
  ['dollars', '$1 '],
  ['lines', '- \n'],
  ['broken letters', 'Ã'],
  ['dots', 'a.'],
  ['zeros', '00:00 '],
])('a text of many %s takes no time', (_, text) => {
  const long = text.repeat(Math.floor(4800 / text.length));
  const table = readTable([HEADERS, [long, long, long, long, long, '', '', '', `${long} x`]]);
  const [first] = table.rows;
  const script = '<<first_name>>';
  if (first === undefined) throw new Error('no row');
  checkRow(table, first, { avatar_id: 'Anna' });
  checkRow(
    readTable([
      ['first_name', 'script'],
      [long, script],
    ]),
    { number: 2, cells: [long, script], blank: false },
    {
      avatar_id: 'Anna',
    },
  );
  expect(first.blank).toBe(false);
});
