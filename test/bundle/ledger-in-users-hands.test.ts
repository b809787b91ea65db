import { describe, expect, it } from 'vitest';
import { breachesAtTheEnd } from './laws.ts';
import { renderedByPage } from './page-calls.ts';
import { LEDGER, MINUTE, people, World } from './world.ts';

function rendering(rows = 3): World {
  const world = new World();
  world.prepare(people(rows));
  world.menu('renderSelectedRows');
  return world;
}

/** Makes the ledger what it was before its jobs had the field of this header; how many columns that takes away. */
function narrow(world: World, header: string): number {
  const headers = world.hands.displayValues(LEDGER)[0] ?? [];
  const at = headers.indexOf(header);
  const count = headers.indexOf('request') - at;
  for (let each = 0; each < count; each++) world.hands.deleteColumn(LEDGER, at + 1);
  return count;
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

  it.each(['template', 'folder_id'])(
    'that was written before %s was known gets the columns that it lacks, and its jobs reach their rows',
    (header) => {
      const world = rendering();
      const headers = world.hands.displayValues(LEDGER)[0] ?? [];
      narrow(world, header);
      world.wait(30 * MINUTE);
      expect(breachesAtTheEnd(world)).toEqual([]);
      expect(world.hands.displayValues(LEDGER)[0]?.slice(0, headers.length - 1)).toEqual(
        headers.slice(0, -1),
      );
      world.hands.load(world.sheet, people(5));
      world.selectAll();
      world.menu('renderSelectedRows');
      world.wait(30 * MINUTE);
      expect(world.statuses()).toEqual(Array(5).fill('Done'));
    },
  );

  it('that an earlier version wrote is widened once, also when two executions find it so at the same time', () => {
    for (let at = 1; at < 30; at++) {
      const world = rendering();
      const lacking = narrow(world, 'template');
      const width = world.hands.displayValues(LEDGER)[0]?.length ?? 0;
      world.emulator.clock.moveTo(world.now + MINUTE);
      world.menu('checkForFinishedVideos', {
        beforeCall: (_, index) => {
          if (index === at) world.emulator.run('syncOnTrigger', { kind: 'trigger' });
        },
      });
      world.wait(30 * MINUTE);
      expect(breachesAtTheEnd(world), `at ${at}`).toEqual([]);
      expect(world.hands.displayValues(LEDGER)[0]?.length, `at ${at}`).toBe(width + lacking);
    }
  });

  it('whose columns somebody changed is not read, and nothing is sent, until it is put back', () => {
    const world = rendering();
    world.hands.insertColumn(LEDGER, 3);
    world.selectAll();
    const execution = world.emulator.run('renderSelectedRows', { kind: 'menu' });
    expect(execution.error?.message).toMatch(/columns of the hidden sheet “Reelmerge jobs” were changed/);
    expect(world.posts()).toHaveLength(1);
    world.hands.deleteColumn(LEDGER, 3);
    world.wait(30 * MINUTE);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('that is protected against this user is told by its name, and nothing is sent', () => {
    const world = rendering();
    world.hands.protect(LEDGER, null);
    world.hands.load(world.sheet, people(4));
    world.selectAll();
    const execution = world.emulator.run('renderSelectedRows', { kind: 'menu' });
    expect(execution.error?.message).toMatch(/hidden sheet “Reelmerge jobs” did not take/);
    expect(() => renderedByPage(world)).toThrow('did not take what Reelmerge wrote');
    expect(world.posts()).toHaveLength(1);
    world.hands.unprotect(LEDGER);
    world.selectAll();
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    expect(world.statuses()).toEqual(Array(4).fill('Done'));
    expect(world.simulator.paidVideos()).toHaveLength(4);
  });
});
