import { expect, test } from 'vitest';
import { called } from './page-calls.ts';
import { World } from './world.ts';

const LANGUAGES = ['German', 'es', 'English'];
const VOICES = { German: 'voice_de_jonas', Spanish: 'voice_es_lucia', en: 'voice_en_sara' };
const HEADERS = ['name', 'language', 'script (de)', 'script (es)', 'script (en)', 'avatar_id'];

function studentsIn(languages: readonly string[]): string[][] {
  return languages.map((language, at) => [
    `Kim${at}`,
    language,
    'Hallo <<name>>!',
    '¡Hola <<name>>!',
    'Hello <<name>>!',
    'Anna_Office_Front_public',
  ]);
}

/** Voice and text of every video that a POST asks for, alone or in a batch. */
function speechesIn(asked: unknown): string[] {
  if (typeof asked !== 'object' || asked === null) return [];
  if ('script' in asked && 'voice_id' in asked) return [`${asked.voice_id} ${asked.script}`];
  return Object.values(asked).flatMap(speechesIn);
}

test('120 students in three languages each hear their own text, in a voice of their language', () => {
  const world = new World();
  world.prepare([HEADERS, ...studentsIn(Array.from({ length: 120 }, (_, at) => LANGUAGES[at % 3] ?? ''))]);
  called(world, 'sidebarSheetSettings', { voices: VOICES }, world.sheet);
  world.menu('renderSelectedRows');
  world.follow();
  expect(new Set(world.statuses())).toEqual(new Set(['Done']));
  const heard = world.posts().flatMap(({ body }) => speechesIn(JSON.parse(body)));
  const expected = Array.from(
    { length: 120 },
    (_, at) =>
      [`voice_de_jonas Hallo Kim${at}!`, `voice_es_lucia ¡Hola Kim${at}!`, `voice_en_sara Hello Kim${at}!`][
        at % 3
      ],
  );
  expect(heard.sort()).toEqual(expected.sort());
});

test('a language without text and voice is blocked, and costs nothing', () => {
  const world = new World();
  world.prepare([HEADERS, ...studentsIn(['German', 'French'])]);
  called(world, 'sidebarSheetSettings', { voices: VOICES }, world.sheet);
  world.menu('renderSelectedRows');
  world.follow();
  expect(world.statuses()).toEqual(['Done', 'Blocked']);
  expect(world.rows()[1]?.problem).toContain('There is no script for the language French.');
  expect(world.rows()[1]?.problem).toContain('There is no voice for the language French.');
  expect(world.simulator.videos()).toHaveLength(1);
});

test('what blocks a language leads out: to a cell that is there, to the voices, and to the column that is missing', () => {
  const world = new World();
  world.prepare([
    ['name', 'language', 'script (de)', 'avatar_id'],
    ['Kim', 'French', 'Hallo <<name>>!', 'Anna_Office_Front_public'],
    ['Jo', 'es', 'Hallo <<name>>!', 'Anna_Office_Front_public'],
  ]);
  called(world, 'sidebarSheetSettings', { voices: { German: 'voice_de_jonas' } }, world.sheet);
  const { groups } = called(world, 'sidebarCheck').value;
  expect(groups).toMatchObject([
    { column: 'language', rows: [2, 3], newColumns: ['script (fr)', 'script (es)'], voicesOf: '' },
    { column: 'language', rows: [2, 3], newColumns: [], voicesOf: 'French' },
  ]);
  called(world, 'sidebarGoTo', 2, groups[0]?.column ?? '');
  called(world, 'sidebarAddColumns', groups[0]?.newColumns ?? []);
  const headers = world.hands.displayValues(world.sheet)[0] ?? [];
  expect(headers.filter((header) => header.startsWith('script'))).toEqual([
    'script (de)',
    'script (fr)',
    'script (es)',
  ]);
  // Filled, the rows speak it, once they have a voice.
  world.hands.type(world.sheet, 2, headers.indexOf('script (fr)') + 1, 'Bonjour <<name>> !');
  world.selectAll();
  const [first] = called(world, 'sidebarCheck').value.groups;
  expect(first).toMatchObject({ rows: [2, 3], newColumns: [], voicesOf: 'French' });
  world.hands.select(world.sheet, ['A2']);
  expect(called(world, 'sidebarRow', 0).value.row?.language).toBe('French');
});

test('another voice for a language makes its finished rows Changed, and no others', () => {
  const world = new World();
  world.prepare([HEADERS, ...studentsIn(['German', 'es'])]);
  called(world, 'sidebarSheetSettings', { voices: VOICES }, world.sheet);
  world.menu('renderSelectedRows');
  world.follow();
  called(world, 'sidebarSheetSettings', { voices: { ...VOICES, German: 'voice_en_sara' } }, world.sheet);
  world.menu('checkForFinishedVideos');
  expect(world.statuses()).toEqual(['Changed', 'Done']);
});
