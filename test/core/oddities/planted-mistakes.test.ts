import { expect, test } from 'vitest';
import { planRun } from '../../../src/core/jobs/run.ts';
import { oddRows } from '../../../src/core/oddities/odd-rows.ts';
import type { AccountFacts } from '../../../src/core/row/account-facts.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { CLEAN_HEADERS, COUNTRIES, cleanRow } from './clean-rows.ts';

const ROWS = 500;
const HEADERS = [...CLEAN_HEADERS, 'age'];

type Cells = Record<string, string>;

/** A mistake: what it does to a row, and the warning that must find it. `others` are the rows as they were. */
interface Mistake {
  readonly code: string;
  readonly plant: (cells: Cells, others: readonly Cells[]) => Cells;
}

const put = (code: string, cells: Cells): Mistake => ({ code, plant: () => cells });
const said = (code: string, change: (script: string) => string): Mistake => ({
  code,
  plant: ({ script = '' }) => ({ script: change(script) }),
});
const english = (code: string, cells: Cells): Mistake => ({
  code,
  plant: () => ({ ...cells, voice_id: 'English', locale: '' }),
});

/** Fifteen kinds of mistakes, four of each. */
const KINDS: readonly (readonly Mistake[])[] = [
  [
    said('merge_mark', (script) => `${script} *|FNAME|*`),
    said('merge_mark', (script) => script.replace('<<first_name>>', '[first_name]')),
    put('script_braces', { company: '{{company}}' }),
    said('merge_mark', (script) => `${script} &lt;&lt;city&gt;&gt;`),
  ],
  [
    put('machine_word', { first_name: 'null' }),
    put('machine_word', { company: 'undefined' }),
    put('machine_word', { city: 'Wird geladen...' }),
    put('name_number', { first_name: '4711' }),
  ].map(({ code, plant }) => ({
    code,
    plant: (cells, others) => ({
      voice_id: 'English',
      locale: '',
      script: 'Hi <<first_name>> of <<company>> in <<city>>!',
      ...plant(cells, others),
    }),
  })),
  [
    put('letters_broken', { first_name: 'JosÃ©' }),
    put('letters_broken', { first_name: 'Jos\ufffd' }),
    said('letters_broken', (script) => `${script} Itâ€™s on us.`),
    said('letters_broken', (script) => `${script} Ð¡Ð¿Ð°ÑÐ¸Ð±Ð¾!`),
  ],
  [
    put('name_capitals', { first_name: 'ANNA' }),
    put('name_title', { first_name: 'Dr. Anna Smith' }),
    put('name_reversed', { first_name: 'Smith, Anna' }),
    put('name_title', { first_name: 'Herr' }),
  ],
  [
    english('language_other', {
      script:
        'Hallo, wir haben Ihre Bestellung erhalten und freuen uns, dass Sie wieder bei uns sind. Vielen Dank!',
    }),
    english('writing_other', { script: 'Здравствуйте, спасибо за ваш заказ!' }),
    {
      code: 'language_other',
      plant: () => ({
        voice_id: 'German',
        locale: '',
        script:
          'Thank you for your order, we have received it and you will be hearing from us with all the details.',
      }),
    },
    {
      code: 'writing_other',
      plant: () => ({ locale: 'ja-JP', script: 'Thank you very much for your order, and see you soon.' }),
    },
  ],
  [
    said('stage_direction', (script) => `(waves) ${script}`),
    said('stage_direction', (script) => `${script} [pause] Bye!`),
    said('stage_direction', (script) => `${script} *smiles*`),
    said('stage_direction', (script) => `${script} (lacht)`),
  ],
  [
    said('markup_spoken', (script) => `**Hello!** ${script}`),
    said('markup_spoken', (script) => `${script}\n- one thing\n- and another`),
    said('signature_spoken', (script) => `${script}\nAnna\nTel.: +49 30 1234567`),
    said('markup_spoken', (script) => `${script} [our page](example)`),
  ],
  [
    put('amount_malformed', { amount: '$1,2345' }),
    put('amount_malformed', { amount: '1.23.45 €' }),
    put('amount_malformed', { amount: '€ 1,250,50' }),
    said('amount_malformed', (script) => `${script} It costs $12,34.`.replace('$12,34.', '$1.25,0,0.')),
  ],
  [
    put('address_private', { image: 'https://192.168.1.20/anna.jpg' }),
    put('address_private', { image: 'https://nas.local/anna.jpg' }),
    put('address_page', { image: 'https://imgur.com/a/x1Y2z3' }),
    put('address_page', { image: 'https://1drv.ms/i/s!AbCdEf' }),
  ],
  [
    put('number_bent', { order: '4.15556E+09' }),
    put('number_bent', { order: '4,15556E+09' }),
    put('number_bent', { amount: '0.30000000000000004' }),
    put('number_bent', { day: '46095' }),
  ].map(({ code, plant }) => ({
    code,
    plant: (cells, others) => ({
      voice_id: 'English',
      locale: '',
      amount: '$5',
      day: '1 May',
      script: 'No. <<order>> costs <<amount>> on <<day>>.',
      ...plant(cells, others),
    }),
  })),
  [
    put('date_midnight', { day: '2026-03-14 00:00' }),
    put('date_midnight', { day: '14.03.2026 00:00:00' }),
    put('date_midnight', { day: '3/14/2026 12:00:00 AM' }),
    put('date_midnight', { day: '2026-03-14T00:00:00.000Z' }),
  ],
  [
    put('amount_not_positive', { amount: '$0.00' }),
    put('amount_not_positive', { amount: '-12,50 €' }),
    put('amount_not_positive', { amount: '($5.00)' }),
    english('age_negative', { age: '-3', script: 'You are <<age>> today.' }),
  ],
  [
    ['German', '<<day:date>>', '2026-03-14'],
    ['Spanish', '<<day:date>>', '2026-03-14'],
    ['French', '<<day>>', '14 March 2026'],
    ['Japanese', '<<day:date>>', '2026-03-14'],
  ].map(([voice = '', field = '', day = '']) => ({
    code: 'date_language',
    plant: () => {
      const script = COUNTRIES.find((country) => country.voice === voice)?.script ?? '';
      return { voice_id: voice, locale: '', day, script: script.replace('<<day>>', field) };
    },
  })),
  [10, 20, 30, 40].map((at) => ({
    code: 'recipient_repeated',
    plant: (_cells, others) => ({ email: others[at]?.email ?? '' }),
  })),
  [
    ...[50, 60].map((at): Mistake => ({ code: 'words_repeated', plant: (_, others) => ({ ...others[at] }) })),
    said('script_long', (script) => `${script} ${script} ${script} ${script} ${script} ${script} ${script}`),
    {
      code: 'script_long',
      plant: () => ({
        voice_id: 'English',
        locale: '',
        script: 'There is a lot that we would like to tell you about what is new here. '.repeat(14),
      }),
    },
  ],
];

/** A seeded generator: the same rows in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const FACTS: AccountFacts = {
  templates: new Map(),
  looks: new Map(),
  voices: new Map(COUNTRIES.map(({ voice }) => [voice, { language: voice }])),
};

test.each([1, 2, 3])(
  'sixty mistakes of fifteen kinds among five hundred rows are all found, seed %i',
  (seed) => {
    const next = random(seed);
    const pick = <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    };
    const clean = Array.from({ length: ROWS }, (_, at): Cells => {
      const country = pick(COUNTRIES);
      const cells = [...cleanRow(country, pick(country.names)[0], pick(country.names)[1], at), '30'];
      return Object.fromEntries(HEADERS.map((header, index) => [header, cells[index] ?? '']));
    });
    const mistakes = KINDS.flat();
    expect(mistakes).toHaveLength(60);
    expect(KINDS).toHaveLength(15);
    const planted = new Map<number, string>();
    const rows = clean.map((cells) => cells);
    // The first hundred rows stay as they are: some mistakes repeat them.
    for (const { code, plant } of mistakes) {
      let at = 0;
      while (at === 0 || planted.has(at + 2)) at = 100 + Math.floor(next() * (ROWS - 100));
      rows[at] = { ...clean[at], ...plant(clean[at] ?? {}, clean) };
      planted.set(at + 2, code);
    }
    const table = readTable([HEADERS, ...rows.map((cells) => HEADERS.map((header) => cells[header] ?? ''))]);
    const plan = planRun({
      table,
      rows: table.rows.map(({ number }) => number),
      defaults: { avatar_id: 'Anna' },
      facts: FACTS,
      history: new Map(),
      tab: 1,
    });
    expect(plan.blocked).toEqual([]);
    const found = [
      ...plan.ready.flatMap(({ row, warnings }) =>
        warnings.map(({ code, message }) => ({ row, code, message })),
      ),
      ...oddRows(table, plan.ready).map(({ row, issue: { code, message } }) => ({ row, code, message })),
    ];
    const missed = [...planted].filter(
      ([row, code]) => !found.some((each) => each.row === row && each.code === code),
    );
    expect(missed).toEqual([]);
    // A copied row repeats its recipient as well.
    const others = found.filter(
      ({ row, code }) =>
        planted.get(row) !== code &&
        !(code === 'recipient_repeated' && planted.get(row) === 'words_repeated'),
    );
    expect(others.slice(0, 20)).toEqual([]);
  },
);
