import { describe, expect, it } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import type { Fault } from '../../src/simulator/faults.ts';
import { breachesAtTheEnd } from './laws.ts';
import { MINUTE, people, World } from './world.ts';

const BATCHES = 3;
const TITLES = '/v3/videos';

/** Three batches of two rows that were sent, and that nobody has asked about yet. */
function threeBatches(): World {
  const world = new World({ slots: 200, itemMs: 1, renderMs: [5 * MINUTE, 5 * MINUTE] });
  world.prepare(people(2 * BATCHES));
  for (let at = 0; at < BATCHES; at += 1) {
    world.hands.select(world.sheet, [`A${2 * at + 2}:Z${2 * at + 3}`]);
    world.menu('renderSelectedRows');
  }
  return world;
}

/** The same when every video is known and finished, and not looked at yet. */
function threeFinishedBatches(): World {
  const world = threeBatches();
  for (let runs = 0; runs < 20; runs += 1) {
    const ids = world.ledger().filter(({ video_id }) => video_id !== '');
    if (ids.length === 2 * BATCHES) break;
    world.fire();
  }
  world.wait(1);
  world.emulator.clock.advance(6 * MINUTE);
  return world;
}

const done = (world: World): number => world.statuses().filter((status) => status === 'Done').length;

/** The next pass that asks HeyGen anything. */
function askingPass(world: World): Execution {
  for (;;) {
    const run = world.fire();
    if (run === null) throw new Error('There is no trigger.');
    if (run.fetches.length > 0) return run;
  }
}

function fetchCalls({ calls }: Execution, name: string): Execution['calls'] {
  return calls.filter(({ service, method }) => service === 'fetch' && method === name);
}

describe('the questions of a pass', () => {
  it('are asked at the same moment, and take as long as the slowest answer', () => {
    const world = threeFinishedBatches();
    world.simulator.set({ latencyMs: 2_000 });
    const run = askingPass(world);
    const [together, ...more] = fetchCalls(run, 'fetchAll');
    expect(more).toEqual([]);
    expect(run.fetches.filter(({ url }) => url.includes('title='))).toHaveLength(BATCHES);
    expect(together?.cost).toBeLessThan(3_000);
    expect(done(world)).toBe(2 * BATCHES);
  });

  it.each<[string, Omit<Fault, 'when'>]>([
    ['500', { do: '500' }],
    ['cut short', { do: 'garbled' }],
    ['400', { do: 'refuse', status: 400 }],
    ['429 for half a minute', { do: '429', retryAfter: 30 }],
    ['no answer', { do: 'cut-before' }],
  ])('of which one is answered by %s do not lose the answers to the others', (_, bad) => {
    const world = threeFinishedBatches();
    world.simulator.set({ faults: [{ when: { method: 'GET', path: TITLES, nth: 2 }, ...bad }] });
    askingPass(world);
    expect(done(world)).toBeGreaterThanOrEqual(2 * (BATCHES - 1));
    world.simulator.set({ faults: [] });
    world.follow();
    expect(done(world)).toBe(2 * BATCHES);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('are not asked on where HeyGen asks to send less', () => {
    const world = threeFinishedBatches();
    const throttled = { when: { method: 'GET', path: TITLES, nth: 1 }, do: '429', retryAfter: 60 } as const;
    world.simulator.set({ faults: [throttled] });
    const run = askingPass(world);
    const titles = run.fetches.filter(({ url }) => url.includes('title='));
    expect(titles.map(({ status }) => status)).toEqual([429, 200, 200]);
  });

  it('lead to no further ones in a pass in which HeyGen asks to send less', () => {
    const world = threeBatches();
    world.emulator.clock.advance(20 * MINUTE);
    const when = { method: 'GET', pathStartsWith: `${TITLES}/batches/`, nth: 1 };
    world.simulator.set({ faults: [{ when, do: '429', retryAfter: 60 }] });
    const run = askingPass(world);
    const asked = run.fetches.filter(({ url }) => url.includes(TITLES));
    expect(asked.map(({ status }) => status)).toEqual([429, 200, 200]);
    world.simulator.set({ faults: [] });
    world.follow();
    expect(done(world)).toBe(2 * BATCHES);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });
});
