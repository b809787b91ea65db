import { describe, expect, it } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import { begun, type Kill, killAt, killPoints } from './kill.ts';
import { called } from './page-calls.ts';
import { MINUTE, type World } from './world.ts';

/** Two rows whose videos take so many minutes, where HeyGen usually needs five. */
function slow(minutes: number): World {
  const world = begun({ rows: 2, heygen: { renderMs: [minutes * MINUTE, minutes * MINUTE] } });
  world.menu('renderSelectedRows');
  return world;
}

/** The same rows when the next run of the trigger finds them stuck. */
function unmarked(minutes: number): World {
  const world = slow(minutes);
  world.fire();
  world.emulator.clock.moveTo(world.now + 16 * MINUTE);
  return world;
}

/** The run of the trigger that finds them stuck. */
function marking(kill: Kill | undefined, start: World): { world: World; execution: Execution } {
  const world = start.copy();
  const execution = world.fire(kill ?? {});
  if (execution === null) throw new Error('There is no trigger.');
  return { world, execution };
}

describe('a video that takes much longer than its like', () => {
  it('is marked in its row, in the counts and in the sidebar, is never sent again, and ends like the others', () => {
    const { world, execution } = marking(undefined, unmarked(50));
    const posts = world.posts().length;
    for (const { status, problem } of world.rows()) {
      expect(status).toBe('Rendering');
      expect(problem).toMatch(
        /^HeyGen usually needs about 5 min for such a video; this one has been there for more than 1\d min\. /,
      );
    }
    expect(JSON.stringify(execution.logs)).toContain(
      '2 videos have been at HeyGen for much longer than usual.',
    );
    world.emulator.clock.moveTo(world.now + 15 * MINUTE);
    const { stuck, counts } = called(world, 'sidebarSync', true).value;
    expect(counts.Rendering).toBe(2);
    expect(stuck.map(({ row }) => row)).toEqual([2, 3]);
    expect(stuck[0]?.message).toMatch(/this one has been there for about 3\d min\.$/);
    world.menu('checkForFinishedVideos');
    expect(world.told()).toContain(
      '2 videos have been at HeyGen for much longer than usual. Their rows say more',
    );
    world.follow();
    expect(world.statuses()).toEqual(['Done', 'Done']);
    expect(world.rows().map(({ problem }) => problem)).toEqual(['', '']);
    expect(world.posts().length).toBe(posts);
    expect(called(world, 'sidebarSync', false).value.stuck).toEqual([]);
  });

  it('is not marked while HeyGen is down: nobody knows how long it takes', () => {
    const world = slow(50);
    world.simulator.set({ faults: [{ when: { method: 'GET' }, do: '503' }] });
    const until = world.now + 40 * MINUTE;
    while ((world.emulator.nextTriggerAt() ?? until) < until) world.fire();
    expect(world.rows().map(({ problem }) => problem)).toEqual(['', '']);
  });

  it('killed wherever while it is marked, is paid once and ends in its row', () => {
    const start = unmarked(20);
    const points = killPoints(marking(undefined, start).execution);
    expect(points.length).toBeGreaterThan(5);
    expect(killAt(points, ['nothing', 'everything'], (kill) => marking(kill, start))).toBeGreaterThan(3);
  });
});
