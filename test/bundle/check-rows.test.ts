import { expect, it } from 'vitest';
import { called } from './page-calls.ts';
import { World } from './world.ts';

const HEADERS = ['name', 'script', 'avatar_id', 'voice_id'];
const NAME = 1;

const CATALOGUE = (() => {
  const world = new World();
  world.menu('setHeyGenKey');
  const [look] = called(world, 'sidebarLooks', null).value.looks;
  const [voice] = called(world, 'sidebarVoices', null).value.voices;
  return { look: look?.id ?? '', voice: voice?.id ?? '' };
})();

function row(name: string, script = 'Hello <<name>>!'): string[] {
  return [name, script, CATALOGUE.look, CATALOGUE.voice];
}

function worldOf(...rows: string[][]): World {
  const world = new World();
  world.prepare([HEADERS, ...rows]);
  return world;
}

function note(world: World, line: number, column: number): string {
  return world.hands.cell(world.sheet, line, column).note;
}

it('a check says everything about every row, and spends nothing', () => {
  const world = worldOf(row('Anna'), row(''), row('Bob', 'See www.example.com'), row('', 'Hi <<nam>>'));
  world.menu('checkSelectedRows');
  expect(world.told()).toContain(
    '4 rows checked, nothing spent. 2 rows can be rendered, 1 row with a warning.',
  );
  expect(world.told()).toContain('1 row (3): <<name>> is empty.');
  expect(world.posts()).toEqual([]);
  expect(world.ledger()).toEqual([]);
  expect(world.hands.displayValues(world.sheet)[0]).toEqual(HEADERS);
});

it('a cell in question has a note, which goes when the cell was mended; notes of the user stay', () => {
  const world = worldOf(row('Anna'), row(''), row(''));
  world.hands.setNote(world.sheet, 2, NAME, 'met her in Graz');
  world.hands.setNote(world.sheet, 4, NAME, 'call him');
  world.menu('checkSelectedRows');
  expect(note(world, 3, NAME)).toMatch(/^Reelmerge: <<name>> is empty/);
  world.hands.type(world.sheet, 3, NAME, 'Bob');
  world.menu('checkSelectedRows');
  expect([2, 3, 4].map((line) => note(world, line, NAME))).toEqual(['met her in Graz', '', 'call him']);
});

it('500 rows cost at most 0.2 requests each', () => {
  const world = worldOf(...Array.from({ length: 500 }, (_, at) => row(`Name ${at}`)));
  const before = world.sent.length;
  const check = called(world, 'sidebarCheck').value;
  expect(check).toMatchObject({ rows: 500, ready: 500, groups: [], obstacle: '' });
  expect(check.usd).toBeGreaterThan(0);
  expect(world.sent.length - before).toBeLessThanOrEqual(100);
});

it.each([
  ['500', 'HeyGen is having problems. Try again in a few minutes.'],
  ['401', 'HeyGen does not accept this API key.'],
] as const)(
  'HeyGen that answers %s does not stop a check, which says what it could not look at',
  (fault, why) => {
    const world = worldOf(row(''), row('Anna'));
    world.simulator.set({ faults: [{ when: { method: 'GET' }, do: fault }] });
    const words = `2 avatars and voices were not checked. ${why}`;
    const check = called(world, 'sidebarCheck').value;
    expect(check).toMatchObject({ rows: 2, ready: 1, unchecked: expect.stringContaining(words) });
    world.menu('checkSelectedRows');
    expect(world.told()).toContain(words);
    expect(world.posts()).toEqual([]);
    world.simulator.set({ faults: [] });
    expect(called(world, 'sidebarCheck').value.unchecked).toBe('');
  },
);

it('more avatars than are looked up at one time are told, and the next check goes on with them', () => {
  const world = worldOf(
    ...Array.from({ length: 25 }, (_, at) => ['Anna', 'Hello!', `other-look-${at}`, CATALOGUE.voice]),
  );
  const { unchecked, groups } = called(world, 'sidebarCheck').value;
  expect(unchecked).toBe('5 avatars and voices were not checked yet. Check again to go on with them.');
  expect(groups.flatMap(({ rows }) => rows)).toHaveLength(20);
  const again = called(world, 'sidebarCheck').value;
  expect(again.unchecked).toBe('');
  expect(again.groups.flatMap(({ rows }) => rows)).toHaveLength(25);
});

it('cells that take no note are told, and the check is there all the same', () => {
  const world = worldOf(row(''), row(''));
  world.hands.protect(world.sheet, 'A2:A2');
  const check = called(world, 'sidebarCheck').value;
  expect(check.groups).toHaveLength(1);
  expect(check.refusal).not.toBe('');
});

it('an avatar that HeyGen does not have is warned of, and looked up once', () => {
  const stranger = ['Bob', 'Hello <<name>>!', 'Nobody_public_20260101', CATALOGUE.voice];
  const world = worldOf(row('Anna'), stranger, stranger);
  const { groups, ready } = called(world, 'sidebarCheck').value;
  expect(ready).toBe(3);
  expect(groups.filter(({ column }) => column === 'avatar_id')).toMatchObject([{ rows: [3, 4] }]);
  called(world, 'sidebarCheck');
  expect(world.sent.filter(({ path }) => path.endsWith('/Nobody_public_20260101'))).toHaveLength(1);
});
