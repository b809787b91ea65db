import { describe, expect, it } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import { DELETE, deleted, finished, kept, shown } from './deletion.ts';
import { type Kill, killPoints } from './kill.ts';
import { MINUTE, type World } from './world.ts';

describe('a deletion that is killed at its n-th platform call', () => {
  const start = finished(4);
  const run = (kill?: Kill): { world: World; execution: Execution } => {
    const world = start.copy();
    world.hands.select(world.sheet, ['A2', 'A4']);
    return { world, execution: world.menu(DELETE, kill) };
  };
  const healthy = run();

  it.each([
    ['nothing', 'nothing' as const],
    ['everything', 'everything' as const],
    ['every second write', (index: number) => index % 2 === 0],
  ])(
    'with %s of the unflushed writes kept, it deletes no other video, and chosen again it ends as meant',
    (_, keepOnKill) => {
      const others = ['Person2', 'Person4'];
      const points = killPoints(healthy.execution);
      expect(points.length).toBeGreaterThan(5);
      for (const killAtCall of points) {
        const { world, execution } = run({ killAtCall, keepOnKill });
        expect(execution.outcome).toBe('killed');
        expect(kept(world)).toEqual(expect.arrayContaining(others));
        world.emulator.clock.moveTo(world.now + MINUTE);
        deleted(world);
        const end = { killAtCall, kept: kept(world), ...shown(world) };
        expect(end).toEqual({ killAtCall, kept: others, links: others, gone: ['Person1', 'Person3'] });
      }
    },
  );
});
