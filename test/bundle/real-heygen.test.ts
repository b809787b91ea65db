import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { breachesAtTheEnd } from './laws.ts';
import { MINUTE, people, World } from './world.ts';

/* HeyGen as it was met, not as it is described. */

const HOUR = 60 * MINUTE;
const BATCHES = '/v3/videos/batches';
const VIDEOS = '/v3/videos';

/** Rows that were just rendered. */
function rendered(rows: number, heygen: SimulatorChoices): World {
  const world = new World(heygen);
  world.prepare(people(rows));
  world.menu('renderSelectedRows');
  return world;
}

function count(world: World, status: string): number {
  return world.statuses().filter((each) => each === status).length;
}

describe('credit that ends', () => {
  it.each(['MOVIO_PAYMENT_INSUFFICIENT_CREDIT', 'movio_payment_insufficient_credit'])(
    'late, as %s of accepted videos: no row fails, the rest is queued, and a top-up goes on from there',
    (lateCreditCode) => {
      const world = rendered(60, { creditEndsLate: true, lateCreditCode, costPerSecond: 1, credit: 20 });
      world.wait(2 * HOUR);
      expect(count(world, 'Failed')).toBe(0);
      expect(count(world, 'Done')).toBeGreaterThan(0);
      expect(count(world, 'Queued')).toBe(60 - count(world, 'Done'));
      expect(world.rows().find(({ status }) => status === 'Queued')?.problem).toContain('no credit left');
      expect(world.emulator.triggers()).toEqual([]);
      world.menu('checkForFinishedVideos');
      world.simulator.set({ credit: 100_000 });
      world.pressOn();
      expect(breachesAtTheEnd(world)).toEqual([]);
    },
  );

  it('under HeyGen’s older code and an unexpected status stops the run, and the rows stay queued', () => {
    const world = rendered(4, {
      credit: 0,
      creditStatus: 400,
      creditCode: 'Movio_Payment_Insufficient_Credit',
      faults: [{ when: { method: 'POST', path: BATCHES }, do: 'refuse', status: 405 }],
    });
    expect(world.statuses()).toEqual(['Queued', 'Queued', 'Queued', 'Queued']);
    expect(world.told()).toContain('no credit left');
    expect(world.emulator.triggers()).toEqual([]);
  });
});

describe('a refusal that can be read is an answer', () => {
  it.each<[string, Omit<Fault, 'when'>, string]>([
    ['400 with the code internal_error', { do: '400-internal' }, 'does not support unlimited mode'],
    [
      '200 with an error envelope',
      { do: '200-error', message: '=HYPERLINK("x") is no' },
      'HYPERLINK("x") is no',
    ],
    ['200 with the code internal_error', { do: '200-error', code: 'internal_error' }, 'request is not valid'],
  ])('%s: the row is failed with HeyGen’s words and is not sent again', (_, fault, words) => {
    const world = rendered(1, { faults: [{ when: { method: 'POST', path: VIDEOS }, ...fault }] });
    expect(world.statuses()).toEqual(['Failed']);
    expect(world.rows()[0]?.problem).toContain(`HeyGen says: "`);
    expect(world.rows()[0]?.problem).toContain(words);
    world.wait(2 * HOUR);
    expect(world.posts()).toHaveLength(1);
    expect(world.hands.formulaCells()).toEqual([]);
  });

  it('200 with words about the key stops the run', () => {
    const fault: Fault = {
      when: { method: 'POST', pathStartsWith: VIDEOS },
      do: '200-error',
      code: 'unauthorized',
    };
    const world = rendered(3, { faults: [fault] });
    expect(world.statuses()).toEqual(['Queued', 'Queued', 'Queued']);
    expect(world.told()).toContain('does not accept this API key');
    expect(world.emulator.triggers()).toEqual([]);
  });

  it('of a batch as a whole sends its rows alone, and each tells its own reason', () => {
    const world = rendered(2, {
      faults: [{ when: { method: 'POST', pathStartsWith: VIDEOS }, do: '200-error' }],
    });
    expect(world.statuses()).toEqual(['Failed', 'Failed']);
    expect(world.posts()).toHaveLength(3);
  });
});

describe('a render that fails with internal_error', () => {
  it('is told as what it is, promises nothing, and is rendered by a retry', () => {
    const world = rendered(2, { failWhen: 'Person2', failureCode: 'internal_error' });
    world.wait(HOUR);
    expect(world.statuses()).toEqual(['Done', 'Failed']);
    const problem = world.rows()[1]?.problem ?? '';
    expect(problem).toContain('an error of its own');
    expect(problem).toContain('Retry the row');
    expect(problem).not.toMatch(/tries again|status\.heygen/);
    world.simulator.set({ failWhen: '' });
    world.menu('retryFailedRows');
    world.wait(HOUR);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });
});

describe('the refusal of test videos', () => {
  it.each<SimulatorChoices>([
    { paramNames: 'plain' },
    { paramNames: 'typed' },
    { paramNames: 'typed', batchesRefusedWhole: true },
  ])('is known with %j', (choices) => {
    const world = new World(choices);
    const [headers = [], ...rows] = people(2);
    world.prepare([[...headers, 'test_mode'], ...rows.map((row) => [...row, 'yes'])]);
    world.menu('renderSelectedRows');
    world.wait(HOUR);
    expect(world.statuses()).toEqual(['Failed', 'Failed']);
    for (const { problem } of world.rows()) expect(problem).toContain('does not make test videos');
  });
});

describe('one stray 401 between good answers', () => {
  it.each<[string, Fault['when']]>([
    ['the POST of a batch', { method: 'POST', path: BATCHES }],
    ['a look for finished videos', { method: 'GET', path: VIDEOS }],
  ])('to %s does not end the run', (_, when) => {
    const world = rendered(3, { faults: [{ when, do: '401', times: 1 }] });
    world.wait(HOUR);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('is believed when HeyGen says it twice', () => {
    const world = rendered(3, {
      faults: [{ when: { method: 'POST', pathStartsWith: VIDEOS }, do: '401', times: 2 }],
    });
    expect(world.statuses()).toEqual(['Queued', 'Queued', 'Queued']);
    expect(world.told()).toContain('does not accept this API key');
  });
});
