import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceText, dollars, duration, timeLeft } from '../../src/core/amount-words.ts';
import { counted, grouped } from '../../src/core/count-words.ts';
import { SETTING_FORMS } from '../../src/core/settings/setting-forms.ts';
import { headline, skippedWords } from '../../src/sidebar/render/plan-words.ts';
import { safeUrl } from '../../src/sidebar/safe-url.ts';
import { mergeField, withInserted } from '../../src/sidebar/script/merge-field.ts';
import { scriptParts } from '../../src/sidebar/script/script-parts.ts';
import { pricesOf, readPrice } from '../../src/sidebar/settings/price-draft.ts';
import { typedSetting } from '../../src/sidebar/settings/setting-text.ts';
import { noPlan } from '../browser/sidebar/fake-progress.ts';
import { cases } from '../cases.ts';

describe('amounts', () => {
  it.each([
    [grouped(1234567), '1,234,567'],
    [counted(1, 'row'), '1 row'],
    [counted(5000, 'look'), '5,000 looks'],
    [duration(8.4), '8 s'],
    [duration(120), '2 min'],
    [duration(3840), '1 h 4 min'],
    [timeLeft(20), 'less than a minute'],
    [timeLeft(241), 'about 5 min'],
    [dollars(1234.5), '$1,234.50'],
    [dollars(0.004), 'less than $0.01'],
    [balanceText({ amount: 412.9, unit: 'credits' }), '412 credits'],
  ])('read %s', (shown, wanted) => {
    expect(shown).toBe(wanted);
  });

  it('of rows that are left out name only kinds that have rows', () => {
    const skipped = { done: 2, changed: 0, underWay: 1, unconfirmed: 0, hidden: 0, blank: 0 };
    expect(skippedWords(skipped)).toEqual(['2 rows done already', '1 row under way']);
  });
});

describe('addresses that may be opened', () => {
  it.each([
    ['https://files.heygen.ai/a.png?x=1', 'https://files.heygen.ai/a.png?x=1'],
    ['http://127.0.0.1:8080/a.png', 'http://127.0.0.1:8080/a.png'],
    ['http://localhost/a.png', 'http://localhost/a.png'],
  ])('keep %s', (address, kept) => {
    expect(safeUrl(address)).toBe(kept);
  });

  it.each([
    'http://example.com/a.png',
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'http://127.0.0.1.example.com/',
    'blob:https://x/1',
    '/a.png',
    '',
    'https://',
  ])('are not %j', (address) => {
    expect(safeUrl(address)).toBe('');
  });
});

describe('the marked script', () => {
  it('is the whole script again, whatever the marks say', () => {
    const mark = fc.record({
      start: fc.integer({ min: -5, max: 60 }),
      end: fc.integer({ min: -5, max: 60 }),
      field: fc.string(),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(mark, { maxLength: 8 }), (script, marks) => {
        expect(
          scriptParts({ script, marks })
            .map(({ text }) => text)
            .join(''),
        ).toBe(script);
      }),
      cases(100, 3),
    );
  });

  it('marks what came from the row', () => {
    const marks = [{ start: 6, end: 9, field: 'first_name' }];
    expect(scriptParts({ script: 'Hello Ada!', marks })).toEqual([
      { text: 'Hello ', field: null },
      { text: 'Ada', field: 'first_name' },
      { text: '!', field: null },
    ]);
  });
});

describe('the template editor', () => {
  it('puts a merge field where the caret stands, or in place of what is selected', () => {
    expect(withInserted('Hi X!', { start: 3, end: 4 }, mergeField('first name', 'there'))).toEqual({
      text: 'Hi <<first name|there>>!',
      caret: 23,
    });
    expect(withInserted('', { start: 9, end: 4 }, mergeField('a', null))).toEqual({
      text: '<<a>>',
      caret: 5,
    });
  });
});

describe('prices as they are typed', () => {
  it.each([
    ['0.05', 0.05],
    ['0,0667', 0.0667],
    ['$7', 7],
    ['', null],
    ['-1', null],
    ['1e3', null],
  ])('%j is %j', (typed, price) => {
    expect(readPrice(typed)).toBe(price);
  });

  it('are dated with the day they were changed on, and saved only when all of them are prices', () => {
    const prices = { asOf: '2026-07-01', perSecond: { one: 0.05, two: 0.06 }, perVideo: { three: 7 } };
    expect(pricesOf({ one: '0.07' }, prices, '2026-11-23')).toEqual({
      asOf: '2026-11-23',
      perSecond: { one: 0.07, two: 0.06 },
      perVideo: { three: 7 },
    });
    expect(pricesOf({ three: '6,5' }, prices, '2026-11-23')?.perVideo).toEqual({ three: 6.5 });
    expect(pricesOf({ two: 'much' }, prices, '2026-11-23')).toBeNull();
    expect(pricesOf({ three: '' }, prices, '2026-11-23')).toBeNull();
  });
});

describe('a number in the settings', () => {
  const budget = SETTING_FORMS.budgetRunUsd;

  it.each([
    ['25', 25],
    [' 0,5 ', 0.5],
    ['0', 0],
    ['', null],
  ])('%j is %j', (text, value) => expect(typedSetting(budget, text)).toEqual({ ok: true, value }));

  it.each(['abc', '-5', '1e999', '9'.repeat(40), 'NaN', '$5'])('%j is refused with a sentence', (text) => {
    expect(typedSetting(budget, text)).toEqual({
      ok: false,
      failure: 'Write a number from 0 to 1,000,000, such as 25, or leave the field empty.',
    });
  });

  it('is at most what the setting takes', () => {
    expect(typedSetting(SETTING_FORMS.undoSeconds, '60').ok).toBe(true);
    expect(typedSetting(SETTING_FORMS.undoSeconds, '61').ok).toBe(false);
  });
});

it('the headline says what there is to render, or how far the rows are', () => {
  const skipped = { done: 0, changed: 0, underWay: 0, unconfirmed: 0, hidden: 0, blank: 0 };
  const words = (videos: number, more: Partial<typeof skipped> = {}, isPaused = false): string =>
    headline({ ...noPlan(), videos, skipped: { ...skipped, ...more } }, isPaused);
  expect(words(3, { underWay: 2 })).toBe('3 videos');
  expect(words(0, { underWay: 2, done: 1 })).toBe('2 rows under way');
  expect(words(0, { underWay: 1 }, true)).toBe('1 row paused');
  expect(words(0, { done: 12 })).toBe('12 rows done');
  expect(words(0)).toBe('Nothing to render');
});
