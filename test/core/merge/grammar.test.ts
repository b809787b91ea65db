import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InputName } from '../../../src/core/columns/columns.ts';
import { FORMATTERS } from '../../../src/core/merge/formatter.ts';
import { type Merged, mergeScriptTemplate } from '../../../src/core/merge/merge-script-template.ts';
import { parseScriptTemplate } from '../../../src/core/merge/script-template.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';

const CELLS = {
  first_name: 'ANNA maría',
  'first_name (say)': '',
  plan: 'Pro ',
  note: '',
  price: '1.250,50 €',
  day: '12.03.2026',
  end: 'Friday',
  'Time: start': '9:30',
  broken: '#N/A',
};

function merge(text: string, cells: object = {}, into: InputName = 'script', locale?: string): Merged {
  const all = { ...CELLS, ...cells };
  const table = readTable([Object.keys(all), Object.values(all)]);
  const row = table.rows[0] ?? { number: 2, cells: [], blank: true };
  return mergeScriptTemplate(parseScriptTemplate(text), { row, table, into, locale });
}

const codes = (text: string, cells = {}) => merge(text, cells).issues.map(({ code }) => code);

describe('condition', () => {
  test.each([
    ['name = value, whatever the case and the spaces', '<<if plan =  pro>>yes<<end>>', 'yes'],
    ['name = value in quotes', '<<if plan = "Pro">>yes<<end>>', 'yes'],
    ['name = value in curly quotes', '<<if plan = “Pro”>>yes<<end>>', 'yes'],
    ['name = value in single curly quotes', '<<if plan = ‘Pro’>>yes<<end>>', 'yes'],
    ['name = value in angle quotes', '<<if plan = «Pro»>>yes<<end>>', 'yes'],
    ['name = value in low quotes', '<<if plan = „Pro“>>yes<<end>>', 'yes'],
    ['name == value', '<<if plan == Pro>>yes<<end>>', 'yes'],
    ['name <> value', '<<if plan <> Pro>>yes<<else>>no<<end>>', 'no'],
    ['a value with "and" in it', '<<if team = Sales and Marketing>>yes<<end>>', 'yes'],
    ['a value in quotes with "or" in it', '<<if choice = "one or two">>yes<<end>>', 'yes'],
    ['inches', '<<if size = 12">>yes<<end>>', 'yes'],
    ['another kind of apostrophe', "<<if shop = Women's>>yes<<end>>", 'yes'],
    ['an invisible character in the cell', '<<if hidden = Pro>>yes<<end>>', 'yes'],
    ['name = another value', '<<if plan = Free>>yes<<end>>', ''],
    ['name != value', '<<if plan != Free>>yes<<end>>', 'yes'],
    ['name != the value', '<<if plan!=PRO>>yes<<end>>', ''],
    ['name contains value', '<<IF First Name contains anna>>yes<<END>>', 'yes'],
    ['name contains no such value', '<<if first_name contains bob>>yes<<end>>', ''],
    ['name is empty', '<<if note is empty>>yes<<end>>', 'yes'],
    ['name is empty, which it is not', '<<if plan is empty>>yes<<end>>', ''],
    ['name is not empty', '<<if plan is not empty>>yes<<end>>', 'yes'],
    ['name is not empty, which it is', '<<if note is not empty>>yes<<end>>', ''],
    ['else, when it is not so', '<<if plan = Free>>no<<else>>yes<<end>>', 'yes'],
    ['else, when it is so', '<<if plan = Pro>>yes<<else>>no<<end>>', 'yes'],
    [
      'one inside of another',
      '<<if plan = Pro>>a<<if note is empty>>b<<else>>c<<end>>d<<else>>e<<end>>f',
      'abdf',
    ],
    [
      'a skipped one inside of another',
      '<<if plan = X>>a<<if note is empty>>b<<else>>c<<end>>d<<else>>e<<end>>f',
      'ef',
    ],
    ['an empty value equals nothing', '<<if note = x>>a<<else>>b<<end>>', 'b'],
  ])('%s', (_what, text, merged) => {
    const cells = {
      team: 'Sales and Marketing',
      choice: 'one or two',
      size: '12"',
      shop: 'Women’s',
      hidden: 'Pro\u200b',
    };
    expect(merge(text, cells)).toMatchObject({ text: merged, issues: [] });
  });

  test.each([
    'plan = Pro and note = x',
    'plan = Pro or note = x',
    'plan = Pro or Free',
    'plan = Pro || note = x',
    'plan = Pro && note = x',
    'plan = Pro|Free',
    'plan = Pro and note is empty',
    'plan = Pro, note = x',
    'plan = "Pro',
    'plan = Pro”',
    'plan = "Pro" or "Free"',
    'plan = ‘Pro',
    'plan = "Pro’',
    'plan = ""',
    'plan >= 5',
    'plan <= 5',
    'plan > 5',
    'plan => 5',
    'plan =! Pro',
    'plan not contains Pro',
    'plan does not contain Pro',
    'plan is Pro',
    'plan',
  ])('%s is not guessed at: it is told, in a sentence that says what can be written', (condition) => {
    for (const plan of ['Pro', 'Free', '']) {
      const { issues } = merge(`<<if ${condition}>>x<<else>>y<<end>>`, { plan });
      expect(issues.map(({ code }) => code)).toEqual(['condition_malformed']);
      expect(issues[0]?.message).toContain('is not understood. Write one comparison: <<if plan = Pro>>');
      expect(issues[0]?.message).not.toContain('add a column');
    }
  });

  test.each([
    ['<<if plan = Pro>>x<<endif>>', 'Write <<end>> where'],
    ['<<if plan = Pro>>x<<end if>>', 'Write <<end>> where'],
    ['<<if plan = Pro>>x<</if>>', 'Write <<end>> where'],
    ['<<if plan = Pro>>x<<else if plan = Free>>y<<end>>', 'Write <<else>> with another condition inside'],
    ['<<if plan = Pro>>x<<elseif plan = Free>>y<<end>>', 'Write <<else>> with another condition inside'],
    ['<<if plan = Pro>>x<<else>>y<<else>>z<<end>>', 'belongs to no <<if …>>'],
    ['<<if plan = Pro>>x<<else>><<if note>>y<<end>><<end>>', 'Write one comparison'],
    ['<<if>>x<<end>>', 'Write one comparison'],
  ])('%s is told, whichever branch is taken', (text, sentence) => {
    for (const plan of ['Pro', 'Free']) {
      const { issues } = merge(text, { plan });
      expect(issues).toHaveLength(1);
      expect(issues[0]?.message).toContain(sentence);
      expect(issues[0]?.message).not.toContain('add a column');
    }
  });

  test('leaves what is not spoken unread: an empty or failed cell there is no mistake', () => {
    expect(merge('<<if note is not empty>>About <<note>>: <<broken>>.<<end>>Bye.').issues).toEqual([]);
  });

  test('counts the cell that it looks at as one that made the text', () => {
    expect(merge('<<if plan = Pro>>Hi <<end>><<if note is empty>>x<<end>><<end>>').used).toEqual([
      'Pro',
      'Friday',
    ]);
  });

  test.each([
    ['<<if plan>>x<<end>>', ['condition_malformed']],
    ['<<if plan = >>x<<else>>y<<end>>', ['condition_malformed']],
    ['<<if plan = Pro>>x', ['condition_unended']],
    ['x<<else>>', ['condition_stray']],
    ['<<if plan = Pro>>x<<else>>y<<else>>z<<end>>', ['condition_stray']],
    ['<<if plan = Free>>x<<else>>y<<else>>z<<end>>', ['condition_stray']],
    ['<<if nope = Pro>><<note>><<end>>', ['field_unknown']],
    ['<<if broken = Pro>>x<<end>>', ['cell_error']],
    ['<<if status = Done>>x<<end>>', ['field_output']],
    ['<<if script = x>>x<<end>>', ['field_itself']],
  ])('%s is told', (text, issues) => {
    expect(codes(text, { status: '', script: 'x' })).toEqual(issues);
  });

  test('a column may be named like a word of the grammar', () => {
    expect(merge('<<end>>').text).toBe('Friday');
    expect(merge('<<if plan = Pro>><<end|>>!<<end>>').text).toBe('Friday!');
    expect(merge('<<if needed>>', { 'if needed': 'so' }).text).toBe('so');
  });
});

describe('formatter', () => {
  test.each([
    ['<<first_name:upper>>', 'ANNA MARÍA'],
    ['<<first_name:lower>>', 'anna maría'],
    ['<<first_name:title>>', 'Anna María'],
    ['<<First Name : First Word>>', 'ANNA'],
    ['<<first_name:first word:title>>', 'Anna'],
    ['<<first_name:title:first_word>>', 'Anna'],
    ['<<Time: start>>', '9:30'],
    ['<<Time: start:upper>>', '9:30'],
    ['<<note:upper|there: you>>', 'there: you'],
  ])('%s', (text, merged) => {
    expect(merge(text)).toMatchObject({ text: merged, issues: [] });
  });

  test('says amounts and dates as they are said in the locale of the row', () => {
    const text = '<<price:money>>, <<day:date>>';
    expect(merge(text, {}, 'script', 'en-GB').text).toBe('1,250 euros and 50 cents, 12 March 2026');
    expect(merge(text, {}, 'script', 'de-DE').text).toBe('1.250 Euro und 50 Cent, 12. März 2026');
    expect(merge(text, {}, 'script', 'es-ES').text).toBe('1250 euros con 50 céntimos, 12 de marzo de 2026');
  });

  test('keeps the cell as it is displayed as evidence, and marks what was put in', () => {
    const merged = merge('Hi <<first_name:title>>');
    expect(merged.used).toEqual(['ANNA maría']);
    expect(merged.marks).toEqual([{ start: 3, end: 13, field: 'first_name' }]);
  });

  test.each([
    ['<<first_name:loud>>', 'formatter_unknown'],
    ['<<first_name:date>>', 'value_unreadable'],
    ['<<plan:number>>', 'value_unreadable'],
    ['<<plan:money>>', 'value_unreadable'],
    ['<<nope:upper>>', 'field_unknown'],
    ['<<note:upper>>', 'field_empty'],
    ['<<broken:upper|x>>', 'cell_error'],
    ['<<plan:say>>', 'say_missing'],
    ['<<:upper>>', 'field_unnamed'],
    ['<<plan:>>', 'formatter_unknown'],
  ])('%s is told', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  test('what is read differently in other countries asks for the locale', () => {
    const message = (text: string, value: string, locale?: string) =>
      merge(text, { v: value }, 'script', locale).issues[0]?.message;
    for (const [text, value] of [
      ['<<v:date>>', '3/4/2026'],
      ['<<v:money>>', '1 250 kr'],
      ['<<v:number>>', '1.250'],
    ] as const) {
      expect(message(text, value)).toContain('Fill the column locale with a language and a region');
    }
    expect(message('<<v:date>>', '3-4-2026', 'en-US')).toBe(
      '<<v:date>> is "3-4-2026", which cannot be read as a date. Write one, such as 2026-03-12 or 12 March 2026, or remove ":date".',
    );
    expect(message('<<v:money>>', 'soon')).toBe(
      '<<v:money>> is "soon", which cannot be read as an amount of money. Write one, such as 1,250.50 EUR or 99 USD, or remove ":money".',
    );
  });

  test('an empty field offers a word to stand in only where words stand', () => {
    expect(merge('<<note>>').issues[0]?.message).toContain('<<note|your note>>');
    expect(merge('<<note>>', {}, 'background').issues[0]?.message).toBe('<<note>> is empty. Fill the cell.');
  });

  test('an empty field proposes what fits the column: a greeting for a name, no word for an amount or a date', () => {
    const proposed = (text: string) =>
      merge(text, { first_name: '', price: '', day: '', company: '', Favourite_plan: '' }).issues[0]?.message;
    expect(proposed('<<first_name:title>>')).toContain('write <<first_name:title|there>>.');
    expect(proposed('<<company>>')).toContain('<<company|your company>>.');
    expect(proposed('<<Favourite_plan>>')).toContain('<<Favourite_plan|your favourite plan>>.');
    expect(proposed('<<price>>')).toMatch(/Fill the cell, or .*: <<if price is not empty>>…<<end>>\.$/u);
    expect(proposed('<<day>>')).toContain('<<if day is not empty>>');
    expect(proposed('<<Favourite_plan:number>>')).toContain('<<if Favourite_plan is not empty>>');
  });

  test('a header with a bar is reached by its name, and a fallback follows behind it', () => {
    const cells = { 'Yes|No': 'Yes', 'a|b|c': '', a: 'A' };
    expect(merge('<<Yes|No>>', cells).text).toBe('Yes');
    expect(merge('<<yes | no:upper>>', cells).text).toBe('YES');
    expect(merge('<<a|b|c|there>>', cells).text).toBe('there');
    expect(merge('<<a|b|c>>', cells).issues[0]?.code).toBe('field_empty');
    // Without such a column it is a fallback, as ever.
    expect(merge('<<a|b>>', cells).text).toBe('A');
    expect(merge('<<note|No>>', cells).text).toBe('No');
    expect(merge('<<if Yes|No = Yes>>1<<end>>', cells).text).toBe('1');
  });

  test('a fallback stands as it is written, colons, bars and all', () => {
    expect(merge('<<note|a:b|c>>').text).toBe('a:b|c');
  });
});

describe('spoken form', () => {
  const said = { 'first_name (say)': 'Anna Maria' };

  test('is spoken in the script and written nowhere else, unless it is asked for', () => {
    expect(merge('Hi <<first_name>>', said).text).toBe('Hi Anna Maria');
    expect(merge('Hi <<first_name>>', said, 'title').text).toBe('Hi ANNA maría');
    expect(merge('Hi <<first_name:say>>', said, 'title').text).toBe('Hi Anna Maria');
  });

  test('is the written one where its cell is empty', () => {
    expect(merge('Hi <<first_name>>').text).toBe('Hi ANNA maría');
    expect(merge('Hi <<first_name:say:title>>').text).toBe('Hi Anna María');
  });

  test('is evidence as the cell that it came from, and an error in it is an error', () => {
    expect(merge('<<first_name>>', said).used).toEqual(['Anna Maria']);
    expect(codes('<<first_name>>', { 'first_name (say)': '#REF!' })).toEqual(['cell_error']);
  });

  test('needs no longer look like an amount', () => {
    expect(merge('<<price:money>>', { 'price (say)': 'a good thousand' }).text).toBe('a good thousand');
  });
});

describe('laws', () => {
  const word = fc.constantFrom(
    '<<if ',
    '<<else>>',
    '<<end>>',
    '<<',
    '>>',
    'plan',
    'note',
    ' = ',
    ' != ',
    ' contains ',
    ' is empty',
    ' is not empty',
    'Pro',
    '"',
    ':',
    '|',
    '\\',
    ' ',
    '\n',
    'x',
    ...FORMATTERS,
  );
  const tangle = fc.array(word, { maxLength: 60 }).map((words) => words.join(''));

  test('no text makes merging throw or lose its way: whatever is not understood is told', () => {
    fc.assert(
      fc.property(
        tangle,
        fc.string(),
        fc.constantFrom('en', 'de-AT', 'ja', 'ar-EG', 'tr'),
        (text, plan, locale) => {
          const merged = merge(text, { plan }, 'script', locale);
          let end = 0;
          for (const mark of merged.marks) {
            expect(mark.start).toBeGreaterThanOrEqual(end);
            expect(mark.end).toBeLessThanOrEqual(merged.text.length);
            end = mark.end;
          }
          if (merged.issues.length === 0 && !text.includes('\\'))
            expect(merged.text).not.toMatch(/<<if [^>]* = [^>]*>>/u);
        },
      ),
      cases(3000, 20260712),
    );
  });

  test('a value is put in as it is, but for spaces around it, and never read for conditions or formatters', () => {
    fc.assert(
      fc.property(
        tangle.filter((text) => /[A-Za-z]/u.test(text)),
        (plan) => {
          expect(merge('[<<if note is empty>><<plan>><<end>>]', { plan }).text).toBe(`[${plan.trim()}]`);
        },
      ),
      cases(500, 20260713),
    );
  });

  test.each([
    '<<if plan = Pro>>',
    '<<if a',
    '<<plan:upper',
    '<<plan::::',
    '<<end>>',
    '<<if plan is not empty>>x<<else>>',
    '<<if  =  ',
  ])('the largest cell is merged in no time: %s', { timeout: 2000 }, (piece) => {
    merge(piece.repeat(Math.ceil(100_000 / piece.length)));
    merge(`${piece}${' '.repeat(50_000)}>>`);
  });
});
