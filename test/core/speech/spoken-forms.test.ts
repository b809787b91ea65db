import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '../../../src/core/columns/setting-number.ts';
import { readLocale } from '../../../src/core/speech/locale.ts';
import { sayDate } from '../../../src/core/speech/spoken-date.ts';
import { sayMoney } from '../../../src/core/speech/spoken-money.ts';
import { sayNumber } from '../../../src/core/speech/spoken-number.ts';
import { cases } from '../../cases.ts';

/** Which space stands between a number and its unit differs between versions of Intl. */
const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/gu, ' ') ?? null;

describe('a number', () => {
  test.each([
    ['1,250.5', 'en', '1,250.5'],
    ['1.250,5', 'en', '1,250.5'],
    ['1,250', 'en', '1,250'],
    ['1.250', 'en-US', '1.25'],
    ['1.250', 'de', '1.250'],
    ['1,250', 'de', '1,25'],
    ['0,125', 'en', '0.125'],
    ['1250.500', 'en', '1,250.5'],
    ['1 250', 'fr', '1250'],
    ['1 250,500', 'fr', '1250,5'],
    ['1’250.00', 'de-CH', '1250'],
    ['−5', 'en', '-5'],
    ['(1,250)', 'en-US', '-1,250'],
    ['-0', 'en', '0'],
    ['12 %', 'de', '12 Prozent'],
    ['12%', 'en', '12 percent'],
    ['%12,5', 'tr-TR', 'yüzde 12,5'],
    ['1,00,000', 'en-IN', '1,00,000'],
    ['٤٬٢٥٠٫٥', 'ar-EG', '٤٢٥٠٫٥'],
    ['১,২৫০', 'bn-BD', '১,২৫০'],
    ['１２', 'ja', '12'],
  ])('%s in %s is %s', (written, locale, spoken) => {
    expect(plain(sayNumber(written, locale))).toBe(spoken);
  });

  test.each([
    '',
    'twelve',
    '1.2.3,4,5',
    '12a',
    '+49 30 1234567 890123',
    '--1',
    '(-1)',
    '1,2,3',
    '1,25,50',
    '1 2 3',
    '5 10',
    '10²',
    '5-10',
    '1e5',
  ])('is not %j', (written) => {
    expect(sayNumber(written, 'en')).toBeNull();
  });

  test('that is 1250 to some and 1.25 to others is not said where nobody knows the region', () => {
    expect(sayNumber('1.250', 'en')).toBeNull();
    expect(sayNumber('1.250', 'fr-FR')).toBeNull();
  });
});

describe('laws', () => {
  test('no text makes any of them throw, in any locale that is taken', () => {
    const locale = fc.oneof(
      fc.constantFrom('en', 'de', 'zh-Hant-TW', 'ar', 'fa', 'hi-IN'),
      fc.stringMatching(/^[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2}|-\d{3})?$/u),
      fc.stringMatching(/^(sv|pl|uk|ja|es|pt)-[A-Z]{2}$/u),
    );
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[\d.,:/ €$%-]{0,20}$/u),
      fc.stringMatching(/^\d{1,2} [A-Z][a-z]{2,8} \d{4}$/u),
    );
    fc.assert(
      fc.property(text, locale, (written, word) => {
        const read = readLocale(word);
        if (!read.ok) return;
        for (const say of [sayNumber, sayMoney, sayDate]) expect(say(written, read.value)).not.toBe('');
      }),
      cases(500, 20260716),
    );
  });
});

test('a locale is one of a language and a region that exist', () => {
  const locale = (written: string) => {
    const read = readLocale(written);
    return read.ok ? read.value : read.failure.message;
  };
  expect(
    ['EN_us', ' de-at ', 'zh-hant-tw', 'es-419', 'pt', 'en-UK', 'yue-HK', 'wuu-CN', 'fil-PH'].map(locale),
  ).toEqual(['en-US', 'de-AT', 'zh-Hant-TW', 'es-419', 'pt', 'en-GB', 'yue-HK', 'wuu-CN', 'fil-PH']);
  expect(locale('xx-YY')).toContain('does not begin with a language');
  expect(locale('en-YY')).toBe(
    'The locale "en-YY" does not end in a region. Write a language and a region, such as en-US, de-AT or pt-BR.',
  );
  expect(locale('english')).toContain('is not understood');
});

test('a setting is a number as Sheets shows it', () => {
  const speed = (text: string) => {
    const read = readNumber('speed', text, { least: 0.5, most: 1.5, percent: true, example: '1.1' });
    return read.ok ? read.value : read.failure.code;
  };
  expect(['1,5', '1.5', '150 %', '150%', '1.50', ' 1 ', '1.1x', ',5', '1,250'].map(speed)).toEqual([
    1.5, 1.5, 1.5, 1.5, 1.5, 1, 1.1, 0.5, 1.25,
  ]);
  expect(['1,51', '0', '-1', '16%'].map(speed)).toEqual(Array(4).fill('number_range'));
  expect(['', 'fast', '1.5.2026', '1. Mai', '1e1', '0x1'].map(speed)).toEqual(
    Array(6).fill('number_malformed'),
  );
});
