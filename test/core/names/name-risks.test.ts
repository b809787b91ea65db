import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameRisks } from '../../../src/core/names/name-risks.ts';
import { LANGUAGE_CODES, languageNamed } from '../../../src/core/speech/languages.ts';
import { cases } from '../../cases.ts';

const risks = (value: string, language: string) => nameRisks(value, languageNamed(language));

describe('ordinary names are said as they are', () => {
  test.each([
    ['English', 'Anna Paul Chris-Ann Elizabeth McDonald Smith'],
    ['Spanish', 'José Núñez María Íñigo'],
    ['German', 'Müller Jürgen Weiß Anna-Lena René'],
    ['French', 'Chloé François D’Artagnan Élodie'],
    ['Polish', 'Łukasz Świętosława'],
    ['Turkish', 'İbrahim Işıl Gökçe'],
    ['Portuguese', 'João Conceição'],
    ['Swedish', 'Åsa Björn'],
    ['Russian', 'Анна Фёдор'],
    ['Ukrainian', 'Мар’яна Ярослав Її'],
    ['Greek', 'Άννα Γιώργος'],
    ['Japanese', '花子 はなこ ハナコ 山田花子'],
    ['Korean', '지민'],
    ['Arabic', 'محمد'],
  ])('%s: %s', (language, names) => {
    expect(names.split(' ').flatMap((name) => risks(name, language))).toEqual([]);
  });

  test.each([
    ['Dutch', 'Jan van der Berg'],
    ['German', 'Otto von Stein'],
    ['Spanish', 'Ana de la Torre'],
    ['Italian', 'Anna D’Angelo'],
    ['Italian', 'Leonardo da Vinci'],
    ['Malay', 'Ahmad bin Ali'],
  ])('%s knows its own small words: %s', (language, name) => {
    expect(risks(name, language)).toEqual([]);
  });
});

describe('what a voice may say wrongly has its reason', () => {
  test.each([
    ['Łukasz', 'English', 'English has no “Ł”.'],
    ['Łukasz Świątek', 'German', 'German has no “Ł”, “Ś” or “ą”.'],
    ['José', 'English', 'English has no “é”.'],
    ['Jose\u0301', 'English', 'English has no “é”.'],
    ['Müller', 'Polish', 'Polish has no “ü”.'],
    ['Їжак', 'Russian', 'Russian has no “Ї”.'],
    ['Anna', 'Japanese', 'It is written in Latin letters, and the voice speaks Japanese.'],
    ['Анна', 'English', 'It is written in Cyrillic letters, and the voice speaks English.'],
    ['花子', 'English', 'It is written in Han letters, and the voice speaks English.'],
    ['Аnna', 'English', 'It mixes Cyrillic and Latin letters.'],
    ['Аnna', '', 'It mixes Cyrillic and Latin letters.'],
    ['ANNA', 'English', 'In capitals: a voice may spell it out.'],
    ['IBM', 'English', 'In capitals: a voice may spell it out.'],
    ['AJ', 'English', 'Initials are said letter by letter.'],
    ['J. R. Ewing', 'English', 'Initials are said letter by letter.'],
    ['John F Kennedy', 'English', 'Initials are said letter by letter.'],
    ['R2D2 Ltd', 'English', 'Digits are said as a number.'],
    ['Smith & Sons', 'English', '“&” may be left out or read out.'],
    ['Anna 🎉', 'English', '“🎉” may be left out or read out.'],
    ["O'Brien", 'English', 'The apostrophe may be heard as a break.'],
    ['O’Brien', '', 'The apostrophe may be heard as a break.'],
    ['Jan van der Berg', 'English', '“van der” may be said wrongly.'],
    ['Jan van der Berg', '', '“van der” may be said wrongly.'],
    ['Kim Min-jun', 'English', 'The hyphen may be heard as a break.'],
    ['Jean-pierre', '', 'The hyphen may be heard as a break.'],
    ['Smith – Jones', 'English', 'The dash may be heard as a pause.'],
    ['Anna—Lena', 'German', 'The dash may be heard as a pause.'],
    ['Smith - Jones', 'English', 'The dash may be heard as a pause.'],
    ['Omar al-Rashid', 'English', '“al-” may be said wrongly.'],
  ])('%s in %s', (name, language, reason) => {
    expect(risks(name, language)).toContain(reason);
  });

  test('a voice whose language is not known is not judged by its letters, and Kana with Han are one writing', () => {
    expect(risks('Łukasz', '')).toEqual([]);
    expect(risks('花子さん', '')).toEqual([]);
    expect(risks('Анна', '')).toEqual([]);
  });

  test('a word with a hyphen is none where no name stands', () => {
    expect(nameRisks('Follow-up', languageNamed('English'), false)).toEqual([]);
    expect(nameRisks('Al-Rashid', languageNamed('English'))).toEqual(['“Al-” may be said wrongly.']);
  });

  test('a sentence is no name', () => {
    expect(
      risks(`I saw that you're hiring 12 people at IBM & Co., and that is wonderful news.`, 'en'),
    ).toEqual([]);
  });
});

const TEXT = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string());
const LANGUAGE = fc.constantFrom('', ...LANGUAGE_CODES);

test('whatever stands in a cell, there is at most one short sentence for each reason', () => {
  fc.assert(
    fc.property(TEXT, LANGUAGE, (value, language) => {
      const found = risks(value, language);
      expect(new Set(found).size).toBe(found.length);
      for (const sentence of found) expect(sentence).toMatch(/^.{8,120}\.$/su);
    }),
    cases(500, 31),
  );
});

test('how an accent is typed makes no difference', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), LANGUAGE, (value, language) => {
      expect(risks(value.normalize('NFD'), language)).toEqual(risks(value.normalize('NFC'), language));
    }),
    cases(300, 32),
  );
});

test('letters a to z with one capital in front are a risk in no language that is written with them', () => {
  const latin = LANGUAGE_CODES.filter((code) => languageNamed(code)?.writings.includes('Latin') === true);
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z][a-z]{1,12}$/), fc.constantFrom('', ...latin), (name, language) => {
      expect(risks(name, language)).toEqual([]);
    }),
    cases(200, 33),
  );
});
