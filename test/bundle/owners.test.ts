import { describe, expect, it } from 'vitest';
import { breachesAtTheEnd } from './laws.ts';
import { KEY, MINUTE, people, World } from './world.ts';

const BERT = 'bert@example.com';
const BERTS_KEY = 'sk-bert-77';
const BOTH = { [KEY]: 'anna', [BERTS_KEY]: 'bert' };

/** Anna's two rows and Bert's two rows, each rendered by its user, on one sheet. */
function shared(): World {
  const world = new World({ keys: BOTH });
  world.prepare(people(4));
  world.connect(BERTS_KEY, BERT);
  world.hands.select(world.sheet, ['A2:Z3']);
  world.menu('renderSelectedRows');
  world.hands.select(world.sheet, ['A4:Z5']);
  world.menu('renderSelectedRows', { user: BERT });
  return world;
}

function linesOf(world: World, owner: string): Record<string, string>[] {
  return world.ledger().filter((line) => line.owner === owner);
}

describe('jobs of another owner', () => {
  it('are paid by the account of whoever rendered them, and each row gets its video', () => {
    const world = shared();
    world.pressOn();
    expect(breachesAtTheEnd(world)).toEqual([]);
    const accounts = world.simulator.paidVideos().map(({ account }) => account);
    expect(accounts.sort()).toEqual(['anna', 'anna', 'bert', 'bert']);
  });

  it('stay as they are when somebody else looks, also when their key has expired', () => {
    const world = shared();
    world.simulator.set({ keys: { [KEY]: 'anna' } });
    const before = linesOf(world, 'bert');
    expect(before).toHaveLength(2);
    world.emulator.clock.moveTo(world.now + 30 * MINUTE);
    world.menu('checkForFinishedVideos');
    expect(world.statuses().slice(0, 2)).toEqual(['Done', 'Done']);
    expect(linesOf(world, 'bert')).toEqual(before);
    world.wait(60 * MINUTE);
    expect(linesOf(world, 'bert').map(({ status }) => status)).toEqual(['Rendering', 'Rendering']);
    world.simulator.set({ keys: BOTH });
    world.menu('checkForFinishedVideos', { user: BERT });
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done', 'Done']);
  });

  it('are not sent again by somebody else who renders the same rows', () => {
    const world = shared();
    world.hands.select(world.sheet, ['A2:Z5']);
    world.menu('renderSelectedRows');
    expect(world.told()).toContain('under way');
    world.pressOn();
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('are followed by their own triggers only, which vanish with the last open job of each', () => {
    const world = shared();
    expect(world.emulator.triggers().map(({ user }) => user)).toEqual(['anna@example.com', BERT]);
    world.wait(60 * MINUTE);
    expect(world.emulator.triggers()).toEqual([]);
  });
});
