import { describe, expect, it } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import { BATCHES, bad, begun, type Keep, type Kill, killAt, killPoints, type Scene } from './kill.ts';
import type { World } from './world.ts';

/** What may become of writes that were not flushed: kept, or some of them; that all are lost is the usual case. */
const KEPT: Readonly<Record<string, Keep>> = {
  'all are kept': 'everything',
  'the even ones are kept': (index) => index % 2 === 0,
  'one in three is kept': (index) => index % 3 === 1,
};

const SENDING: Readonly<Record<string, Scene>> = {
  'a batch whose key HeyGen honours': { rows: 3, heygen: { honourBatchKeys: true } },
  'a batch that does not queue': {
    rows: 4,
    heygen: { batchQueues: false, slots: 2 },
    mayStayUndecided: true,
  },
  'a batch whose videos appear late': { rows: 2, heygen: { idsLateMs: 90_000, listLagMs: 20_000 } },
  'a batch whose reply is lost': { rows: 2, heygen: bad('cut-after', BATCHES) },
  'a batch that never arrives': { rows: 2, heygen: bad('cut-before', BATCHES) },
  'a single row': { rows: 1, heygen: {} },
  'a single row whose reply is lost': { rows: 1, heygen: bad('cut-after', '/v3/videos') },
  'rows of an account without batches': {
    rows: 3,
    heygen: { faults: [{ when: { method: 'POST', path: BATCHES }, do: 'refuse', status: 405 }] },
  },
};

function rendering(scene: Scene): (kill?: Kill) => { world: World; execution: Execution } {
  const start = begun(scene);
  return (kill) => {
    const world = start.copy();
    return { world, execution: world.menu('renderSelectedRows', kill) };
  };
}

describe('killed at its n-th platform call, Render pays no row twice, loses no video and changes nothing else', () => {
  const run = rendering({ rows: 3, heygen: {} });
  const healthy = run();

  it('from a copy of a world, which goes on as the world itself does', () => {
    const world = begun({ rows: 3, heygen: {} });
    const copy = world.copy();
    expect(JSON.parse(copy.durable())).toEqual(JSON.parse(world.durable()));
    for (const each of [world, copy]) {
      each.menu('renderSelectedRows', { killAtCall: 40, keepOnKill: 'everything' });
      each.pressOn();
    }
    expect(JSON.parse(copy.durable())).toEqual(JSON.parse(world.durable()));
    expect(copy.sent).toEqual(world.sent);
  });

  it('for every n', () => {
    const every = Array.from({ length: healthy.execution.counts.total }, (_, at) => at + 1);
    expect(killAt(every, ['nothing'], run)).toBeGreaterThan(8);
  });

  it.each(Object.entries(KEPT))('when of the writes that were not flushed %s', (_, keep) => {
    expect(killAt(killPoints(healthy.execution), [keep], run)).toBeGreaterThan(8);
  });

  it.each(Object.entries(SENDING))('for %s', (_, scene) => {
    const sending = rendering(scene);
    const points = killPoints(sending().execution);
    expect(killAt(points, ['nothing', (index) => index % 2 === 0], sending)).toBeGreaterThan(8);
  });
});
