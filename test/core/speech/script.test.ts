import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkScript, speechSeconds } from '../../../src/core/speech/script.ts';
import { cases } from '../../cases.ts';

const codes = (script: string) => checkScript(script).map(({ code }) => code);

describe('a script that HeyGen would take', () => {
  test.each([
    'Hello.',
    'Hello. <break time="1s"/> Bye.',
    '<break time="1.5s"/> Hello.\n<break time="2s"/>',
    'Line one\r\n\tline two — “quotes”, 你好, 👍🏽',
    'I like breakfast and <b>tags</b>, 3 < 4.',
    'a'.repeat(5000),
  ])('%j', (script) => {
    expect(checkScript(script)).toEqual([]);
  });
});

describe('a script that it would not', () => {
  test.each(['', ' \n\t', '\u200b', '<break time="1s"/>', ' <break time="1s"/> <break time="2s"/> '])(
    'with nothing to say: %j',
    (script) => {
      expect(codes(script)).toEqual(['script_empty']);
    },
  );

  test('longer than 5,000 characters', () => {
    expect(checkScript('a'.repeat(6234))[0]?.message).toBe(
      'The script has 6,234 characters after merging, and HeyGen allows 5,000. Shorten it by 1,234.',
    );
    expect(codes('a'.repeat(5001))).toEqual(['script_too_long']);
  });

  test.each([
    '<break time="500ms"/>',
    '<break time="1"/>',
    '<break time=“1s”/>',
    "<break time='1s'/>",
    '<break time="1s">',
    '<break time="1s" />',
    '<break time="1,5s"/>',
    '<break time="-1s"/>',
    '<break time="0s"/>',
    '<Break time="1s"/>',
    '<break/>',
    '</break>',
    '< break time="1s"/>',
    '<break time="1s"',
  ])('with a pause written as %s', (pause) => {
    const [issue] = checkScript(`Hello. ${pause} Bye.`);
    expect(issue?.code).toBe('pause_malformed');
    expect(issue?.message).toMatch(/Write <break time="1s"\/> or/u);
  });

  test.each([
    'Hi.<break time="1s"/> Bye',
    'Hi. <break time="1s"/>Bye',
    'a <break time="1s"/><break time="1s"/> b',
  ])('with a pause that touches its neighbours: %s', (script) => {
    expect(codes(script)).toEqual(['pause_spacing']);
  });

  test('for several reasons is told all of them', () => {
    expect(codes(`<break time="1s"/>x <break/> ${'a'.repeat(5000)}`)).toEqual([
      'script_too_long',
      'pause_spacing',
      'pause_malformed',
    ]);
  });
});

describe('how long it takes to speak', () => {
  test('about 14 characters a second and the pauses on top', () => {
    expect(speechSeconds('a'.repeat(140))).toBe(10);
    expect(speechSeconds(`${'a'.repeat(14)} <break time="1.5s"/>`)).toBe(2.5);
    expect(speechSeconds(' <break time="1s"/> ')).toBe(1);
    expect(speechSeconds('')).toBe(0);
  });

  test('never shrinks when words are added', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (script, more) => {
        expect(speechSeconds(`${script} ${more}`)).toBeGreaterThanOrEqual(speechSeconds(script));
      }),
      cases(100, 20260703),
    );
  });
});

test.each(['<', '<   ', '< / ', '<break', '<break time="1s"/>'])(
  'even %j without end is checked in no time',
  { timeout: 1500 },
  (piece) => {
    const started = performance.now();
    checkScript(piece.repeat(Math.ceil(200_000 / piece.length)));
    checkScript(`<${' '.repeat(200_000)}`);
    expect(performance.now() - started).toBeLessThan(1500);
  },
);
