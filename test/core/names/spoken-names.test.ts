import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SpokenName, spokenNames } from '../../../src/core/names/spoken-names.ts';
import { checkReading } from '../../../src/core/oddities/check-row.ts';
import type { AccountFacts } from '../../../src/core/row/account-facts.ts';
import { readRow } from '../../../src/core/row/row-reading.ts';
import { type Correction, NO_CORRECTIONS } from '../../../src/core/sheet/corrections.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';

const FACTS: AccountFacts = {
  templates: new Map(),
  looks: new Map([['Anna', { type: 'studio_avatar', engines: [], voiceId: 'sara' }]]),
  voices: new Map([
    ['sara', { language: 'English' }],
    ['lena', { language: 'German' }],
  ]),
};

type Lines = readonly (readonly string[])[];

function names(
  lines: Lines,
  defaults: Readonly<Record<string, string>> = {},
  corrections: readonly Partial<Correction>[] = [],
  facts = FACTS,
): readonly SpokenName[] {
  const list = corrections.map((each) => ({
    line: 2,
    value: '',
    say: '',
    language: '',
    voice: '',
    fault: '',
    ...each,
  }));
  const table = readTable(lines, 1, [], new Set(), undefined, { ...NO_CORRECTIONS, list });
  const rows = table.rows.map((row) => {
    const reading = readRow(table, row, { avatar_id: 'Anna', ...defaults }, facts);
    const { asked, warnings } = checkReading(reading, table, row, facts);
    return { row, reading, request: asked.ok ? asked.value.request : null, warnings };
  });
  return spokenNames(table, rows, facts);
}

const script = 'Hello <<name>>!';

describe('the list has what the merge puts into the spoken words', () => {
  test('each value once, with its rows, in the language of the voice that says it', () => {
    expect(names([['name'], ['Łukasz'], ['Anna'], ['Łukasz']], { script })).toEqual([
      {
        value: 'Łukasz',
        say: 'Łukasz',
        by: '',
        place: 'script',
        column: 'name',
        rows: [2, 4],
        spokenIn: 'English',
        language: '',
        risks: ['English has no “Ł”.'],
        voice: { voiceId: 'sara', speed: 1, locale: '' },
        heard: { value: false, say: false },
      },
      expect.objectContaining({ value: 'Anna', rows: [3], risks: [] }),
    ]);
  });

  test.each([
    ['<<name:first word>>', ['José']],
    ['<<name:upper>>', ['JOSÉ GARCÍA']],
    ['<<name>> and <<name:given>>', ['José García', 'José']],
    ['<<if name is not empty>>You<<end>>', []],
    ['<<nick|friend>>', []],
    ['[background: <<name>>] Hello', []],
  ])('after formatters, and nothing else of the row: %s', (text, values) => {
    const found = names(
      [
        ['name', 'nick'],
        ['José García', ''],
      ],
      { script: text },
    );
    expect(found.map(({ value }) => value)).toEqual(values);
  });

  test('numbers, amounts and dates are left out, but not where a name should stand', () => {
    const lines = [
      ['name', 'price', 'birthday', 'points', 'plan', 'when', 'order', 'next'],
      ['1234', '$5', '3 May 2026', '1,200', 'Pro 2', '2026-03-12', '3 April', 'CHF 1’250.00'],
    ];
    const all =
      'Hi <<name>>, <<price>>, <<birthday>>, <<points>>, <<plan>>, <<when:date>>, <<order>>, <<next>>.';
    expect(names(lines, { script: all }).map(({ value }) => value)).toEqual(['1234', 'Pro 2']);
  });

  test('the scenes of a script each with their own voice', () => {
    const scenes = 'Hello <<name>>!\n---\n[voice: lena] Guten Tag, <<company>>!';
    const lines = [
      ['name', 'company'],
      ['Łukasz', 'Müller'],
    ];
    expect(
      names(lines, { script: scenes, voice_id: 'sara' }).map(({ value, voice, risks }) => [
        value,
        voice?.voiceId,
        risks,
      ]),
    ).toEqual([
      ['Łukasz', 'sara', ['English has no “Ł”.']],
      ['Müller', 'lena', []],
    ]);
  });

  test('two languages say one value in two lines, and the row’s own language is that of its correction', () => {
    const lines = [
      ['name', 'voice_id', 'locale'],
      ['José', 'sara', 'en-GB'],
      ['José', 'lena', ''],
    ];
    expect(
      names(lines, { script }).map(({ spokenIn, language, rows }) => [spokenIn, language, rows]),
    ).toEqual([
      ['English', 'en', [2]],
      ['German', '', [3]],
    ]);
  });

  test('a row that cannot be sent has its names in it, without a voice to hear', () => {
    const [found] = names(
      [
        ['name', 'background'],
        ['Łukasz', 'nonsense colour'],
      ],
      { script },
    );
    expect(found).toMatchObject({ value: 'Łukasz', voice: null, rows: [2] });
  });
});

describe('what a HeyGen template or a cinematic video gets is listed as it is written', () => {
  const variable = (name: string, type: string) => ({ name, type, value: null });
  const facts: AccountFacts = {
    ...FACTS,
    templates: new Map([
      [
        'tpl-1',
        {
          kind: 'known',
          ratio: '16:9',
          scenes: [],
          variables: [variable('first_name', 'text'), variable('line', 'text'), variable('photo', 'image')],
        },
      ],
    ]),
  };
  const corrected = [{ value: 'Łukasz', say: 'Woo-cash' }];

  test('the texts of a template’s variables, and the names that are merged into them', () => {
    const lines = [
      ['first_name', 'line', 'photo', 'nick', 'template_id'],
      [
        'Łukasz',
        'Hello <<nick>>, we are glad to have you with us!',
        'https://a.example/1.png',
        'Luki',
        'tpl-1',
      ],
      ['Zoë', 'We are glad to have all of you with us!', '', 'Zo', 'tpl-1'],
    ];
    expect(
      names(lines, {}, corrected, facts).map(({ value, say, by, place, column, risks }) => [
        ...[value, say, by, place, column],
        risks,
      ]),
    ).toEqual([
      ['Łukasz', 'Łukasz', '', 'template', 'first_name', []],
      ['Luki', 'Luki', '', 'template', 'nick', []],
      ['Zoë', 'Zoë', '', 'template', 'first_name', []],
    ]);
  });

  test('the names in a prompt; only “say” makes them spoken forms', () => {
    const lines = [['name'], ['Łukasz']];
    const listed = (prompt: string) =>
      names(lines, { prompt }, corrected).map(({ value, say, by, place }) => [value, say, by, place]);
    expect(listed('A woman says: hello <<name>>!')).toEqual([['Łukasz', 'Łukasz', '', 'prompt']]);
    expect(listed('A woman says: hello <<name:say>>!')).toEqual([
      ['Łukasz', 'Woo-cash', 'names sheet', 'script'],
    ]);
    expect(listed('A woman waves.')).toEqual([]);
  });
});

describe('what is corrected is known by its written form', () => {
  test('by the names sheet or by the row’s own column, and the risky ones that nobody corrected come first', () => {
    const lines = [
      ['name', 'name (say)'],
      ['Zoë', ''],
      ['Anna', ''],
      ['Łukasz Nowak', ''],
      ['José García', 'Ho-zay Garthia'],
      ['Anna', ''],
    ];
    const found = names(lines, { script: 'Hi <<name:first word>>' }, [{ value: 'Łukasz', say: 'Woo-cash' }]);
    expect(found.map(({ value, say, by, rows }) => [value, say, by, rows])).toEqual([
      ['Zoë', 'Zoë', '', [2]],
      ['Łukasz', 'Woo-cash', 'names sheet', [4]],
      ['José', 'Ho-zay', 'say column', [5]],
      ['Anna', 'Anna', '', [3, 6]],
    ]);
  });

  test('a correction for another language leaves the value as it is', () => {
    const found = names(
      [
        ['name', 'language'],
        ['José', 'de'],
        ['José', 'en'],
      ],
      { script },
      [{ value: 'José', say: 'Ho-zay', language: 'en' }],
    );
    expect(found.map(({ say, language, by }) => [say, language, by])).toEqual([
      ['José', 'de', ''],
      ['Ho-zay', 'en', 'names sheet'],
    ]);
  });
});

test('what the checks of a row find in its cell is among the reasons', () => {
  const found = names([['name'], ['JosÃ©'], ['Smith, Anna'], ['null']], { script });
  expect(found.map(({ value, risks }) => [value, risks[risks.length - 1]])).toEqual([
    ['JosÃ©', 'Its letters are broken.'],
    ['Smith, Anna', 'The family name stands first.'],
    ['null', 'It looks like a machine’s word.'],
  ]);
});

test('the order of the rows changes neither what is listed nor how often', () => {
  const cell = fc.constantFrom('Anna', 'Łukasz', 'José', "O'Brien", '', 'ANNA', 'IBM 3', '12');
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 40 }), fc.nat(), (cells, seed) => {
      const shifted = cells.map((_, at) => cells[(at + seed) % cells.length] ?? '');
      const counts = (values: readonly string[]) =>
        Object.fromEntries(
          names([['name', 'id'], ...values.map((value) => [value, 'x'])], { script }).map(
            ({ value, rows }) => [value, rows.length],
          ),
        );
      const expected = Object.fromEntries(
        [...new Set(cells)]
          .filter((value) => value !== '')
          .map((value) => [value, cells.filter((each) => each === value).length]),
      );
      expect(counts(cells)).toEqual(expected);
      expect(counts(shifted)).toEqual(expected);
    }),
    cases(60, 41),
  );
});

test('ten times the rows take about ten times the work', () => {
  const table = readTable([
    ['name'],
    ...Array.from({ length: 10_000 }, (_, at) => [`Łukasz ${at.toString(36)}`]),
  ]);
  const rows = table.rows.map((row) => {
    const reading = readRow(table, row, { avatar_id: 'Anna', script }, FACTS);
    return { row, reading, request: null, warnings: [] };
  });
  const work = (count: number): number => {
    const before = process.cpuUsage();
    expect(spokenNames(table, rows.slice(0, count), FACTS)).toHaveLength(count);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  work(1_000);
  const few = work(1_000);
  expect(work(10_000)).toBeLessThan(few * 40);
});
