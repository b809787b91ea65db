import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctionsOf, type SaidBy } from '../../../src/core/sheet/corrections.ts';
import { keepable, keptNames, readNames } from '../../../src/core/sheet/names-sheet.ts';
import { cases } from '../../cases.ts';

const HEADERS = ['value', 'say', 'language', 'voice'];
const NOBODY: SaidBy = { language: '', voice: '' };

function found(lines: readonly (readonly string[])[], value: string, by: SaidBy = NOBODY) {
  return correctionsOf(readNames([HEADERS, ...lines]))(value, by);
}

function said(...given: Parameters<typeof found>): string | null {
  const correction = found(...given);
  return correction?.kind === 'say' ? correction.say : null;
}

describe('a value of the names sheet', () => {
  test.each([
    ['the same', 'Siobhán', 'Siobhán'],
    ['accents typed apart', 'Siobha\u0301n', 'Siobhán'],
    ['another apostrophe', "O'Brien", 'O’Brien'],
    ['other spaces', 'Anna\u00a0Lena', ' Anna  Lena '],
    ['an apostrophe that plain text keeps', "'Xochitl", 'Xochitl'],
    ['capitals', 'Siobhán', 'SIOBHÁN'],
    ['small letters', 'McDonald', 'mcdonald'],
    ['a letter that has no capital', 'Weiß', 'WEISS'],
  ])('is found by %s', (_, written, asked) => {
    expect(said([[written, 'so']], asked)).toBe('so');
  });

  test.each([
    ['as a part', 'Anna', 'Anna Lena'],
    ['without its accent', 'Siobhán', 'Siobhan'],
  ])('is not found %s', (_, written, asked) => {
    expect(found([[written, 'so']], asked)).toBe(null);
  });

  test('is said by the line in its own case, and by one in another case where its own is not for the row', () => {
    const lines = [
      ['US', 'you ess'],
      ['us', 'uss', 'German'],
    ];
    expect(said(lines, 'US')).toBe('you ess');
    expect(said(lines, 'us', { language: 'de', voice: '' })).toBe('uss');
    expect(said(lines, 'us', { language: 'fr', voice: '' })).toBe('you ess');
  });

  test('in a case of its own, with two lines in other cases that differ, leaves a question open', () => {
    const lines = [
      ['US', 'you ess'],
      ['us', 'uss'],
    ];
    expect(found(lines, 'Us')).toMatchObject({ kind: 'fault' });
  });

  test('is said by the closest line, whatever their order', () => {
    const lines = [
      ['Jean', 'for all'],
      ['Jean', 'French', 'French'],
      ['Jean', 'Canadian', 'fr-CA'],
      ['Jean', 'Sara', '', 'voice_sara'],
      ['Jean', 'Sara in French', 'fr', 'voice_sara'],
    ];
    const expected: readonly (readonly [string, string, string])[] = [
      ['', '', 'for all'],
      ['en', '', 'for all'],
      ['fr', 'other', 'French'],
      ['fr-BE', '', 'French'],
      ['fr-CA', '', 'Canadian'],
      ['de', 'voice_sara', 'Sara'],
      ['fr-CA', 'voice_sara', 'Sara in French'],
    ];
    for (const [language, voice, say] of expected) {
      expect(said(lines, 'Jean', { language, voice })).toBe(say);
      expect(said([...lines].reverse(), 'Jean', { language, voice })).toBe(say);
    }
  });
});

describe('a line that leaves a question open', () => {
  test('contradicts another one: both are named', () => {
    const lines = [
      ['Anna', 'AH-na'],
      ['Ben', 'ben'],
      ['Anna', 'AN-na'],
    ];
    expect(found(lines, 'Anna')).toEqual({
      kind: 'fault',
      message:
        'The sheet “Reelmerge names” says “Anna” in two ways: “AH-na” in row 2 and “AN-na” in row 4. Keep one of them, or tell them apart by language or voice.',
    });
    expect(said(lines, 'Ben')).toBe('ben');
  });

  test('says the same twice: nothing is open', () => {
    const lines = [
      ['Anna', 'AH-na'],
      ['Anna', 'AH-na'],
    ];
    expect(said(lines, 'Anna')).toBe('AH-na');
  });

  test.each([
    ['an unknown language', ['Anna', 'AH-na', 'Klingonish'], 'in its row 2, “Klingonish” is not understood'],
    ['a voice by name', ['Anna', 'AH-na', '', 'Sara the calm'], '“Sara the calm” is not the id of a voice'],
    ['a formula that failed', ['Anna', '#REF!'], 'it shows #REF!'],
  ])('has %s', (_, line, words) => {
    expect(found([line], 'Anna')).toMatchObject({ kind: 'fault', message: expect.stringContaining(words) });
    expect(found([line], 'Ben')).toBe(null);
  });

  test('has no spoken form', () => {
    expect(found([['Anna', ' ']], 'Anna')).toMatchObject({
      kind: 'unsaid',
      message: expect.stringContaining('Row 2 of the sheet “Reelmerge names” does not say how “Anna” sounds'),
    });
    expect(said([['Anna'], ['Anna', 'AH-na']], 'Anna')).toBe('AH-na');
  });

  test('is for a language, and the row names none', () => {
    const line = ['Jean', 'zhahn', 'French'];
    expect(found([line], 'Jean')).toMatchObject({ message: expect.stringContaining('its language') });
    expect(found([line], 'Jean', { language: 'en', voice: '' })).toBe(null);
  });

  test('is for a voice, and the row names none', () => {
    const line = ['Jean', 'zhahn', '', 'voice_sara'];
    expect(found([line], 'Jean')).toMatchObject({ message: expect.stringContaining('its voice') });
    expect(found([line], 'Jean', { language: '', voice: 'other' })).toBe(null);
  });
});

describe('the sheet', () => {
  test('may have its columns in any order, and others among them', () => {
    const sheet = [
      ['Note', 'SAY', 'Value'],
      ['from Jo', 'AH-na', 'Anna'],
    ];
    expect(correctionsOf(readNames(sheet))('Anna', NOBODY)).toEqual({ kind: 'say', say: 'AH-na' });
  });

  test.each([
    ['value', [['name', 'say'], ['Anna']]],
    ['say', [['value', 'language'], ['Anna']]],
  ])('without the column %s stops everything with a sentence', (missing, sheet) => {
    expect(readNames(sheet)).toEqual({
      list: [],
      issue: `The first row of the sheet “Reelmerge names” has no column “${missing}”. Write value, say, language and voice there, or give the sheet another name.`,
    });
  });

  test('says nothing when it is empty', () => {
    expect(readNames([[''], ['', ' ']])).toEqual({ list: [], issue: '' });
    expect(readNames([])).toEqual({ list: [], issue: '' });
  });

  test('that is too long to be remembered stops everything with a sentence', () => {
    const lines = Array.from({ length: 6_000 }, (_, at) => [`Somebody ${at}`, 'somebody']);
    expect(readNames([HEADERS, ...lines]).issue).toContain('has 6000 rows');
  });

  test('is kept without loss', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('Anna', '', 'German', '#N/A'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), (lines) => {
        const read = readNames([HEADERS, ...lines]);
        expect(keptNames(JSON.parse(JSON.stringify(keepable(read))))).toEqual(read);
      }),
      cases(60, 20261129),
    );
  });

  test.each([null, 7, 'text', {}, { list: 3 }, { list: [null, 4] }])(
    'that was kept as %j by something else holds no corrections',
    (kept) => {
      expect(keptNames(kept)).toEqual({ list: [], issue: '' });
    },
  );
});
