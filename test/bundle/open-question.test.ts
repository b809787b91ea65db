import { describe, expect, it } from 'vitest';
import { breachesAtTheEnd } from './laws.ts';
import { MINUTE, people, World } from './world.ts';

/** What Render comes to when the user does this while its question is open, and then says Yes. */
function meanwhile(world: World, act: () => void): string {
  const usual = world.answer;
  world.answer = (dialog) => {
    if (dialog.buttons === 'YES_NO') act();
    return usual(dialog);
  };
  world.selectAll();
  world.menu('renderSelectedRows');
  world.answer = usual;
  return world.told();
}

describe('while the question before a Render is open', () => {
  const nothingSent = 'Nothing was sent and nothing was paid.';

  it.each<[string, (world: World) => void]>([
    ['a script is edited', ({ hands, sheet }) => hands.type(sheet, 3, 1, 'Zoe')],
    ['a row is added above', ({ hands, sheet }) => hands.insertRows(sheet, 2, 1)],
    ['a row is deleted', ({ hands, sheet }) => hands.deleteRows(sheet, 3, 1)],
    [
      'two rows change places',
      ({ hands, sheet }) => {
        hands.type(sheet, 2, 1, 'Person2');
        hands.type(sheet, 3, 1, 'Person1');
      },
    ],
  ])('%s: nothing is sent, and the dialog says why', (_, act) => {
    const world = new World();
    world.prepare(people(3));
    expect(meanwhile(world, () => act(world))).toContain(nothingSent);
    expect(world.posts()).toEqual([]);
    expect(world.ledger()).toEqual([]);
  });

  it('other rows of the same number lose their links: none is linked that was not asked about', () => {
    const world = new World();
    world.prepare(people(4));
    world.hands.select(world.sheet, ['A2:C4']);
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    const [headers = []] = world.hands.displayValues(world.sheet);
    const job = headers.indexOf('job') + 1;
    const ids = world.rows().map((row) => row.job ?? '');
    world.hands.type(world.sheet, 2, job, '');
    const told = meanwhile(world, () => {
      world.hands.type(world.sheet, 2, job, ids[0] ?? '');
      world.hands.type(world.sheet, 3, job, '');
    });
    expect(told).toContain(nothingSent);
    expect(world.simulator.paidVideos()).toHaveLength(3);
  });

  it('nothing happens: what was asked about is sent', () => {
    const world = new World();
    world.prepare(people(3));
    meanwhile(world, () => undefined);
    world.wait(30 * MINUTE);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });
});
