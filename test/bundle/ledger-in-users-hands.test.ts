import { describe, expect, it } from 'vitest';
import { breachesAtTheEnd } from './laws.ts';
import { LEDGER, MINUTE, people, World } from './world.ts';

function rendering(rows = 3): World {
  const world = new World();
  world.prepare(people(rows));
  world.menu('renderSelectedRows');
  return world;
}

describe('the hidden sheet of jobs', () => {
  it('is found again when the user renamed it, and every video reaches its row', () => {
    const world = rendering();
    world.hands.renameSheet(LEDGER, 'old stuff');
    world.wait(30 * MINUTE);
    expect(breachesAtTheEnd(world)).toEqual([]);
    expect(world.hands.sheets().map(({ name }) => name)).toEqual([world.sheet, LEDGER]);
  });

  it('is not begun anew beside a renamed one: rows under way are not paid again', () => {
    const world = rendering();
    world.hands.renameSheet(LEDGER, 'old stuff');
    world.selectAll();
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('once deleted, rows that may have their video are not paid again before their job cells are cleared', () => {
    const world = rendering();
    world.hands.deleteSheet(LEDGER);
    world.wait(5 * MINUTE);
    expect(world.emulator.triggers()).toEqual([]);
    world.selectAll();
    world.menu('renderSelectedRows');
    expect(world.posts()).toHaveLength(1);
    expect(world.told()).toContain('Reelmerge jobs');
    expect(world.told()).toContain('job');
    const job = (world.hands.displayValues(world.sheet)[0] ?? []).indexOf('job') + 1;
    for (const row of [2, 3, 4]) world.hands.type(world.sheet, row, job, '');
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
  });
});
