import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Merged, mergeScriptTemplate } from '../../../src/core/merge/merge-script-template.ts';
import { escapeMergeFields, parseScriptTemplate } from '../../../src/core/merge/script-template.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';

const seed = 20260702;

/** Merges a script with one row of the given cells. */
function merge(text: string, cells: Readonly<Record<string, string>>): Merged {
  const table = readTable([Object.keys(cells), Object.values(cells)]);
  const row = table.rows[0] ?? { number: 2, cells: [], blank: true };
  return mergeScriptTemplate(parseScriptTemplate(text), { row, table, into: 'script' });
}

describe('laws of merging', () => {
  const bits = fc.constantFrom(
    '<<',
    '>>',
    '<',
    '>',
    '\\',
    '|',
    'n',
    'm',
    ' ',
    '\n',
    'é',
    '😀',
    '{{n}}',
    '$&',
    '#N/A',
  );
  const tangle = fc.oneof(
    fc.array(bits, { maxLength: 40 }).map((all) => all.join('')),
    fc.string(),
  );
  const value = tangle.filter((text) => /[a-z]/u.test(text));

  test('a cell is put in letter by letter, but for spaces around it, and never read for fields, escapes or patterns', () => {
    fc.assert(
      fc.property(value, value, (n, m) => {
        const merged = merge('[<<n>>](<<m|x>>)<<n>>', { n, m });
        expect(merged.text).toBe(`[${n.trim()}](${m.trim()})${n.trim()}`);
        expect(merged.used).toEqual([n.trim(), m.trim(), n.trim()]);
        expect(merged.issues).toEqual([]);
      }),
      cases(500, seed),
    );
  });

  test('an escaped text merges to itself, whatever is in it', () => {
    fc.assert(
      fc.property(tangle, (text) => {
        expect(merge(escapeMergeFields(text), { n: 'Ana', m: '' })).toEqual({
          text,
          marks: [],
          used: [],
          fields: [],
          fallbacks: [],
          spoken: false,
          issues: [],
        });
      }),
      cases(1000, seed),
    );
  });

  test('no text makes merging throw, and taking it apart loses nothing', () => {
    fc.assert(
      fc.property(tangle, fc.string(), (text, n) => {
        merge(text, { n, m: '' });
        const unescaped = text.replace(/\\/gu, '');
        const sources = parseScriptTemplate(unescaped).map((part) =>
          part.kind === 'text' ? part.text : part.source,
        );
        expect(sources.join('')).toBe(unescaped);
      }),
      cases(1000, seed),
    );
  });

  test('marks lie in order, do not overlap and cover exactly what was put in', () => {
    fc.assert(
      fc.property(tangle, value, (text, n) => {
        const { text: merged, marks } = merge(text, { n });
        let end = 0;
        for (const mark of marks) {
          expect(mark.start).toBeGreaterThanOrEqual(end);
          expect(mark.end).toBeGreaterThan(mark.start);
          end = mark.end;
        }
        expect(end).toBeLessThanOrEqual(merged.length);
        const plain = parseScriptTemplate(text);
        if (plain.every((part) => part.kind === 'text' || (part.kind === 'field' && part.name === 'n'))) {
          const fields = plain.filter((part) => part.kind === 'field');
          expect(marks.map((mark) => merged.slice(mark.start, mark.end))).toEqual(fields.map(() => n.trim()));
        }
      }),
      cases(1000, seed),
    );
  });

  test.each([
    ['opened and never closed', '<<a '],
    ['unknown names', '<<x1>><<y22>><<z333>>'],
    ['escapes', '\\<<'],
    ['brackets', '<'],
    ['bars', '<<n|'],
    ['halves of an escape', '\\<'],
  ])('the largest cell is merged in no time: %s', { timeout: 1000 }, (_what, piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const headers = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`quite_a_long_header_${index}`, 'v']),
    );
    merge(text, headers);
  });
});
