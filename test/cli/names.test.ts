import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readNamesFile } from '../../src/cli/names-file.ts';
import type { SimulatorServer } from '../../src/simulator/server.ts';
import { buildCommand, Desk, fastSimulator, HEADER, render, reportOf } from './command.ts';

const LOOK = 'Anna_Office_Front_public';
const SHEET = `${[
  HEADER,
  ...['Siobhán', 'SIOBHÁN', 'Łukasz'].map(
    (name, at) => `${name},"Hello <<first_name>>, row ${at + 2}.",${LOOK}`,
  ),
].join('\n')}\n`;

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

describe('A file of names that cannot be used is refused with its line', () => {
  const refused = (text: string | Uint8Array): string => {
    const read = readNamesFile(desk.write('names.csv', text));
    return read.ok ? '' : read.failure.replaceAll(`${desk.folder}/`, '');
  };

  it.each([
    ['', '--names: names.csv, line 1: the file is empty'],
    ['value;say\nAna;Ahna\n', '--names: names.csv, line 1: the columns are separated by semicolons'],
    ['name,say\nAna,Ahna\n', '--names: names.csv, line 1: there is no column “value”'],
    ['value,how\nAna,Ahna\n', '--names: names.csv, line 1: there is no column “say”'],
    ['value,say\nAna,"Ahna\n', '--names: names.csv, line 2: a cell begins with a quote'],
    [
      'value,say,language\n"Ana\nMaria",x,\nBo,b,Klingonish\n',
      '--names: names.csv, line 4: how “Bo” sounds is not clear, because “Klingonish” is not understood as a language. Correct the line.',
    ],
    [
      'value,say,language,voice\nBo,b,,Sara the calm\n',
      'line 2: how “Bo” sounds is not clear, because “Sara the calm” is not the id of a voice',
    ],
    ['value,say\nBo,#REF!\n', 'line 2: how “Bo” sounds is not clear, because it shows #REF!'],
    [
      'value,say\nBo,one\nCy,c\nBo,two\n',
      '--names: names.csv, lines 2 and 4: “Bo” is said in two ways, “one” and “two”. Keep one of them, or tell them apart by language or voice.',
    ],
  ])('%j', (text, why) => {
    expect(refused(text)).toContain(why);
  });

  it('which is not there', () => {
    expect(readNamesFile(desk.path('none.csv'))).toMatchObject({
      failure: expect.stringMatching(/^--names: .*none\.csv cannot be read \(ENOENT\)/u),
    });
  });

  it('with every fault of many, up to ten', () => {
    const lines = Array.from({ length: 14 }, (_, at) => `N${at},n,Klingonish`);
    const told = refused(['value,say,language', ...lines].join('\n')).split('\n');
    expect(told).toHaveLength(11);
    expect(told.at(-1)).toBe('And 4 more like these.');
  });

  it('but not for columns in another order, other columns, a form that is missing, or a second line that agrees', () => {
    expect(refused('note,SAY,Value\nx,Ahna,Ana\n,,Bo\ny,Ahna,Ana\n')).toBe('');
  });
});

describe('npm run render -- SHEET.csv --names FILE.csv', () => {
  let simulator: SimulatorServer | null = null;
  beforeAll(buildCommand);
  afterEach(async () => {
    await simulator?.close();
    simulator = null;
  });
  const statuses = () => desk.rows('sheet.rendered.csv').map(({ status }) => status);

  it('says names as the file does, in the texts too, and the CSV export of a names sheet goes straight in', async () => {
    simulator = await fastSimulator({});
    const sheet = desk.write('sheet.csv', SHEET);
    // As Google Sheets exports it: four columns, CRLF.
    const names = desk.write(
      'names.csv',
      'value,say,language,voice\r\nSiobhán,"Shi, vawn",,\r\nŁukasz,Woo-cash,,\r\n',
    );
    const words = [sheet, '--names', names, '--heygen', simulator.url, '--trigger', '0.05', '--yes'];
    expect(await render([sheet, '--names', names, '--texts', desk.path('texts.csv')])).toMatchObject({
      code: 0,
    });
    expect(desk.rows('texts.csv').map(({ text }) => text)).toEqual([
      'Hello Shi, vawn, row 2.',
      'Hello Shi, vawn, row 3.',
      'Hello Woo-cash, row 4.',
    ]);
    expect(await render(words)).toMatchObject({ code: 0 });
    expect(
      simulator.simulator
        .paidVideos()
        .map(({ script }) => script)
        .sort(),
    ).toEqual(['Hello Shi, vawn, row 2.', 'Hello Shi, vawn, row 3.', 'Hello Woo-cash, row 4.']);
  });

  it('run again with another file says which rows have changed, and pays for none of them by itself', async () => {
    simulator = await fastSimulator({});
    const sheet = desk.write('sheet.csv', SHEET);
    const words = [sheet, '--heygen', simulator.url, '--trigger', '0.05', '--yes', '--json'];
    const named = (say: string): string[] => [
      ...words,
      '--names',
      desk.write('names.csv', `value,say\nŁukasz,${say}\n`),
    ];
    expect((await render(named('Woo-cash'))).code).toBe(0);
    const same = await render(named('Woo-cash'));
    expect(same.code).toBe(0);
    expect(same.stdout).not.toContain('How names sound has changed');

    const other = await render(named('Lukash'));
    expect(other.code).toBe(1);
    expect(other.stdout).toContain('How names sound has changed since the last run.');
    expect(other.stderr).toContain('add --again 4.');
    expect(reportOf(other)).toMatchObject({ done: 2, changed: 1 });
    expect(statuses()).toEqual(['Done', 'Done', 'Changed']);
    const without = await render(words);
    expect(without.stdout).toContain('How names sound has changed since the last run.');
    expect(statuses()).toEqual(['Done', 'Done', 'Changed']);
    expect(simulator.simulator.paidVideos()).toHaveLength(3);

    expect((await render(named('Woo-cash'))).code).toBe(0);
    expect(simulator.simulator.paidVideos()).toHaveLength(3);
    expect(statuses()).toEqual(['Done', 'Done', 'Done']);
    expect((await render([...named('Lukash'), '--again', '4'])).code).toBe(0);
    expect(simulator.simulator.paidVideos().map(({ script }) => script)).toContain('Hello Lukash, row 4.');
    expect(statuses()).toEqual(['Done', 'Done', 'Done']);
  });

  it('reaches the finished sheets of a run that takes several', async () => {
    simulator = await fastSimulator({});
    const sheet = desk.write('sheet.csv', SHEET);
    const words = [sheet, '--heygen', simulator.url, '--trigger', '0.05', '--yes', '--sheet-rows', '2'];
    const named = (lines: string): string[] => [
      ...words,
      '--names',
      desk.write('names.csv', `value,say\n${lines}\n`),
    ];
    expect((await render(named('Łukasz,Woo-cash'))).code).toBe(0);
    expect((await render(named('Siobhán,Shivawn'))).code).toBe(1);
    expect(statuses()).toEqual(['Changed', 'Changed', 'Changed']);
    expect(simulator.simulator.paidVideos()).toHaveLength(3);
  });
});
