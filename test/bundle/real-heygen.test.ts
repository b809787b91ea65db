import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { breachesAtTheEnd } from './laws.ts';
import { called } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

/* HeyGen as it was met, not as it is described. */

const HOUR = 60 * MINUTE;
const BATCHES = '/v3/videos/batches';
const VIDEOS = '/v3/videos';
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

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
    { paramNames: 'plain', batchesRefusedWhole: false },
    { paramNames: 'typed', batchesRefusedWhole: false },
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

describe('404 for a video that HeyGen is making', () => {
  it.each<[string, number, Fault]>([
    ['a batch', 3, { when: { method: 'POST', path: BATCHES }, do: '404-created', times: 1 }],
    ['a single video', 1, { when: { method: 'POST', path: VIDEOS }, do: '404-created', times: 1 }],
    ['a single video, again and again', 1, { when: { method: 'POST', path: VIDEOS }, do: '404-created' }],
  ])('as the answer to %s: it is found, and nothing is sent under another key', (_, rows, fault) => {
    const world = rendered(rows, { faults: [fault], listLagMs: 30_000 });
    expect(count(world, 'Failed')).toBe(0);
    world.wait(2 * HOUR);
    expect(breachesAtTheEnd(world)).toEqual([]);
    expect(new Set(world.posts().map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
  });

  it('is told with HeyGen’s words while it is not settled, and may be sent again only after another look', () => {
    const world = rendered(1, { faults: [{ when: { method: 'POST', path: VIDEOS }, do: '404-created' }] });
    const [row] = world.rows();
    expect(row).toMatchObject({ status: 'Unconfirmed', problem: expect.stringContaining('not found') });
    called(world, 'sidebarSettle', [row?.job ?? ''], 'send-again');
    world.wait(2 * HOUR);
    expect(breachesAtTheEnd(world)).toEqual([]);
    expect(new Set(world.posts().map(({ key }) => key)).size).toBe(1);
  });

  it('and without such a video: the row fails after its title was looked for, under one key', () => {
    const fault: Fault = { when: { method: 'POST', path: VIDEOS }, do: '404' };
    const world = rendered(1, { faults: [fault] });
    world.wait(2 * HOUR);
    expect(world.statuses()).toEqual(['Failed']);
    expect(world.rows()[0]?.problem).toContain('HeyGen says: "There is no such resource".');
    const [first, ...others] = world.posts();
    for (const { key, body } of others) expect({ key, body }).toEqual({ key: first?.key, body: first?.body });
    const last = others.at(-1)?.at ?? 0;
    const looks = world.sent.filter(
      ({ method, path, at }) => method === 'GET' && path === VIDEOS && at < last,
    );
    expect(looks.length).toBeGreaterThan(1);
    world.simulator.set({ faults: [] });
    world.menu('retryFailedRows');
    world.wait(HOUR);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('from an account that has no batches: its rows go one by one after their titles were looked for', () => {
    const world = rendered(3, { faults: [{ when: { method: 'POST', path: BATCHES }, do: '404' }] });
    expect(world.statuses()).toEqual(['Unconfirmed', 'Unconfirmed', 'Unconfirmed']);
    world.wait(2 * HOUR);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('that names the field it misses is a refusal at once', () => {
    const world = new World();
    const [headers = [], ...rows] = people(1);
    world.prepare([[...headers, 'background'], ...rows.map((row) => [...row, 'asset:no-such-file'])]);
    world.menu('renderSelectedRows');
    expect(world.statuses()).toEqual(['Failed']);
    expect(world.posts()).toHaveLength(1);
  });
});

describe('an upload that HeyGen does not have yet', () => {
  /** Rows whose background was uploaded a moment ago, as the page uploads it. */
  function withNewUpload(rows: number, assetLagMs: number): World {
    const world = new World({ assetLagMs });
    world.menu('setHeyGenKey');
    const file = { name: 'wall.png', type: 'image/png', bytes: PNG };
    const { reply } = world.emulator.serve({ functionName: 'sidebarUpload', args: [], form: { file } });
    const asset = /"assetId":"([\w-]+)"/.exec(reply.ok ? String(reply.value) : '')?.[1] ?? '';
    const [headers = [], ...others] = people(rows);
    world.prepare([[...headers, 'background'], ...others.map((row) => [...row, `asset:${asset}`])]);
    world.menu('renderSelectedRows');
    return world;
  }

  it.each([
    [1, 40_000],
    [3, 100_000],
  ])('is waited for with %i rows, and every video is paid once', (rows, assetLagMs) => {
    const world = withNewUpload(rows, assetLagMs);
    expect(count(world, 'Failed')).toBe(0);
    world.wait(HOUR);
    expect(breachesAtTheEnd(world)).toEqual([]);
    const alone = world.posts().filter(({ path }) => path === VIDEOS);
    expect(new Set(alone.map(({ key }) => key)).size).toBe(rows);
    expect(alone.length).toBeGreaterThan(rows);
  });

  it('and that never comes fails its row within a few minutes, in HeyGen’s words', () => {
    const world = withNewUpload(1, 100 * HOUR);
    expect(world.statuses()).toEqual(['Queued']);
    world.wait(8 * MINUTE);
    expect(world.statuses()).toEqual(['Failed']);
    expect(world.rows()[0]?.problem).toContain('HeyGen says:');
    expect(new Set(world.posts().map(({ key }) => key)).size).toBe(2);
  });
});
