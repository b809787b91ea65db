import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLocale } from '../../../src/core/speech/locale.ts';
import { cases } from '../../cases.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const CASES = cases(1000, 20260707);

/** Looks as if it were read, whatever is in it: languages, scripts and regions that exist or do not. */
const tag = fc
  .tuple(
    fc.stringMatching(/^[a-zA-Z]{1,4}$/u),
    fc.option(fc.stringMatching(/^[-_][a-zA-Z]{3,5}$/u), { nil: '' }),
    fc.option(fc.stringMatching(/^[-_](?:[a-zA-Z]{1,3}|[0-9]{2,4})$/u), { nil: '' }),
  )
  .map((parts) => parts.join(''));

describe('a locale in a cell', () => {
  it('is read in any case, with a script, and with a region that is often mistaken', () => {
    expect(readLocale(' EN_us ')).toEqual({ ok: true, value: 'en-US' });
    expect(readLocale('zh-hant-tw')).toEqual({ ok: true, value: 'zh-Hant-TW' });
    expect(readLocale('es-419')).toEqual({ ok: true, value: 'es-419' });
    expect(readLocale('en-UK')).toEqual({ ok: true, value: 'en-GB' });
  });

  it.each([
    'und',
    'UND',
    'und-US',
    'und-Latn-US',
    'uſ',
    'ſv-SE',
    'en-uſ',
    's\u212a-SK',
    'en-\u212aR',
    'zzz',
    'en-ZZ',
  ])('is told about and stops nothing else when it is %s', (written) => {
    expect(readLocale(written)).toMatchObject({ ok: false, failure: { code: 'locale_malformed' } });
  });

  it('is an answer for every text and for everything that looks like a locale', () => {
    const strings = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), tag);
    fc.assert(
      fc.property(strings, (written) => {
        const read = readLocale(written);
        if (read.ok) expect(() => new Intl.NumberFormat(read.value)).not.toThrow();
      }),
      CASES,
    );
  });

  it('is an answer for every language of two letters and every region', () => {
    for (const one of LETTERS) {
      for (const two of LETTERS) {
        expect(() => readLocale(`${one}${two}`)).not.toThrow();
        expect(() => readLocale(`en-${one}${two}`)).not.toThrow();
      }
    }
  });
});
