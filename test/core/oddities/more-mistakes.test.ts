import { describe, expect, it } from 'vitest';
import { asked, type Cells } from '../request/one-row.ts';

const warned = (cells: Cells) => asked({ avatar_id: 'Anna', ...cells }).warnings;
const codes = (cells: Cells) => warned(cells).map(({ code }) => code);
const named = (first_name: string) => codes({ first_name, script: 'Hi <<first_name>>, welcome to us.' });
const said = (script: string) => codes({ script });

describe('letters of a wrong character set are shown as they were', () => {
  it.each([
    ['Ã…sa', 'Åsa'],
    ['MÃ–LLER', 'MÖLLER'],
    ['BÄ…k', 'Bąk'],
    ['IoÈ™an', 'Ioșan'],
    ['Nguyá»…n', 'Nguyễn'],
    ['MaĹ‚gorzata', 'Małgorzata'],
    ['MĂĽller', 'Müller'],
    ['РџСЂРёРІРµС‚', 'Привет'],
    ['MГјller', 'Müller'],
    ['Fran√ßois', 'François'],
    ['≈Åukasz', 'Łukasz'],
    ['JosÃƒÂ©', 'José'],
    ['Àííà', 'Анна'],
    ['JosŽ', 'José'],
  ])('%s is %s', (cell, mended) => {
    const [warning, ...more] = warned({ first_name: cell, script: 'Hi <<first_name>>!' });
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ code: 'letters_broken', column: 'first_name' });
    expect(warning?.message).toContain(`“${mended}”`);
  });

  it.each([
    'l’été arrive',
    'NESTLÉ®',
    'QUALITÉ\u00a0!',
    'Úžasný měšťan',
    '«КИЇВ» і «КРІС»',
    'ПІВ’Я',
    'Серёжа и ёж',
    '“É” e AMANHÃ…',
    'É… não sei',
    'mąż ŁÓDŹ',
    'Nguyễn Thị Ánh',
    'ĐÃ ĐÔ',
    'ÎLE-DE-FRANCE',
    'Åke… Öberg',
    '50°C und 5 m²',
  ])('and words that only look so are not: %s', (words) => {
    expect(said(`${words} OK`)).toEqual([]);
  });
});

describe('letters written as codes', () => {
  it.each([
    'Jos\\u00e9',
    'M%C3%BCller',
    'M=C3=BCller',
    'Jos&eacute;',
    'O&#39;Neill',
    'Anna_x000D_',
    '<b>Anna</b>',
  ])('are told in a name: %s', (name) => {
    expect(named(name)).toEqual(['letters_escaped']);
  });
  it.each([
    ['Jos\\u00e9', 'Type “José” or the like anew.'],
    ['M%C3%BCller', 'Type “Müller” or the like anew.'],
    ['M=C3=BCller', 'Type “Müller” or the like anew.'],
    ['=?utf-8?Q?J=C3=BCrgen?=', 'Type “Jürgen” or the like anew.'],
    ['Jos&eacute;', 'Type “José” or the like anew.'],
    ['O&#39;Neill', "Type “O'Neill” or the like anew."],
    ['<b>Anna</b>', 'Type “Anna” or the like anew.'],
    ['Anna_x000D_', 'Type “Anna” or the like anew.'],
    ['=?utf-8?B?SsO8cmdlbg==?=', 'Type it anew.'],
    ['Jos\\351', 'Type it anew.'],
    ['\\n', 'Type it anew.'],
  ])('%s comes with what it should be, where one can tell', (name, remedy) => {
    const found = warned({ first_name: name, script: 'Hi <<first_name>>, welcome to us.' });
    expect(found.find(({ code }) => code === 'letters_escaped')?.message).toContain(`”. ${remedy}`);
  });
  it.each(['Hi!\\nWelcome.', 'Hello%20there', 'It\\u2019s here.', 'Itu2019s here.'])(
    'and in a text: %s',
    (text) => {
      expect(said(text)).toEqual(['letters_escaped']);
    },
  );
  it.each(['50% off', 'A & B', 'x = 5', 'C:\\temp\\new', 'AT&T'])('and not: %s', (text) => {
    expect(said(`It is ${text} today.`)).toEqual([]);
  });
});

describe('what a script says of itself', () => {
  it.each([
    'Narrator: Welcome.',
    'SPEAKER 1: Welcome.',
    'Sprecherin: Willkommen.',
    'Voix off : Bienvenue.',
    'Ведущий: Привет',
    'Scene 2: Welcome.',
    'Betreff: Ihre Bestellung\nHallo!',
  ])('labels are told: %j', (script) => {
    expect(said(script)).toEqual(['speaker_label']);
  });
  it.each([
    'Lorem ipsum dolor sit amet.',
    'Hi NAME, welcome.',
    'TODO: write the offer.',
    'Save XX% today.',
    'See you on DD/MM/YYYY.',
    'Sure! Here is your script: Welcome.',
    'Hi (first name), welcome.',
    'Ihr Text hier',
  ])('words that hold a place are told: %s', (script) => {
    expect(said(script)).toEqual(['placeholder_words']);
  });
  it.each([
    'Hi!\nSincerely,\nAnna Smith',
    'Hi!\nCheers,\nTom',
    'Hallo!\nMit freundlichen Grüßen\nAnna Huber',
    'Bonjour.\nCordialement,\nJean',
    'Hi. Best regards, Anna Smith, Head of Sales',
    'Hola. Atentamente, Luis Pérez',
    'Hi!\nAnna Smith\nHead of Sales',
    'Hallo!\nAnna Huber\nGeschäftsführerin Vertrieb\nGraz',
    'Hi!\nAnna Smith | Sales | Acme',
  ])('the end of a letter is told: %j', (script) => {
    expect(said(script)).toEqual(['signature_spoken']);
  });
  it.each([
    'Note: we are closed.',
    'Anna: your order is here.',
    'Kind regards, Anna',
    'See page 5 [sic].',
    'It is open [valid till Friday].',
    'Come at 10:30:15.',
    'The TK Maxx show.',
    'Thanks for coming!\nSee you soon.',
  ])('and not: %j', (script) => {
    expect(said(script)).toEqual([]);
  });
  it('what is left for the writer to fill in is told', () => {
    expect(said('It is [insert offer right here].')).toEqual(['stage_direction']);
  });
  it('a greeting alone shows that the voice has other letters', () => {
    expect(codes({ locale: 'en-US', script: 'Привет!' })).toEqual(['writing_other']);
  });
  it('TODO is a Spanish word, and an English note', () => {
    expect(codes({ locale: 'es-MX', script: 'TODO INCLUIDO para usted' })).toEqual([]);
    expect(said('Our offer TODO')).toEqual(['placeholder_words']);
  });
});

describe('a name', () => {
  it.each([
    ['Acme GmbH', 'name_company'],
    ['Acme S.r.l.', 'name_company'],
    ['株式会社山田', 'name_company'],
    ['(415) 555-0132', 'name_other'],
    ['Hauptstraße 5', 'name_other'],
    ['CUST-00123', 'name_other'],
    ['anna_smith', 'name_other'],
    ['anna2', 'name_other'],
    ['Anna B2', 'name_other'],
    ['Anna (do not contact)', 'name_other'],
    ['Dear Anna', 'name_other'],
    ['Anna 🎉', 'name_signs'],
    ['Anna,', 'name_signs'],
    ['𝓐𝓷𝓷𝓪', 'name_signs'],
    ['A n n a', 'name_signs'],
    ['Anna SMITH', 'name_capitals'],
    ['Lic. Anna', 'name_title'],
    ['Dipl.-Ing. Anna Huber', 'name_title'],
    ['Mister Anna', 'name_title'],
    ['Smith, Anna', 'name_reversed'],
    ['Your name', 'machine_word'],
    ['Max Mustermann', 'machine_word'],
    ['Valued Customer', 'machine_word'],
  ])('%s is told', (name, code) => {
    expect(named(name)).toEqual([code]);
  });
  it.each([
    "D'Angelo",
    'N’Golo',
    'J. R.',
    'M. K.',
    'Mary-Kate',
    'DeShawn',
    'Robert "Bob"',
    'William (Bill)',
    'María de los Ángeles',
    'Md.',
    'Ma. Luisa',
    'Nan',
    'III',
    'Sir Ian',
    'O',
    'Ng',
    'عبد الرحمن',
    'Đức',
    'Γιώργος',
    'Henry 3rd',
    'Person12',
    'Person 12',
  ])('%s is one', (name) => {
    expect(named(name)).toEqual([]);
  });
  it.each(['Test', 'Null', "'t Hart", 'Downey Jr.', 'Bank', 'Ó Súilleabháin', 'von der Leyen', 'Smith, PhD'])(
    '%s is one of a family',
    (last_name) => {
      expect(codes({ last_name, script: 'Dear friend <<last_name>>, welcome.' })).toEqual([]);
    },
  );
});

describe('figures', () => {
  it.each([
    ['due_date', '31.02.2026', 'date_impossible'],
    ['due_date', '2026-13-01', 'date_impossible'],
    ['due_date', '00.00.0000', 'date_impossible'],
    ['due_date', '30/02', 'date_impossible'],
    ['due_date', 'February 30, 2026', 'date_impossible'],
    ['due_date', '2026年2月30日', 'date_impossible'],
    ['due_date', '1970-01-01', 'date_impossible'],
    ['due_date', 'TBD', 'machine_word'],
    ['remark', 'until 31.02.2026', 'date_impossible'],
    ['age', '151', 'age_high'],
    ['age', '34.0', 'number_bent'],
    ['phone', '4155560132.0', 'number_bent'],
    ['phone', '4,15556 E+09', 'number_bent'],
    ['amount', '1.23.456', 'amount_malformed'],
    ['amount', '€ 1.2,3', 'amount_malformed'],
    ['amount', '$1O0', 'amount_malformed'],
    ['amount', '£1,25,000', 'amount_malformed'],
    ['amount', 'EUR', 'amount_malformed'],
    ['amount', '12,50-', 'amount_not_positive'],
    ['amount', '$100 €', 'currencies_mixed'],
    ['amount', 'R$ 100 USD', 'currencies_mixed'],
    ['amount', 'EUR $100', 'currencies_mixed'],
  ])('%s %s is %s', (header, value, code) => {
    expect(codes({ [header]: value, script: `It is <<${header}>>.` })).toEqual([code]);
  });
  it.each([
    ['due_date', '29/02/2028'],
    ['due_date', '14.3.'],
    ['due_date', '12/45'],
    ['due_date', '14/3/2569'],
    ['birthday', '01.01.1970'],
    ['order', '99-99-9999'],
    ['age', '101'],
    ['amount', '$1.2345 per euro'],
    ['amount', '$99.00 MXN'],
    ['amount', 'KWD 1,250.500'],
    ['amount', '1.250.000 ₫'],
    ['amount', '₹1,25,000.50'],
    ['amount', '50.- CHF'],
    ['amount', '$50 (€46)'],
    ['product', 'iPhone 15 Pro'],
  ])('%s %s is ordinary', (header, value) => {
    expect(codes({ [header]: value, script: `You have this here with us: <<${header}>>.` })).toEqual([]);
  });
});
