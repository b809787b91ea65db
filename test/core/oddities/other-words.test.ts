import { expect, it } from 'vitest';
import { planRun } from '../../../src/core/jobs/run.ts';
import { readTable } from '../../../src/core/sheet/table.ts';

/** The codes of what a row alone is warned of. */
function codesOf(cells: Readonly<Record<string, string>>, voice = 'English'): string[] {
  const row = { voice_id: voice, ...cells };
  const table = readTable([Object.keys(row), Object.values(row)]);
  const voices = new Map([[voice, { language: voice }]]);
  const facts = { templates: new Map(), looks: new Map(), voices };
  const asked = { table, rows: [2], defaults: { avatar_id: 'Anna' }, facts, history: new Map(), tab: 1 };
  const { ready, blocked } = planRun(asked);
  expect(blocked).toEqual([]);
  return ready.flatMap(({ warnings }) => warnings.map(({ code }) => code));
}

const GREETING = 'Hi <<first_name>>, welcome to <<company>>.';

it.each([
  '{$first_name}',
  '{!Contact.FirstName}',
  '<%= name %>',
  '%coupon%',
  '@@name@@',
  '||name||',
  '_____',
])('a mark of another tool, %s, is found in the words', (mark) => {
  expect(codesOf({ script: `Hello ${mark}, welcome.` })).toEqual(['merge_mark']);
});

it.each(['NA', 'nil', 'false', 'Test1', '(none)', 'null null', 'Not Applicable', 'k. A.', '.', 'First Name'])(
  'a name “%s” is a machine’s word',
  (first_name) => {
    expect(codesOf({ first_name, company: 'Acme', script: GREETING })).toEqual(['machine_word']);
  },
);

it.each(['Jos?', 'J√ºrgen'])('a name “%s” has broken letters', (first_name) => {
  expect(codesOf({ first_name, company: 'Acme', script: GREETING })).toEqual(['letters_broken']);
});

it.each(['none', 'unknown', 'TBD'])('a company “%s” is a machine’s word', (company) => {
  expect(codesOf({ first_name: 'Anna', company, script: GREETING })).toEqual(['machine_word']);
});

it.each(['(waves hand)', '(holds up the box)', '(raises eyebrows)', '(voice-over)', '(grinst)'])(
  'the stage direction %s is found',
  (direction) => {
    expect(codesOf({ script: `Hello there! ${direction} We are so glad.` })).toEqual(['stage_direction']);
  },
);

it.each([
  ['Sat Mar 14 2026 00:00:00 GMT+0100 (CET)', 'date_midnight'],
  ['12/30/1899', 'number_bent'],
])('the date %s is a spreadsheet’s', (date, code) => {
  expect(codesOf({ date, script: 'See you on <<date>>.' })).toEqual([code]);
});

it.each(['$NaN', '$undefined', '$$50', '50 €€'])('%s is no amount', (amount) => {
  expect(codesOf({ amount, script: 'Your total is <<amount>>.' })).toEqual(['amount_malformed']);
});

it('a short script in another language than its voice is found', () => {
  const script = 'Bonjour <<first_name>>, merci pour votre commande.';
  expect(codesOf({ first_name: 'Anna', script })).toEqual(['language_other']);
});

it.each<[Record<string, string>, string?]>([
  [{ product: '[Refurbished] Dell XPS 13', script: 'Your <<product>> has shipped.' }],
  [{ first_name: 'Sir Ian', script: 'Hi <<first_name>>!' }],
  [{ first_name: 'Na', script: 'Hi <<first_name>>!' }],
  [{ first_name: 'True', script: 'Hi <<first_name>>!' }],
  [{ company: 'ABC', script: 'Welcome to <<company>>.' }],
  [{ pets: 'none', script: 'Your pets: <<pets>>.' }],
  [{ script: 'We give you 10% on books and 20% on music (shows from 8 pm).' }],
  [
    {
      adresse: 'Straße des 17. Juni 135',
      script: 'Hallo, dein Termin ist in der <<adresse>>, und wir freuen uns auf dich.',
    },
    'German',
  ],
])('ordinary data is left alone: %j', (cells, voice) => {
  expect(codesOf(cells, voice)).toEqual([]);
});
