import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RenderOrder } from '../../src/cli/arguments.ts';
import { readInput } from '../../src/cli/input.ts';
import { Desk, goodRows, HEADER } from './command.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

function orderFor(input: string, more: Partial<RenderOrder> = {}): RenderOrder {
  return {
    input,
    out: desk.path('out.csv'),
    state: desk.path('state.json'),
    rows: null,
    again: null,
    heygen: { kind: 'simulator' },
    key: '',
    trigger: null,
    mode: 'bound',
    yes: false,
    json: false,
    runs: false,
    check: false,
    texts: null,
    sample: null,
    approve: false,
    strict: false,
    share: false,
    only: '',
    names: null,
    speech: { voices: {}, locale: '', currency: '' },
    maxUsd: null,
    ignore: [],
    serve: false,
    jsonl: false,
    sheetRows: 10_000,
    ...more,
  };
}

function refusal(text: string | Uint8Array, more: Partial<RenderOrder> = {}): string {
  const read = readInput(orderFor(desk.write('sheet.csv', text), more));
  return read.ok ? '' : read.failure;
}

describe('Before anything is started', () => {
  it.each([
    ['', 'line 1: the file is empty'],
    ['\n\n', 'line 1: the file is empty'],
    [`${HEADER}\n`, 'line 2: there are no rows'],
    [`${HEADER}\n,,\n,,\n`, 'line 2: there are no rows'],
    [`${HEADER}\nAna,"Hello\nAnna\n`, 'line 2: a cell begins with a quote (") that is never closed'],
    [
      `${HEADER}\nAna,Hello,A\nBo,say "hi",A\n`,
      'line 3: a quote (") stands inside a cell that is not quoted',
    ],
    [`${HEADER}\nAna,"Hello" you,A\n`, 'line 2: something follows the quote (") that ends a cell'],
    ['first_name;script;avatar_id\nAna;Hello;A\n', 'line 1: the columns are separated by semicolons'],
    ['"first_name";"script"\n"Ana";"Hello"\n', 'line 1: the columns are separated by semicolons'],
    [
      'first_name;"script, or text";Avatar ID\nAna;Hello;A\n',
      'line 1: the columns are separated by semicolons',
    ],
    ['city, country;script\nLyon, France;Hello\n', 'line 1: the columns are separated by semicolons'],
    ['first_name\tscript\nAna\tHello, you\n', 'line 1: the columns are separated by tabs'],
    ['first_name|script|avatar_id\nAna|Hello|A\n', 'line 1: the columns are separated by vertical bars'],
    ['script,Script\nHello,Hello\n', 'line 1: The columns A and B are both named "script"'],
    [',,\nHello,,\n', 'line 1: Row 1 must hold the column names, but it is empty'],
    [Buffer.from([0x61, 0xff, 0xfe]), 'the file is not UTF-8 text'],
    [Buffer.from(`\ufeff${goodRows(2)}`, 'utf16le'), 'the file is UTF-16 text'],
    [Buffer.from(goodRows(2), 'utf16le'), 'the file is UTF-16 text'],
    [Buffer.from(goodRows(2), 'utf16le').swap16(), 'the file is UTF-16 text'],
    [Buffer.from('名前,台本\n太郎,こんにちは\n', 'utf16le'), 'the file is UTF-16 text'],
    [
      Buffer.from([...goodRows(1)].flatMap((sign) => [sign.charCodeAt(0), 0, 0, 0])),
      'the file is UTF-32 text',
    ],
  ])('the CSV %j is refused with the line', (text, sentence) => {
    expect(refusal(text)).toContain(`sheet.csv, ${sentence}`);
  });

  it.each([
    'script,"a;b;c"\nHello,x\n',
    'script,x|y,voice_id\nHello,1,2\n',
    'note; or more,first name\nHello,x\n',
  ])('the CSV %j has commas between its columns, whatever else its names hold', (text) => {
    expect(refusal(text)).toBe('');
  });

  it('a file that is not there is refused', () => {
    const read = readInput(orderFor(desk.path('nowhere.csv')));
    expect(read.ok ? '' : read.failure).toContain('nowhere.csv cannot be read (ENOENT)');
  });

  it('rows past the end are refused, and tell where the end is', () => {
    const rows = [{ firstRow: 9, lastRow: 12 }];
    expect(refusal(goodRows(3), { rows })).toContain('sheet.csv has rows 2 to 4');
  });

  it('a result without a place is refused, before anything is paid for it', () => {
    expect(refusal(goodRows(1), { out: '/nowhere/at/all.csv' })).toContain('Give another place with --out.');
    expect(refusal(goodRows(1), { state: '/nowhere/s.json' })).toContain('Give another place with --state.');
  });

  it('the input is never overwritten', () => {
    expect(refusal(goodRows(1), { out: desk.path('sheet.csv') })).toContain('which would be overwritten');
  });

  it('blank rows are not among the selected ones', () => {
    const text = `${HEADER}\nAna,Hello,A\n,,\nBo,Hello,A\n`;
    const read = readInput(orderFor(desk.write('sheet.csv', text)));
    expect(read.ok && read.value.rows).toEqual([2, 4]);
  });
});
