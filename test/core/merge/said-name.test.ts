import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeScriptTemplate } from '../../../src/core/merge/merge-script-template.ts';
import { parseScriptTemplate } from '../../../src/core/merge/script-template.ts';
import { readNames } from '../../../src/core/sheet/names-sheet.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';

type Lines = readonly (readonly string[])[];

const HEADERS = ['value', 'say', 'language', 'voice'];

function merged(script: string, cell: string, lines: Lines, header = 'name') {
  const corrections = readNames([HEADERS, ...lines]);
  const table = readTable([[header], [cell]], 1, [], new Set(), undefined, corrections);
  const [row] = table.rows;
  if (row === undefined) throw new Error('There is no row.');
  return mergeScriptTemplate(parseScriptTemplate(script), { row, table, into: 'script' });
}

const said = (...given: Parameters<typeof merged>): string => merged(...given).text;

const ONEILL = ['Siobhan O\u2019Neill', 'Shivawn O-Neel'];

describe('a line for the whole name', () => {
  test.each([
    ['<<name>>', 'Siobhan O\u2019Neill', 'Shivawn O-Neel'],
    ['<<name>>', "SIOBHAN  O'NEILL", 'Shivawn O-Neel'],
    ['<<name:title>>', "SIOBHAN O'NEILL", 'Shivawn O-Neel'],
    ['<<name:upper>>', "Siobhan O'Neill", 'Shivawn O-Neel'],
    ['<<name:given>>', "Siobhan O'Neill", 'Shivawn'],
    ['<<name:first word>>', "Siobhan O'Neill", 'Shivawn'],
    ['<<name:first word:upper>>', "Siobhan O'Neill", 'Shivawn'],
  ])('serves %s of %s', (script, cell, text) => {
    expect(said(script, cell, [ONEILL])).toBe(text);
  });

  test('gives the part that stands where the given name stands, whatever the spoken form looks like', () => {
    expect(
      said('<<name:given>>', 'Dr. Siobhan Ní Neill', [['Dr. Siobhan Ní Neill', 'Doctor Shivawn Nee Neel']]),
    ).toBe('Shivawn');
    expect(said('<<name:given>>', 'Ní, Siobhan', [['Ní, Siobhan', 'Nee, Shivawn']])).toBe('Shivawn');
    expect(said('<<name:given>>', '김 지민', [['김 지민', 'Kim Jeemin']])).toBe('Jeemin');
  });

  test('in another number of words is not guessed at: the part is told, and spoken as written', () => {
    const { text, fields } = merged('<<name:given>>', 'Siobhan Neill', [['Siobhan Neill', 'Shi vawn Neel']]);
    expect(text).toBe('Siobhan');
    expect(fields[0]?.unsaid).toContain(
      '“Shi vawn Neel”, in another number of words, so “Siobhan” is spoken as written. Add a line',
    );
  });
});

describe('a line for one name', () => {
  const siobhan = ['Siobhan', 'Shivawn'];
  test.each([
    ['<<name:given>>', "Siobhan O'Neill", 'Shivawn'],
    ['<<name>>', "Siobhan O'Neill", "Shivawn O'Neill"],
    ['<<name>>', "O'Neill, Siobhan", "O'Neill, Shivawn"],
    ['<<name>>', 'Anna (Siobhan) Neill', 'Anna (Shivawn) Neill'],
    ['<<name>>', 'SIOBHAN NEILL', 'Shivawn NEILL'],
    ['<<name>>', 'Siobhan-Ann Neill', 'Siobhan-Ann Neill'],
    ['<<name>>', 'Siobhana Neill', 'Siobhana Neill'],
  ])('serves %s of %s', (script, cell, text) => {
    expect(said(script, cell, [siobhan])).toBe(text);
  });

  test('comes behind the line for more of the words, and behind the one for all', () => {
    const lines = [
      siobhan,
      ['van der Berg', 'fun dair Bairk'],
      ['Berg', 'Burg'],
      ['Siobhan van der Berg', 'all of it'],
    ];
    expect(said('<<name>>', 'Siobhan van der Berg', lines)).toBe('all of it');
    expect(said('<<name>>', 'Anna van der Berg', lines)).toBe('Anna fun dair Bairk');
    expect(said('<<name>>', 'Siobhan Berg', lines)).toBe('Shivawn Burg');
  });

  test('changes no word in a column that holds no names', () => {
    expect(said('<<department>>', 'IT support', [['IT', 'eye tee']], 'department')).toBe('IT support');
    expect(said('<<department>>', 'IT', [['IT', 'eye tee']], 'department')).toBe('eye tee');
  });

  test('that cannot be read blocks the full name too', () => {
    const { issues } = merged('<<name>>', 'Siobhan Neill', [['Siobhan', 'Shivawn', 'Klingonish']]);
    expect(issues.map(({ message }) => message).join()).toContain('“Klingonish” is not understood');
  });

  test('that is for a language which the row does not name is told, and not spoken', () => {
    const { text, fields } = merged('<<name>>', 'Siobhan Neill', [['Siobhan', 'Shivawn', 'en']]);
    expect(text).toBe('Siobhan Neill');
    expect(fields[0]?.unsaid).toContain('says “Siobhan” only for some languages');
  });
});

test('the row’s own spoken form comes first, and titles keep the written one', () => {
  const corrections = readNames([HEADERS, ONEILL]);
  const lines = [
    ['name', 'name (say)'],
    ["Siobhan O'Neill", 'Chevonne'],
  ];
  const table = readTable(lines, 1, [], new Set(), undefined, corrections);
  const [row] = table.rows;
  if (row === undefined) throw new Error('There is no row.');
  const template = parseScriptTemplate('<<name>>');
  expect(mergeScriptTemplate(template, { row, table, into: 'script' }).text).toBe('Chevonne');
  expect(mergeScriptTemplate(template, { row, table, into: 'title' }).text).toBe("Siobhan O'Neill");
});

test('without a line for any of its words, a name stays as it is', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{1,6}[,.]?$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 10 }), (words) => {
      const name = words.join(' ');
      expect(said('<<name>>', name, [['Xx-nobody', 'so']])).toBe(name);
    }),
    cases(100, 51),
  );
});
