import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { parseRowSpans, rowRanges } from '../../src/cli/row-spans.ts';

describe('The words of the command', () => {
  it('are complete with the name of the CSV alone', () => {
    expect(readArguments(['lists/outreach.csv'], {})).toEqual({
      ok: true,
      value: {
        input: 'lists/outreach.csv',
        out: 'lists/outreach.rendered.csv',
        state: 'lists/outreach.rendered.simulated.state.json',
        rows: null,
        again: null,
        heygen: { kind: 'simulator' },
        key: '',
        trigger: null,
        mode: 'bound',
        yes: false,
        check: false,
        texts: null,
        runs: false,
        sample: null,
        approve: false,
        strict: false,
        ignore: [],
        json: false,
        serve: false,
        jsonl: false,
        share: false,
        only: '',
        names: null,
        speech: { voices: {}, locale: '', currency: '' },
        maxUsd: null,
        sheetRows: 10_000,
      },
    });
  });

  it('lead to the real HeyGen when a key is set, with a state of its own', () => {
    const read = readArguments(['a.csv'], { HEYGEN_API_KEY: ' sk_1 ' });
    expect(read).toMatchObject({
      value: { heygen: { kind: 'heygen' }, key: 'sk_1', state: 'a.rendered.state.json' },
    });
  });

  it('lead to a server in place of HeyGen, whether or not there is a key', () => {
    for (const key of ['', 'sk_1']) {
      const read = readArguments(['a.csv', '--heygen', 'http://127.0.0.1:4010/'], { HEYGEN_API_KEY: key });
      expect(read).toMatchObject({
        value: { heygen: { kind: 'server', origin: 'http://127.0.0.1:4010' }, key },
      });
    }
  });

  it('name rows to pay for once more', () => {
    expect(readArguments(['a.csv', '--again', 'ALL'], {})).toMatchObject({ value: { again: 'all' } });
    expect(readArguments(['a.csv', '--again', '4'], {})).toMatchObject({
      value: { again: [{ firstRow: 4, lastRow: 4 }] },
    });
  });

  it('put the state beside --out', () => {
    const read = readArguments(['a.csv', '--out', 'b/c.csv', '--trigger', '0.5'], { HEYGEN_API_KEY: 'k' });
    expect(read).toMatchObject({ value: { out: 'b/c.csv', state: 'b/c.state.json', trigger: 0.5 } });
  });

  it.each([
    [[], 'Name the CSV file to render: npm run render -- SHEET.csv'],
    [['a.csv', 'b.csv'], '"b.csv" is given as well'],
    [['a.csv', '--trigger', 'soon'], '--trigger is "soon", but it must be a number of seconds'],
    [['a.csv', '--trigger=-1'], '--trigger is "-1"'],
    [['a.csv', '--mode', 'cloud'], '--mode is "cloud", but it must be bound or addon'],
    [['a.csv', '--heygen', 'here'], '--heygen is "here", but it must be the address of a server'],
    [['a.csv', '--heygen', 'http://x/v3'], 'without a path'],
    [['a.csv', '--heygen', 'ftp://x'], 'it must be the address of a server'],
    [['a.csv', '--colour'], 'Unknown option \'--colour\'. "npm run render -- --help" lists the options.'],
    [['a.csv', '--out'], "Option '--out <value>' argument missing"],
    [['a.csv', '--again', 'every'], '--again is "every": "every" is no row number and no range'],
    [['a.csv', '--rows', '1-3'], '--rows is "1-3": row 1 is the header. The first row to render is 2.'],
  ])('are refused with a sentence: %j', (words, sentence) => {
    const read = readArguments(words, {});
    expect(read.ok ? '' : read.failure).toContain(sentence);
  });
});

describe('--rows', () => {
  it('counts as the sheet does', () => {
    expect(parseRowSpans('--rows', '2-40, 57')).toEqual({
      ok: true,
      value: [
        { firstRow: 2, lastRow: 40 },
        { firstRow: 57, lastRow: 57 },
      ],
    });
  });

  it.each(['', '0', '1', '2-', '-3', '5-3', '2,,4', 'two', '2-1-3', '99999999999'])(
    'refuses "%s"',
    (text) => {
      const read = parseRowSpans('--rows', text);
      expect(read.ok ? '' : read.failure).toMatch(/^--rows is ".*": .+\.$/);
    },
  );

  it('becomes ranges that hold exactly the given rows', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 2, max: 60 })), (rows) => {
        const sorted = [...rows].sort((a, b) => a - b);
        const held = rowRanges(sorted).flatMap((range) => {
          const [first = 0, last = 0] = range.split(':').map(Number);
          return Array.from({ length: last - first + 1 }, (_, at) => first + at);
        });
        expect(held).toEqual(sorted);
      }),
      { seed: 1 },
    );
  });
});
