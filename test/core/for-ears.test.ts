import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forEars } from '../../src/core/for-ears.ts';
import { checkScript } from '../../src/core/script.ts';
import { asked } from './one-row.ts';

const heard = (text: string) => forEars({ text, marks: [] }).text;

test.each([
  ['<p>Hi <b class="x">Ana</b>,<br/>bye</p>', 'Hi Ana,\nbye'],
  ['AT&amp;T &lt;3 &#39;you&#x27;&nbsp;all', "AT&T <3 'you' all"],
  ['a\u200bb\ufeffc\u00add\u0000e\u202ef', 'abcdef'],
  ['half \ud83d pair', 'half pair'],
  ['one\u000btwo\u2028three\r\nfour', 'one\ntwo\nthree\nfour'],
  ['a \t\u00a0 b  \n  c\n\n\n\nd ', 'a b\nc\n\nd'],
  ['<!-- note -->Hi<style>p {}</style>', 'Hi'],
  ['3 < 4 and <urgent> and <<b>> stay', '3 < 4 and <urgent> and <<b>> stay'],
  ['Hi. <break time="1s"/> Bye.', 'Hi. <break time="1s"/> Bye.'],
  ['family 👨\u200d👩\u200d👧 and नि\u200dत', 'family 👨\u200d👩\u200d👧 and नि\u200dत'],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
])('%j is heard as %j', (seen, text) => {
  expect(heard(seen)).toBe(text);
});

describe('in a row', () => {
  const row = { avatar_id: 'Anna', n: '<b>Ana</b>\u200b' };

  test('the text of cells is heard too, and the cell as it is displayed stays the evidence', () => {
    const { request, person } = asked({ ...row, script: 'Hi  <<n>>,<br>bye' });
    expect(request).toMatchObject({ script: 'Hi Ana,\nbye' });
    expect(person[0]).toBe('<b>Ana</b>\u200b');
  });

  test('addresses are told and stay', () => {
    const warned = (script: string) => asked({ ...row, script }).warnings.map(({ code }) => code);
    expect(warned('See https://a.example/x or www.b.org')).toEqual(['script_address']);
    expect(warned('See reelmerge.com/start today')).toEqual(['script_address']);
    expect(warned('Write to ana@lumen.fr')).toEqual(['script_mail']);
    expect(warned('Write to ana@lumen.fr or see lumen.fr')).toEqual(['script_address', 'script_mail']);
    expect(warned('I am here.Come in. It costs 3.50, e.g. for 2.de facto')).toEqual([]);
    expect(asked({ ...row, script: 'ana@lumen.fr' }).request).toMatchObject({ script: 'ana@lumen.fr' });
  });
});

describe('laws', () => {
  const piece = fc.constantFrom(
    '<b>',
    '</b>',
    '<br>',
    '&amp;',
    '\u200b',
    '\u200d',
    '  ',
    '\n',
    '\r\n',
    '\t',
    'word',
    'Ä',
    '👍🏽',
    '<',
    '>',
    '&',
    '\u0007',
    '\ud83d',
    '<break time="1s"/>',
  );
  const text = fc.array(piece, { maxLength: 30 }).map((all) => all.join(''));

  test('marks stay on the words that they were on', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const start = before.length + 1;
        const seen = { text: `${before} NAME ${after}`, marks: [{ start, end: start + 4, field: 'n' }] };
        const { text: spoken, marks } = forEars(seen);
        expect(marks.map((mark) => spoken.slice(mark.start, mark.end))).toEqual(['NAME']);
      }),
      { seed: 20260714, numRuns: 1000 },
    );
  });

  test('no control character, no double space and no space at the ends is left', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (seen) => {
        const spoken = heard(seen);
        expect(spoken).not.toMatch(/[^\P{Cc}\n]|\p{Cs}| {2}|\n{3}|^\s|\s$/u);
        checkScript(spoken);
      }),
      { seed: 20260715, numRuns: 1000 },
    );
  });

  test.each(['<b ', '<!--', '<script>', '&#', '\u200d', ' ', ' \n', '<p\n', '</'])(
    'the largest text is heard in no time: %j',
    { timeout: 2000 },
    (part) => {
      heard(part.repeat(Math.ceil(100_000 / part.length)));
    },
  );
});
