import fc from 'fast-check';
import { expect, test } from 'vitest';
import { singleSpaced } from '../../src/core/single-spaced.ts';
import { cases } from '../cases.ts';

test('spaces of every kind and number become one space, and a text without them stays as it is', () => {
  const piece = fc.oneof(fc.constantFrom(' ', '  ', '\n', '\t', '\u00a0', '\u2003', 'word'), fc.string());
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(singleSpaced(text)).toBe(text.replace(/\s+/gu, ' '));
    }),
    cases(500, 20260412),
  );
});
