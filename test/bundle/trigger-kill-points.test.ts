import { describe, expect, it } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import { BATCHES, bad, begun, type Kill, killAt, killPoints, type Scene } from './kill.ts';
import type { World } from './world.ts';

/** The firing of the trigger that is killed, from 1, and what it does then. */
const FIRINGS: Readonly<Record<string, Scene & { readonly firing: number }>> = {
  'submits a batch': { rows: 2, firing: 1, heygen: bad('429', BATCHES) },
  'submits a single row': { rows: 1, firing: 1, heygen: bad('429', '/v3/videos') },
  'repeats a single row whose reply was lost': { rows: 1, firing: 1, heygen: bad('cut-after', '/v3/videos') },
  'finds a batch whose reply was lost': { rows: 2, firing: 1, heygen: bad('cut-after', BATCHES) },
  'sends what the slots left over': { rows: 4, firing: 1, heygen: { batchQueues: false, slots: 2 } },
  follows: { rows: 2, firing: 1, heygen: { renderMs: [90_000, 400_000] } },
  'finishes some': { rows: 3, firing: 2, heygen: { renderMs: [20_000, 240_000] } },
  'finishes all': { rows: 2, firing: 1, heygen: { renderMs: [30_000, 30_000] } },
};

function firing(scene: Scene & { readonly firing: number }) {
  const start = begun(scene);
  start.menu('renderSelectedRows');
  for (let healthy = 1; healthy < scene.firing; healthy++) start.fire();
  return (kill?: Kill): { world: World; execution: Execution } => {
    const world = start.copy();
    const execution = world.fire(kill);
    if (execution === null) throw new Error('There is no trigger left to be killed.');
    return { world, execution };
  };
}

describe('killed at its n-th platform call, a trigger run pays no row twice, loses no video and changes nothing else', () => {
  it.each(Object.entries(FIRINGS))('when it %s', (_, scene) => {
    const fired = firing(scene);
    const points = killPoints(fired().execution);
    expect(killAt(points, ['nothing', 'everything', (index) => index % 2 === 0], fired)).toBeGreaterThan(1);
  });
});
