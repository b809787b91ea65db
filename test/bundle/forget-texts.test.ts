import { expect, it } from 'vitest';
import { finished } from './deletion.ts';
import { killPoints } from './kill.ts';
import { KEY, MINUTE, people, World } from './world.ts';

const FORGET = 'forgetTextsOfFinishedRows';
const texts = (world: World) => world.ledger().map(({ request = '', says = '' }) => request + says);

it('the texts of finished rows are forgotten after a question, and rows can still change and renew their links', () => {
  const world = finished(3);
  expect(texts(world).every((text) => text.includes('Person'))).toBe(true);
  world.answer = (dialog) => ({ button: dialog.buttons === 'OK' ? 'OK' : 'NO' });
  const before = world.ledger();
  world.menu(FORGET);
  expect(world.ledger()).toEqual(before);
  world.answer = (dialog) => ({ button: dialog.buttons === 'OK' ? 'OK' : 'YES' });
  world.menu(FORGET);
  expect(world.told()).toContain('The texts of 3 jobs are forgotten.');
  expect(world.ledger()).toEqual(before.map((line) => ({ ...line, request: '', says: '' })));
  expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
  world.hands.type(world.sheet, 2, 1, 'Maria');
  world.menu('checkForFinishedVideos');
  expect(world.rows()[0]).toMatchObject({ status: 'Changed' });
  expect(world.rows()[0]?.problem).toContain('another words');
  const old = world.rows()[1]?.video_url;
  world.wait(60 * MINUTE);
  world.hands.select(world.sheet, ['A3:Z3']);
  world.menu('renewLinksOfSelectedRows');
  expect(world.rows()[1]?.video_url).not.toBe(old);
  world.menu(FORGET);
  expect(world.told()).toContain('No texts of finished videos were left');
});

it('rows under way keep their texts, and a failed row whose text is forgotten is retried from its cells', () => {
  const world = new World({ failWhen: 'Person1,', renderMs: [MINUTE, MINUTE] });
  world.prepare(people(3));
  world.hands.select(world.sheet, ['A2:Z2']);
  world.menu('renderSelectedRows');
  world.wait(20 * MINUTE);
  world.hands.select(world.sheet, ['A3:Z4']);
  world.menu('renderSelectedRows');
  world.menu(FORGET);
  expect(texts(world).map((text) => text !== '')).toEqual([false, true, true]);
  world.wait(20 * MINUTE);
  expect(world.statuses()).toEqual(['Failed', 'Done', 'Done']);
  world.hands.type(world.sheet, 2, 1, 'Paula');
  world.menu('retryFailedRows');
  world.wait(20 * MINUTE);
  expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
});

it('the texts of another account stay', () => {
  const world = new World({ keys: { [KEY]: 'anna', other: 'bert' }, renderMs: [MINUTE, MINUTE] });
  world.prepare(people(1));
  world.menu('renderSelectedRows');
  world.wait(20 * MINUTE);
  world.connect('other', 'bert@example.com');
  world.menu(FORGET, { user: 'bert@example.com' });
  expect(texts(world)[0]).toContain('Person1');
});

it.each(['nothing', 'everything'] as const)(
  'killed anywhere with %s of its writes kept, it loses no job, and chosen again it ends as meant',
  (keepOnKill) => {
    const begin = () => {
      const world = finished(2);
      world.selectAll();
      world.menu('renderSelectedRowsAgain');
      return world;
    };
    for (const killAtCall of killPoints(begin().menu(FORGET))) {
      const world = begin();
      const before = world.ledger();
      expect(world.menu(FORGET, { killAtCall, keepOnKill }).outcome).toBe('killed');
      const keeps = (line: Record<string, string>) => ({ ...line, request: '', says: '' });
      expect(world.ledger().map(keeps)).toEqual(before.map(keeps));
      world.emulator.clock.moveTo(world.now + MINUTE);
      world.menu(FORGET);
      expect(texts(world).map((text) => text !== '')).toEqual([false, false, true, true]);
      world.follow();
      expect(world.statuses()).toEqual(['Done', 'Done']);
    }
  },
);

it('while the trigger records finished videos at the same time, no video and no line is lost', () => {
  for (const turn of [1, 2, 3, 5]) {
    const world = finished(2);
    world.selectAll();
    world.menu('renderSelectedRowsAgain');
    world.emulator.clock.moveTo(world.now + 5 * MINUTE);
    let step = 0;
    const schedule = (): number => (Math.floor(step++ / turn) % 2 === 0 ? 0 : 1);
    const runs = [
      { functionName: FORGET, kind: 'menu' },
      { functionName: 'syncOnTrigger', kind: 'trigger' },
    ] as const;
    for (const { outcome } of world.emulator.interleave(runs, schedule)) expect(outcome).not.toBe('threw');
    world.follow();
    world.menu(FORGET);
    expect(texts(world)).toEqual(['', '', '', '']);
    expect(world.ledger().map(({ status }) => status)).toEqual(['Done', 'Done', 'Done', 'Done']);
    expect(world.statuses()).toEqual(['Done', 'Done']);
  }
});
