import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import { breachesAtTheEnd } from './laws.ts';
import { MINUTE, people, World } from './world.ts';

const HOUR = 60 * MINUTE;
const BATCH = '/v3/videos/batches/';

/** Two batches are under way, and HeyGen answers every question about the members of the first like this. */
function firstBatchAnswers(bad: Omit<Fault, 'when'>, choices: Record<string, unknown> = {}): World {
  const world = new World({ slots: 200, idsLateMs: 30_000, ...choices });
  world.prepare(people(4));
  for (const rows of ['A2:Z3', 'A4:Z5']) {
    world.hands.select(world.sheet, [rows]);
    world.menu('renderSelectedRows');
  }
  const [first] = world.ledger();
  world.simulator.set({ faults: [{ when: { method: 'GET', path: BATCH + first?.batch_id }, ...bad }] });
  return world;
}

describe('a batch of which HeyGen gives no usable answer', () => {
  it.each<[string, Omit<Fault, 'when'>]>([
    ['500 each time', { do: '500' }],
    ['JSON that is cut short each time', { do: 'garbled' }],
    ['404 each time', { do: '404' }],
    ['400 each time', { do: 'refuse', status: 400 }],
  ])('%s: its videos are found by their titles, and the other batch is followed', (_, bad) => {
    const world = firstBatchAnswers(bad);
    world.wait(HOUR);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });
});
