import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '../../src/core/fingerprint.ts';
import { cases } from '../cases.ts';

test('texts of one kind have fingerprints of their own, also when they differ in one place', () => {
  const texts = new Set<string>();
  for (let n = 0; n < 40_000; n++) texts.add(`Hello person ${n}, welcome!`);
  for (let a = 32; a < 127; a++) for (let b = 32; b < 127; b++) texts.add(String.fromCharCode(a, b));
  expect(new Set([...texts].map(fingerprint)).size).toBe(texts.size);
});

test('a fingerprint is one short word, and always the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(fingerprint(text)).toMatch(/^[a-z0-9]{2,14}$/);
      expect(fingerprint(text)).toBe(fingerprint(`${text}`));
    }),
    cases(100, 3),
  );
});

test('swapping two letters changes the fingerprint', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 2, maxLength: 40 }), fc.nat(), (text, place) => {
      const at = place % (text.length - 1);
      const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
      expect(fingerprint(swapped) === fingerprint(text)).toBe(swapped === text);
    }),
    cases(2000, 4),
  );
});
