import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerKey, INPUT_COLUMNS } from '../../../src/core/columns/columns.ts';
import { WRITTEN_COLUMNS } from '../../../src/core/output-columns.ts';
import { cases } from '../../cases.ts';

const seed = 20260701;

describe('a header is the same column', () => {
  test.each([
    ['Avatar ID', 'avatar_id'],
    ['AVATARID', 'avatar_id'],
    ['  avatar__Id ', 'avatar_id'],
    ['avatar\u00a0id', 'avatar_id'],
    ['avatar\nid', 'avatar_id'],
    ['ａｖａｔａｒ＿ｉｄ', 'avatar_id'],
    ['\ufeffscript', 'script'],
    ['scr\u200bipt', 'script'],
    ['Stra\u00dfe', 'STRASSE'],
    ['Pre\u0301nom', 'PR\u00c9NOM'],
    ['ΟΔΟΣ', 'οδος'],
  ])('%j and %j', (one, other) => {
    expect(headerKey(one)).toBe(headerKey(other));
  });

  test('whatever spaces and underscores are strewn into it', () => {
    const gaps = fc
      .array(fc.constantFrom(' ', '_', '\t', '\u00a0'), { maxLength: 3 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.array(fc.tuple(gaps, fc.stringMatching(/^[a-z0-9é-]$/u)), { minLength: 1 }), (pairs) => {
        const bare = pairs.map(([, letter]) => letter).join('');
        const strewn = pairs.map(([gap, letter]) => gap + letter).join('');
        expect(headerKey(strewn)).toBe(headerKey(bare));
        expect(headerKey(strewn.toUpperCase())).toBe(headerKey(bare));
      }),
      cases(100, seed),
    );
  });

  test('and its key is the key of itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(headerKey(headerKey(text))).toBe(headerKey(text));
      }),
      cases(500, seed),
    );
  });
});

test('a hyphen, a letter or a digit makes another column', () => {
  expect(headerKey('first-name')).not.toBe(headerKey('first_name'));
  expect(headerKey('name2')).not.toBe(headerKey('name'));
  expect(headerKey('nom')).not.toBe(headerKey('n\u00f4m'));
});

test('no two columns of Reelmerge can be taken for each other, and each explains itself', () => {
  const columns = [...INPUT_COLUMNS, ...WRITTEN_COLUMNS];
  expect(new Set(columns.map(({ name }) => headerKey(name))).size).toBe(columns.length);
  for (const { note } of columns) expect(note).toMatch(/^[A-Z0-9].{20,}\.$/u);
});
