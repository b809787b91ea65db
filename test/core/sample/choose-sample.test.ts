import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_FACTS } from '../../../src/core/row/account-facts.ts';
import { chooseSample } from '../../../src/core/sample/choose-sample.ts';
import {
  reasonWords,
  type SampleReason,
  type SampleRow,
  unshownWords,
} from '../../../src/core/sample/sample-row.ts';

const row = (number: number, text: string, ...kinds: string[]): SampleRow => ({
  row: number,
  text,
  kinds: kinds.map((name) => ({ what: 'voice', name })),
});

const words = (rows: readonly SampleRow[], most?: number): string[] =>
  chooseSample(rows, most).rows.map((chosen) => `${chosen.row}: ${reasonWords(chosen.reasons, NO_FACTS)}`);

it('the sample has the first row, the longest and the one with the most unusual letters', () => {
  const rows = [
    row(2, 'Hello Anna.'),
    row(3, 'Hello Björn.'),
    row(4, 'Hello Łukasz.'),
    row(5, 'Hello Bartholomew!'),
  ];
  const more = [...rows, row(6, 'Hello Jörg.'), row(7, 'Hello Bob.')];
  expect(words(more)).toEqual(['2: the first row', '4: the most unusual letters', '5: the longest text']);
});

it('what all rows share is no reason', () => {
  expect(words([row(2, 'Hi.', 'Ada'), row(3, 'Hi.', 'Ada')])).toEqual(['2: the first row, the longest text']);
});

it('one row may show several kinds, and each is told once', () => {
  expect(words([row(2, 'a', 'x'), row(3, 'aa', 'x', 'y'), row(4, 'aa', 'z')])).toEqual([
    '2: the first row, voice x',
    '3: the longest text, voice y',
    '4: voice z',
  ]);
});

it('kinds of rows come before the longest text', () => {
  expect(words([row(2, 'a', 'x'), row(3, 'aaa', 'x'), row(4, 'a', 'y')], 2)).toEqual([
    '2: the first row, voice x',
    '4: voice y',
  ]);
});

it('the five of 500 rows show every kind of row that the sheet has, whenever five can', () => {
  const kind = fc.record({
    what: fc.constantFrom<SampleReason['what']>('look', 'voice', 'language', 'fallback'),
    name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  });
  const five = fc.array(fc.array(kind, { maxLength: 6 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(
      five,
      fc.array(fc.tuple(fc.nat(4), fc.nat(63), fc.nat(499)), { minLength: 60, maxLength: 60 }),
      (shown, others) => {
        const rows = Array.from({ length: 500 }, (_, at): SampleRow => {
          const [of, mask] = others[at % others.length] ?? [0, 0];
          const kinds = shown[of] ?? [];
          return { row: at + 2, text: 'Hello.', kinds: kinds.filter((_, bit) => ((mask >> bit) & 1) === 1) };
        });
        // Five rows that show everything together, anywhere in the sheet.
        shown.forEach((kinds, at) => {
          const place = ((others[at]?.[2] ?? 0) % 100) * 5 + at;
          rows[place] = { row: place + 2, text: 'Hello.', kinds };
        });
        const sample = chooseSample(rows).rows;
        const byNumber = new Map(rows.map((each) => [each.row, each]));
        const seen = new Set(sample.flatMap((chosen) => keys(byNumber.get(chosen.row))));
        expect(sample.length).toBeLessThanOrEqual(5);
        expect(new Set(rows.flatMap(keys))).toEqual(seen);
        expect(chooseSample(rows).unshown).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

it('where five rows cannot show everything, each shows something that the others do not', () => {
  const rows = Array.from({ length: 300 }, (_, at) => row(at + 2, 'Hi.', `voice ${at % 9}`));
  const sample = chooseSample(rows);
  expect(sample.rows).toHaveLength(5);
  expect(unshownWords(sample.unshown, NO_FACTS)).toMatch(/^(voice voice \d, ){3}voice voice \d$/);
  const many = Array.from({ length: 300 }, (_, at) => row(at + 2, 'Hi.', `${at % 40}`));
  expect(unshownWords(chooseSample(many).unshown, NO_FACTS)).toMatch(/, voice \d+ and 30 more$/);
  for (const { reasons } of sample.rows) expect(reasons.map(({ what }) => what)).toContain('voice');
});

function keys(each: SampleRow | undefined): string[] {
  return (each?.kinds ?? []).map(({ what, name }) => `${what}:${name}`);
}
