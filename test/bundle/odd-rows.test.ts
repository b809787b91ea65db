import { expect, it } from 'vitest';
import { called } from './page-calls.ts';
import { World } from './world.ts';

const HEADERS = ['name', 'script', 'avatar_id', 'voice_id'];
const ENGLISH =
  'Hello <<name>>, thank you for your order, we have it here and you will be hearing from us with the rest.';

it('a text in another language than its voice is told once the voices have been listed', () => {
  const world = new World();
  world.menu('setHeyGenKey');
  const [look] = called(world, 'sidebarLooks', null).value.looks;
  const { voices } = called(world, 'sidebarVoices', null).value;
  const other = voices.find(({ language }) =>
    ['German', 'Spanish', 'French', 'Portuguese'].includes(language),
  );
  const own = voices.find(({ language }) => language === 'English');
  expect([other, own]).not.toContain(undefined);
  world.prepare([
    HEADERS,
    ['Anna', ENGLISH, look?.id ?? '', other?.id ?? ''],
    ['Ben', ENGLISH, look?.id ?? '', own?.id ?? ''],
  ]);
  const { warnings } = called(world, 'sidebarPlan', false).value;
  expect(warnings).toMatchObject([{ rows: [2], column: 'script' }]);
  expect(warnings[0]?.message).toContain(`seems to be English, but the voice speaks ${other?.language}.`);
});

it('what would sound wrong is told before it is paid for, and blocks nothing', () => {
  const world = new World();
  world.menu('setHeyGenKey');
  const [look] = called(world, 'sidebarLooks', null).value.looks;
  const odd = ['null', 'JosÃ©', 'ANNA SMITH', 'Smith, Anna', 'Dr. Anna Smith'];
  world.prepare([HEADERS, ...odd.map((name) => [name, 'Hi <<name>>!', look?.id ?? '', ''])]);
  const summary = called(world, 'sidebarPlan', false).value;
  expect(summary).toMatchObject({ videos: odd.length, blockedRows: 0, warnedRows: odd.length });
  const told = summary.warnings.flatMap(({ rows, column }) => rows.map((row) => [row, column]));
  expect(told.sort()).toEqual(odd.map((_, at) => [at + 2, 'name']));
  expect(summary.warnings.flatMap(({ emptyWords }) => emptyWords)).toEqual(['null']);
});
