import { describe, expect, test } from 'vitest';
import { planRun } from '../../../src/core/jobs/run.ts';
import { checkRow } from '../../../src/core/oddities/check-row.ts';
import { readSheetSettings } from '../../../src/core/settings/sheet-settings.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { asked, type Cells } from '../request/one-row.ts';

const told = (cells: Cells) => asked({ avatar_id: 'Anna', ...cells }).warnings;
const codes = (cells: Cells) => told(cells).map(({ code }) => code);
const said = (script: string) => codes({ script });

describe('merge marks', () => {
  test.each([
    'Hi *|FNAME|*!',
    'Hi &lt;&lt;name&gt;&gt;!',
    'Hi \\<<name>>!',
    `Hi \${name}!`,
    'Hi %first_name%!',
    'Hi [[name]]!',
    'Hi [First Name]!',
    'Hi «Vorname»!',
    'Hi <first name>!',
    'Hi {firstName}!',
    'Hi #name#!',
    'Hi {% if x %}!',
  ])('of other tools are told: %s', (script) => {
    expect(said(script)).toEqual(['merge_mark']);
  });

  test.each([
    '5 < 6 and 7 > 2.',
    'Save 50% or 60% today.',
    '« Bonjour », dit-elle.',
    'We are #1 & #2.',
    'Say {hm}.',
  ])('are not what people write for other reasons: %s', (script) => {
    expect(said(script)).toEqual([]);
  });

  test('count in softer brackets when a column has their name', () => {
    expect(codes({ plan: 'Pro', script: 'Your {plan} is ready.' })).toEqual(['merge_mark']);
    expect(told({ plan: 'Pro', script: 'Your {plan} is ready.' })[0]?.message).toContain('Write <<plan>>');
  });

  test('are looked for in the cell that they come from', () => {
    expect(told({ name: '*|N|*', script: 'Hi <<name>>!' })).toMatchObject([
      { code: 'merge_mark', column: 'name' },
    ]);
  });
});

describe('words of machines', () => {
  test.each([
    'null',
    'NaN',
    'undefined',
    'n/a',
    'None',
    'test',
    '-',
    '?',
    '#WRONG!',
    'Wird geladen...',
    '42',
  ])('are told with an offer, where a name should be: %s', (word) => {
    const [warning, ...more] = told({ name: word, script: 'Hi <<name>>!' });
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ column: 'name', offer: { kind: 'empty-word', word } });
  });

  test('stop nothing: somebody is called Null', () => {
    expect(asked({ avatar_id: 'Anna', name: 'Null', script: 'Hi <<name>>!' }).request).toMatchObject({
      script: 'Hi Null!',
    });
  });

  test.each(['Von', 'Nanni', 'Nonette', 'Testa', 'Li', 'X', 'Ng', 'Nil', 'Na'])(
    'are no names: %s',
    (name) => {
      expect(codes({ name, script: 'Hi <<name>>!' })).toEqual([]);
    },
  );

  test('may stand elsewhere: the plan None, the number 42, the product Test', () => {
    expect(
      codes({ plan: 'None', product: 'Test', floor: '42', script: '<<plan>> <<product>> <<floor>>' }),
    ).toEqual([]);
  });
});

describe('broken letters', () => {
  test.each([
    ['JosÃ©', 'José'],
    ['MÃ¼ller', 'Müller'],
    ['FranÃ§ois', 'François'],
    ['Ð˜Ð²Ð°Ð½', 'Иван'],
    ['å±±ç”°', '山田'],
    ['Oâ€™Neill', 'O’Neill'],
  ])('%s are shown as they were: %s', (name, mended) => {
    const [warning] = told({ name, script: 'Hi <<name>>!' });
    expect(warning).toMatchObject({ code: 'letters_broken', column: 'name' });
    expect(warning?.message).toContain(`“${mended}”`);
  });

  test.each(['SÃO JOÃO', 'MAÇÃ', 'Ñandú', 'Âge', 'Øre', 'Åse', 'Ýr', 'Ângelo', 'ESPAÑA', '“Ñ”', 'NÃO…'])(
    'are not capitals with accents: %s',
    (word) => {
      expect(said(`Hola ${word} amigo`)).toEqual([]);
    },
  );
});

describe('names', () => {
  test.each([
    ['ANNA', 'name_capitals', '“Anna”'],
    ['JOSÉ MARÍA', 'name_capitals', '“José María”'],
    ['Dr. Anna Smith', 'name_title', '<<name:given>> “Anna”'],
    ['Frau Müller', 'name_title', '<<name:first word>> makes “Frau” of it'],
    ['Smith, Anna', 'name_reversed', '<<name:given>> “Anna”'],
  ])('in an odd form are shown as formatters make them: %s', (name, code, shown) => {
    const [warning, ...more] = told({ name, script: 'Hi <<name>>!' });
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ code, column: 'name' });
    expect(warning?.message).toContain(shown);
  });

  test('are right once a formatter puts them right, and a title is right behind "Dear"', () => {
    expect(codes({ name: 'ANNA', script: 'Hi <<name:title>>!' })).toEqual([]);
    expect(codes({ name: 'Dr. Anna Smith', script: 'Hi <<name:given>>!' })).toEqual([]);
    expect(codes({ name: 'Smith, Anna', script: 'Hi <<name:given>>!' })).toEqual([]);
    expect(codes({ name: 'Dr. Anna Smith', script: 'Hi <<name:first word>>!' })).toEqual(['name_title']);
    expect(codes({ name: 'Dr. Smith', script: 'Dear <<name>>, welcome.' })).toEqual([]);
  });

  test.each(['AJ', 'J.P.', 'DJ', 'Anna Smith, PhD', 'Robert Downey, Jr.', 'Mag', 'Ing', 'Phil', 'Col'])(
    'of ordinary forms are left alone: %s',
    (name) => {
      expect(codes({ name, script: 'Hi <<name>>!' })).toEqual([]);
    },
  );
});

describe('amounts, numbers and dates', () => {
  test.each(['$1,2345', '$1.2.3', '1.23.45 €', '€ 1,250,50', 'USD 12,34,5'])(
    'no country writes %s',
    (amount) => {
      expect(codes({ amount, script: 'That is <<amount>>.' })).toEqual(['amount_malformed']);
    },
  );

  test('no country writes $1,2345, of which :money would make words', () => {
    const script = 'That is <<amount:money>>.';
    expect(codes({ amount: '$1,2345', script })).toEqual(['amount_malformed']);
    expect(codes({ amount: '$1,234.50', script })).toEqual([]);
  });

  test.each([
    '$1,234.50',
    '1.234,50 €',
    '₹12,34,567',
    "CHF 1'250.50",
    '1 234,50 zł',
    '$0.0667',
    '£5k',
    'US$ 5',
    '€5,-',
  ])('some country writes %s', (amount) => {
    expect(codes({ amount, script: 'That is <<amount>>, thanks.' })).toEqual([]);
  });

  test.each([
    ['amount', '0', 'amount_not_positive'],
    ['amount', '-5 €', 'amount_not_positive'],
    ['age', '-3', 'age_negative'],
    ['phone', '4.15556E+09', 'number_bent'],
    ['due_date', '46095', 'number_bent'],
    ['due_date', '2026-03-14 00:00:00', 'date_midnight'],
  ])('%s %s is %s', (header, value, code) => {
    expect(codes({ [header]: value, script: `It is <<${header}>>.` })).toEqual([code]);
  });

  test.each([
    ['temperature', '-5 °C'],
    ['change', '-10 %'],
    ['zip', '46095'],
    ['model', '3E5'],
    ['starts', '2026-03-14 09:00'],
    ['hours', '00:00'],
  ])('%s %s is ordinary', (header, value) => {
    expect(codes({ [header]: value, script: `It is <<${header}>>.` })).toEqual([]);
  });

  test('a month in another language than the words is told, and not where the row names its locale', () => {
    const script = 'Wir freuen uns auf Sie am <<day:date>>, und Sie bringen bitte auch die Karten mit.';
    const [warning] = told({ day: '2026-03-14', script });
    expect(warning).toMatchObject({ code: 'date_language', column: 'day' });
    expect(warning?.message).toContain('de-DE');
    expect(codes({ day: '2026-03-14', script, locale: 'de-DE' })).toEqual([]);
    expect(codes({ day: '14. März 2026', script: script.replace(':date', '') })).toEqual([]);
  });
});

describe('what a voice would read out', () => {
  test.each([
    'Hi (waves)!',
    'Hi. [pause] Bye.',
    '*smiles* Hi!',
    'Hallo (lacht)!',
    '[sad music] Hi.',
    'Hi (looks at camera).',
  ])('directions: %s', (script) => {
    expect(said(script)).toEqual(['stage_direction']);
  });

  test.each([
    'This is **bold**.',
    '# Title\nHi',
    'See:\n- one\n- two',
    'Use `code`.',
    'Hi &amp;eacute; you',
    '[us](page) Hi',
  ])('formatting: %s', (script) => {
    expect(said(script)).toEqual(['markup_spoken']);
  });

  test.each([
    'Hi!\n--\nAnna',
    'Hi!\nSent from my iPhone',
    'Hi!\nTel.: +43 1 234567',
    'Hi!\nKind regards,\nAnna Smith\nHead of Sales',
  ])('the end of an e-mail: %j', (script) => {
    expect(said(script)).toEqual(['signature_spoken']);
  });

  test.each([
    'Come (if you like) on Friday.',
    'It costs 5 * 3 euros.',
    'Toys "R" Us (the shop) – open – now.',
    'Our music (included) plays.',
    '1. First.\n2. Second.',
    'Minus:\n- 5 degrees',
    'Smile Dental (Wave 2) calls.',
    'Kind regards, Anna',
    'snake_case and a_b',
  ])('and not: %j', (script) => {
    expect(said(script)).toEqual([]);
  });
});

describe('addresses', () => {
  const picture = (image: string) => codes({ avatar_id: '', voice_id: 'v', image, script: 'Hi!' });

  test.each([
    'https://127.0.0.1/a.jpg',
    'https://10.1.2.3/a.jpg',
    'https://172.20.0.5/a.jpg',
    'https://files.local/a.jpg',
  ])('of a private network: %s', (image) => {
    expect(picture(image)).toEqual(['address_private']);
  });

  test.each([
    'https://imgur.com/a/AbC123',
    'https://1drv.ms/i/s!Abc',
    'https://photos.app.goo.gl/AbC',
    'https://we.tl/t-AbC',
    'https://unsplash.com/photos/AbC',
    'https://github.com/a/b/blob/main/c.png',
    'https://example.com/albums/42',
    'https://www.instagram.com/p/AbC/',
  ])('of a page or an album: %s', (image) => {
    expect(picture(image)).toEqual(['address_page']);
  });

  test.each([
    'https://i.imgur.com/AbC.jpg',
    'https://images.unsplash.com/photo-1?w=800',
    'https://raw.githubusercontent.com/a/b/main/c.png',
    'https://example.com/gallery/anna.jpg',
    'https://www.dropbox.com/s/x/a.jpg?raw=1',
    'https://172.32.0.5/a.jpg',
    'https://cdn.example.com/render?id=5',
  ])('of a file: %s', (image) => {
    expect(picture(image)).toEqual([]);
  });
});

test('where warnings block, an odd row is not rendered', () => {
  const table = readTable(
    [
      ['name', 'script'],
      ['ANNA', 'Hi <<name>>!'],
      ['Ben', 'Hi <<name>>!'],
    ],
    1,
    [],
    new Set(),
    readSheetSettings({ blocksWarnings: true }),
  );
  const plan = planRun({ table, rows: [2, 3], defaults: { avatar_id: 'Anna' }, history: new Map(), tab: 1 });
  expect(plan.ready.map(({ row }) => row)).toEqual([3]);
  expect(plan.blocked).toMatchObject([{ row: 2, issues: [{ code: 'name_capitals' }] }]);
});

test('a row that cannot be sent has its warnings, too', () => {
  const table = readTable([
    ['name', 'script'],
    ['ANNA', 'Hi <<name>>!'],
  ]);
  const [row] = table.rows;
  const checked = row === undefined ? null : checkRow(table, row, {});
  expect(checked?.asked.ok).toBe(false);
  expect(checked?.warnings).toMatchObject([{ code: 'name_capitals' }]);
});

describe('a voice of another language than the row asks for', () => {
  const heard = (voice: string, cells: Cells) => {
    const known = { templates: new Map(), looks: new Map(), voices: new Map([['v', { language: voice }]]) };
    const row = { avatar_id: 'Anna', voice_id: 'v', script: 'Willkommen in unserem Kurs!', ...cells };
    return asked(row, {}, known).warnings.map(({ message }) => message);
  };

  test('is told, with what to do', () => {
    expect(heard('English', { language: 'de-AT' })).toEqual([
      'The row asks for German, but its voice speaks English. In the Voice tab, pick a voice and use it for German.',
    ]);
  });

  test('is none that speaks the language, or several, or where the row has a locale of its own', () => {
    expect(heard('German', { language: 'de-AT' })).toEqual([]);
    expect(heard('Multilingual', { language: 'de-AT' })).toEqual([]);
    expect(heard('English', { language: 'de', locale: 'de-AT' })).toEqual([]);
  });
});
