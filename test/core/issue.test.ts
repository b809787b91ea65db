import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt, listed } from '../../src/core/issue.ts';
import { cases } from '../cases.ts';

test('a quoted text stays on one line and short, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const quoted = excerpt(text);
      expect([...quoted].length).toBeLessThanOrEqual(40);
      expect(quoted).not.toMatch(/[\n\r\t]/u);
    }),
    cases(100, 20260707),
  );
  expect(excerpt('short')).toBe('short');
  expect(excerpt('a'.repeat(50))).toBe(`${'a'.repeat(39)}…`);
});

test('lists read like a sentence', () => {
  expect(listed([], 'and')).toBe('');
  expect(listed(['A'], 'and')).toBe('A');
  expect(listed(['A', 'B'], 'or')).toBe('A or B');
  expect(listed(['A', 'B', 'C'], 'and')).toBe('A, B and C');
});
