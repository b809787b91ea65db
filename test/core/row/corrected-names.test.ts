import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRow } from '../../../src/core/oddities/check-row.ts';
import { requestOf } from '../../../src/core/request/request.ts';
import { readSheetSettings } from '../../../src/core/settings/sheet-settings.ts';
import { readNames } from '../../../src/core/sheet/names-sheet.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';

type Cells = Readonly<Record<string, string>>;
type Lines = readonly (readonly string[])[];

const NAMES: Lines = [
  ['Siobhán', 'shi-VAWN'],
  ['Siobhán Ryan', 'shi-VAWN RY-an'],
  ['Jean', 'zhahn', 'fr'],
  ['Jean', 'jeen', 'en'],
];

function table(cells: Cells, lines: Lines, settings: object = {}) {
  return readTable(
    [Object.keys(cells), Object.values(cells)],
    1,
    [],
    new Set(),
    readSheetSettings(settings),
    readNames([['value', 'say', 'language', 'voice'], ...lines]),
  );
}

function read(cells: Cells, lines: Lines = NAMES, settings: object = {}) {
  const whole = table({ avatar_id: 'Anna', ...cells }, lines, settings);
  const [row] = whole.rows;
  if (row === undefined) throw new Error('the table has no row');
  return { whole, row, asked: requestOf(whole, row, {}) };
}

function request(...given: Parameters<typeof read>): { readonly script?: string; readonly title?: string } {
  const { asked } = read(...given);
  if (!asked.ok) throw new Error(asked.failure.map(({ message }) => message).join('\n'));
  return asked.value.request;
}

describe('a corrected name', () => {
  test('is spoken by its spoken form, in every field that is this value or has it as a word', () => {
    expect(request({ script: 'Hi <<name>>!', name: ' Siobhán ' }).script).toBe('Hi shi-VAWN!');
    expect(request({ script: 'Hi <<name>>!', name: 'Siobhán Ryan' }).script).toBe('Hi shi-VAWN RY-an!');
    expect(request({ script: 'Hi <<name>>!', name: 'Siobhán Byrne' }).script).toBe('Hi shi-VAWN Byrne!');
    expect(request({ script: 'Hi <<name>>!', name: 'Siobhánna Byrne' }).script).toBe('Hi Siobhánna Byrne!');
  });

  test.each(['first word', 'given', 'title:given'])('is the part that <<name:%s>> gives', (formatter) => {
    const name = formatter.startsWith('title') ? 'SIOBHÁN RYAN' : 'Siobhán Ryan';
    expect(request({ script: `Hi <<name:${formatter}>>!`, name }).script).toBe('Hi shi-VAWN!');
  });

  test('is said as the row’s own spoken form says it, where there is one', () => {
    const cells = { script: 'Hi <<name>>!', name: 'Siobhán' };
    expect(request({ ...cells, 'name (say)': 'SHIV' }).script).toBe('Hi SHIV!');
    expect(request({ ...cells, 'name (say)': '' }).script).toBe('Hi shi-VAWN!');
  });

  test('is written as it is in the title, and in everything else that is not spoken', () => {
    const cells = { script: 'Hi <<name>>!', name: 'Siobhán' };
    expect(request(cells).title).toContain('Hi Siobhán!');
    expect(request({ ...cells, title: 'For <<name>>' }).title).toContain('For Siobhán');
  });

  test('is no fallback, and no word of the script itself', () => {
    expect(request({ script: 'Siobhán, hi <<name|Siobhán>>!', name: '' }).script).toBe(
      'Siobhán, hi Siobhán!',
    );
  });

  test.each([
    ['its language', { language: 'French' }, {}, 'zhahn'],
    ['its language with a country', { language: 'fr-CA' }, {}, 'zhahn'],
    ['its locale', { locale: 'en-GB' }, {}, 'jeen'],
    ['the sheet’s locale', {}, { locale: 'en-GB' }, 'jeen'],
    ['the language that its voice has in this sheet', { voice_id: 'v1' }, { voices: { fr: 'v1' } }, 'zhahn'],
  ])('is said for the language of the row: %s', (_, cells, settings, say) => {
    expect(request({ script: '<<name>>', name: 'Jean', ...cells }, NAMES, settings).script).toBe(say);
  });

  test('in a row without a language is spoken as written, with a warning', () => {
    const { whole, row, asked } = read({ script: '<<name>>', name: 'Jean' });
    expect(asked.ok && asked.value.request).toMatchObject({ script: 'Jean' });
    expect(checkRow(whole, row, {}).warnings.map(({ code, column }) => [code, column])).toEqual([
      ['name_unsaid', 'name'],
    ]);
  });

  test('is not warned of for what its written form looks like', () => {
    const cells = { script: 'Hi <<first name>>!', 'first name': 'SIOBHAN' };
    const codes = (lines: Lines): readonly string[] => {
      const { whole, row } = read(cells, lines);
      return checkRow(whole, row, {}).warnings.map(({ code }) => code);
    };
    expect(codes([])).toEqual(['name_capitals']);
    expect(codes([['SIOBHAN', 'shi-VAWN']])).toEqual([]);
  });

  test('that is said in two ways blocks its row with a sentence, and no other row', () => {
    const lines = [...NAMES, ['Siobhán', 'SHIV']];
    const { asked } = read({ script: 'Hi <<name>>!', name: 'Siobhán' }, lines);
    expect(asked.ok ? [] : asked.failure).toMatchObject([
      { code: 'say_unclear', column: 'name', message: expect.stringContaining('in two ways') },
    ]);
    expect(request({ script: 'Hi <<name>>!', name: 'Ben' }, lines).script).toBe('Hi Ben!');
  });

  test('may look like a merge field, a condition or a formula: it is text', () => {
    const lines = [['Bobby', '<<name>> <<if x>> =1+1 {{y}}']];
    expect(request({ script: 'Hi <<name>>!', name: 'Bobby' }, lines).script).toBe(
      'Hi <<name>> <<if x>> =1+1 {{y}}!',
    );
  });
});

test('a sheet that cannot be read stops every row', () => {
  const names = readNames([['first', 'second'], ['Anna']]);
  const { issues } = readTable([['script']], 1, [], new Set(), undefined, names);
  expect(issues.map(({ code }) => code)).toEqual(['names_unreadable']);
});

const WORDS = ['Siobhán', 'Jean', 'ANNA', 'O’Brien', 'Anna Lena', 'x', '=1+1'];
const WORD = fc.constantFrom(...WORDS);
const SCRIPT = fc
  .array(
    fc.constantFrom(
      '<<name>>',
      'Hi ',
      '<<name:first word>>',
      '<<other:title>>',
      '<<if other=x>>for <<other>><<end>>',
      '<<name|x>>',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

test('a correction changes no row that does not speak its value', () => {
  let untouched = 0;
  let touched = 0;
  fc.assert(
    fc.property(
      fc.record({ name: WORD, other: WORD, script: SCRIPT }),
      fc.record({
        value: WORD,
        language: fc.constantFrom('', 'fr', 'de'),
        voice: fc.constantFrom('', '', 'v'),
      }),
      ({ name, other, script }, { value, language, voice }) => {
        const cells = { name, other, script, language: 'fr' };
        const before = read(cells, []).asked;
        const after = read(cells, [[value, 'said otherwise', language, voice]]).asked;
        // What is spoken, found without the code under test: each value alone stands between marks.
        const marked = script.replace(/<<(?!if|end)[^>]*>>/gu, (field) =>
          field.startsWith('<<name') ? ` [${field}]! ` : ` [${field}] `,
        );
        const spoken = read({ ...cells, script: marked }, []).asked;
        const wanted = value.toLowerCase();
        const says = [
          ...(spoken.ok ? JSON.stringify(spoken.value.request) : '').matchAll(/\[([^\]]*)\](!?)/gu),
        ].some(([, text = '', isName]) => {
          const said = text.toLowerCase();
          if (said === wanted) return true;
          // Of a full name its words, and of the line for it the part that is said.
          return isName === '!' && (said.split(' ').includes(wanted) || name.toLowerCase() === wanted);
        });
        const speaks = says && voice === '' && language !== 'de';
        if (!speaks) {
          untouched += 1;
          expect(after).toEqual(before);
        } else {
          touched += 1;
          expect(after).not.toEqual(before);
        }
      },
    ),
    cases(500, 20261130),
  );
  expect(Math.min(touched, untouched)).toBeGreaterThan(20);
});
