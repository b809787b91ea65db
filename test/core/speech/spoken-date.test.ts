import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayDate } from '../../../src/core/speech/spoken-date.ts';
import { cases } from '../../cases.ts';

const LOCALES =
  'en-US en-GB en-IN en-ZA en-CA en-PH de-DE de-CH fr-FR fr-CA es-ES es-MX es-PR pt-BR it-IT nl-NL sv-SE da-DK nb-NO fi-FI pl-PL cs-CZ hu-HU ro-RO bg-BG hr-HR uk-UA ru-RU tr-TR el-GR he-IL ar-EG ar-AE hi-IN bn-BD vi-VN id-ID ms-MY fil-PH ja-JP ko-KR zh-CN zh-TW lt-LT lv-LV ca-ES eu-ES'.split(
    ' ',
  );

describe('a date', () => {
  test.each([
    ['2026-03-12', 'en-US', 'March 12, 2026'],
    ['2026-03-12', 'en-GB', '12 March 2026'],
    ['3/12/2026', 'en-US', 'March 12, 2026'],
    ['3/12/2026', 'en-GB', '3 December 2026'],
    ['25/12/2026', 'en-US', 'December 25, 2026'],
    ['12.03.26', 'de', '12. März 2026'],
    ['12/03/85', 'en-GB', '12 March 1985'],
    ['12.3.', 'de', '12. März'],
    ['4/3', 'sv-SE', '4 mars'],
    ['12 March 2026', 'fr', '12 mars 2026'],
    ['1/3/2026', 'fr-FR', '1er mars 2026'],
    ['Mar 12th, 2026', 'en-GB', '12 March 2026'],
    ['26-Mar', 'en-US', 'March 26'],
    ['28 de mayo', 'es', '28 de mayo'],
    ['7. Juni', 'de', '7. Juni'],
    ['4 mrt 2026', 'nl-NL', '4 maart 2026'],
    ['2026年3月4日', 'ja-JP', '2026年3月4日'],
    ['2026年3月4日水曜日', 'ja-JP', '2026年3月4日'],
    ['2026. 3. 4.', 'ko-KR', '2026년 3월 4일'],
    ['2026. 03. 04.', 'hu-HU', '2026. március 4.'],
    ['יום רביעי, 4 במרץ 2026', 'he-IL', '4 במרץ 2026'],
    ['Thứ Tư, 4 tháng 3, 2026', 'vi-VN', '4 tháng 3, 2026'],
    ['٤\u200f/٣\u200f/٢٠٢٦', 'ar-EG', '٤ مارس ٢٠٢٦'],
    ['2026-03-12 09:30:00', 'en-GB', '12 March 2026'],
    ['March 12, 2026, 3:30 PM', 'en-US', 'March 12, 2026'],
    ['29 February', 'en-GB', '29 February'],
  ])('%s in %s is %s', (written, locale, spoken) => {
    expect(sayDate(written, locale)).toBe(spoken);
  });

  test.each([
    '',
    'soon',
    '2026-02-30',
    '31.4.2026',
    '13/13/2026',
    '3/4/2026',
    '3-4-2026',
    '25/12/26',
    '12',
    'Marianne 12',
    'May',
    'March 2026',
    '1 2 May',
    '5 May - 7 June',
    'not on 12 March',
    'juin 9 ou 10',
  ])('is not %j where nobody knows the region', (written) => {
    expect(sayDate(written, 'en')).toBeNull();
  });

  test.each([
    ['mar. 9 juin 2026', 'fr-FR', '9 juin 2026'],
    ['mar 9 jun 2026', 'es-ES', '9 de junio de 2026'],
    ['mar 9 giu 2026', 'it-IT', '9 giugno 2026'],
    ['mar., 9 iun. 2026', 'ro-RO', '9 iunie 2026'],
    ['9 mar 2026', 'es-ES', '9 de marzo de 2026'],
    ['mar 9 mar 2027', 'es-ES', '9 de marzo de 2027'],
    ['mar. 9', 'fr-FR', null],
  ])('takes no weekday for a month: %s in %s is %s', (written, locale, spoken) => {
    expect(sayDate(written, locale)).toBe(spoken);
  });

  test.each([
    ['3/4/2026', 'en-PH', 'March 4, 2026'],
    ['3/4/2026', 'fil-PH', 'Marso 4, 2026'],
    ['3/4/2026', 'es-PR', '4 de marzo de 2026'],
    ['3/4/2026', 'es-PA', '4 de marzo de 2026'],
    ['3/4/2026', 'es-MX', '3 de abril de 2026'],
    ['3/4/2026', 'en-CA', null],
    ['3-4-2026', 'en-US', null],
    ['26-03-04', 'sv-SE', null],
    ['Mar-26', 'en-US', null],
    ['mars 26', 'fr-FR', null],
  ])(
    'begins with the month where the region does, and is not said where it is unsure: %s in %s is %s',
    (written, locale, spoken) => {
      expect(sayDate(written, locale)).toBe(spoken);
    },
  );

  test('of another calendar is read in that calendar or not at all', () => {
    expect(sayDate('4/3/2569', 'th-TH')).toBe('4 มีนาคม 2569');
    expect(sayDate('2026-03-04', 'th-TH')).toBe('4 มีนาคม 2569');
    expect(sayDate('4/3/69', 'th-TH')).toBeNull();
    expect(sayDate('۱۴۰۴/۱۲/۱۳', 'fa-IR')).toBeNull();
    expect(sayDate('13 اسفند', 'fa-IR')).toBeNull();
  });
});

describe('laws', () => {
  const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });

  test('every day is read as that day, in each way that its locale writes days', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...LOCALES),
        fc.constantFrom('full', 'long', 'medium', 'short' as const),
        (date, locale, dateStyle) => {
          const shown = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(date);
          const said = sayDate(date.toISOString().slice(0, 10), locale);
          expect([locale, shown, sayDate(shown, locale)]).toEqual([locale, shown, said]);
        },
      ),
      cases(500, 20260717),
    );
  });

  test('every day that is said is read back', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...LOCALES), (date, locale) => {
        const said = sayDate(date.toISOString().slice(0, 10), locale) ?? '';
        expect(sayDate(said, locale)).toBe(said);
      }),
      cases(500, 20260719),
    );
  });

  test('no text makes it throw or hang', { timeout: 5000 }, () => {
    const piece = fc.constantFrom(
      '3',
      '26',
      '2026',
      '/',
      '-',
      '.',
      ' ',
      'mar',
      'May',
      '年',
      '月',
      'م',
      '٣',
      'de',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('en', ...LOCALES, 'fa-IR', 'th-TH'), (written, locale) => {
        expect(sayDate(written, locale)).not.toBe('');
      }),
      cases(500, 20260720),
    );
    for (const part of ['1', ' ', '1/', 'mar ', '.']) sayDate(part.repeat(50_000), 'en-US');
  });
});
