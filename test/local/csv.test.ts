import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rendered } from '../../src/cli/grid.ts';
import { csvText, readCsv } from '../../src/local/csv.ts';
import { parseCsv, writeCsv } from '../../src/local/csv-text.ts';

function read(text: string) {
  const sheet = readCsv(Buffer.from(text));
  if (!sheet.ok) throw new Error(sheet.failure);
  return sheet.value;
}

/** Cells that spreadsheets and CSV readers like to change. */
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '007',
    '=SUM(A1)',
    '+1',
    '-',
    '@x',
    'TRUE',
    '16:9',
    ' x ',
    "'",
    '"',
    '""',
    ',',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '👩‍🚀',
    '\ufeff',
  ),
);

describe('A CSV', () => {
  it('comes back to the byte as Google Sheets exports it', () => {
    for (const text of [
      'a,b\r\n1,2',
      'a,b\n"x, y","say ""hi"""\n',
      '\ufeffa,b\r\n"two\nlines",\r\n',
      'a\n\nb\n',
      'a,b,\n,,\n',
    ]) {
      const sheet = read(text);
      expect(csvText(sheet.rows, sheet)).toBe(text);
    }
  });

  it('keeps every cell of whatever text', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const like = { rows, lineEnd: '\r\n', byteOrderMark: false, endsWithLine: true } as const;
        const header = [['column'], ...rows];
        expect(read(csvText(header, like)).rows).toEqual(header);
      }),
      { seed: 1 },
    );
  });
});

/** What a well-known library makes of the same text; null where it refuses it. */
function byLibrary(text: string): string[][] | null {
  try {
    return parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

describe('The text of a CSV', () => {
  const sign = fc.constantFrom('a', ' ', ',', '"', '""', '\n', '\r', '\r\n', 'é');
  const text = fc.array(sign, { maxLength: 30 }).map((signs) => signs.join(''));

  it('is read, refused and written as a library does it', () => {
    fc.assert(
      fc.property(text, (given) => {
        const cells = parseCsv(given);
        expect(cells.ok ? cells.value.rows : null).toEqual(byLibrary(given));
        if (!cells.ok) return;
        const { rows } = cells.value;
        const options = { record_delimiter: '\n', eof: false, quoted_match: /[\r\n]/ };
        expect(writeCsv(rows, '\n')).toBe(stringify(rows, options));
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it.each([
    ['a\n"b"c\n', { kind: 'text-behind-quotes', line: 2 }],
    ['a,"x\ny"\nb "c"\n', { kind: 'quote-in-plain-cell', line: 3 }],
    ['a\r\nb,"c\r\nd\r\n', { kind: 'never-closed', line: 2 }],
  ])('%j is refused with the line of the cell at fault', (given, fault) => {
    expect(parseCsv(given)).toEqual({ ok: false, failure: fault });
  });

  it('takes no longer for blank lines than for filled ones', () => {
    const lines = 30_000;
    const header = 'a,b,c,d,e,f,g,h\n';
    const cost = (line: string): number => {
      const given = header + line.repeat(lines);
      const times = Array.from({ length: 3 }, () => {
        const begun = performance.now();
        parseCsv(given);
        return performance.now() - begun;
      });
      return Math.min(...times);
    };
    expect(cost('\n') / cost('some,words,in,eight,cells,of,a,row\n')).toBeLessThan(1);
  });
});

describe('The rendered sheet', () => {
  const sheet = [
    ['name', 'status', 'problem', 'job'],
    ['Ana', 'Failed', '=IMPORTXML("http://x","//y")', 'rm-1'],
  ];

  it("is the input's cells, order and width, and behind them what the add-on wrote", () => {
    const input = [['name', ''], ['007', '', 'past the header'], ['+1']];
    expect(
      rendered(input, [
        ['name', '', '', 'Status'],
        ['7', '', '', 'Done'],
        ['', '', '', ''],
      ]),
    ).toEqual([
      ['name', '', '', 'Status'],
      ['007', '', 'past the header', 'Done'],
      ['+1', '', '', ''],
    ]);
  });

  it('replaces output columns that the input has already, where they stand', () => {
    const input = [
      ['STATUS', 'name'],
      ['Queued', 'Ana'],
    ];
    expect(rendered(input, sheet)).toEqual([
      ['status', 'name', 'problem', 'job'],
      ['Failed', 'Ana', '\'=IMPORTXML("http://x","//y")', 'rm-1'],
    ]);
  });

  it('is the input itself when nothing was written', () => {
    const input = [['name', 'status'], ['Ana'], []];
    expect(rendered(input, [])).toEqual(input);
  });

  it('never changes an input cell, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const input = [['name', 'script'], ...rows];
        const shown = rendered(input, [sheet[0] ?? [], ...rows.map(() => sheet[1] ?? [])]);
        input.forEach((row, at) => {
          expect(shown[at]?.slice(0, row.length)).toEqual(row);
        });
      }),
      { seed: 1 },
    );
  });
});
