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

/** The prints in the ledgers of users were made like this. Another print of the same text would show their rows as Changed. */
function asInLedgers(text: string): string {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193);
    low = Math.imul(low ^ (text.charCodeAt(at) + at), 0x85ebca6b);
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}

test('a text has the print that ledgers hold of it', () => {
  for (let n = 0; n < 40_000; n++) expect(fingerprint(`${n}`)).toBe(asInLedgers(`${n}`));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(fingerprint(text)).toBe(asInLedgers(text));
    }),
    cases(500, 5),
  );
});
