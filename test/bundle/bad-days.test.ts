import { describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/emulator-options.ts';
import type { Fault } from '../../src/simulator/faults.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { breachesAtTheEnd, breachesNow } from './laws.ts';
import { KEY, MINUTE, people, World } from './world.ts';

const BATCHES = '/v3/videos/batches';
const VIDEOS = '/v3/videos';
const HOUR = 60 * MINUTE;

const atPost = (path: string, what: Fault['do'], more: Partial<Fault> = {}): Fault => ({
  when: { method: 'POST', path, nth: 1 },
  do: what,
  ...more,
});
const NO_BATCHES: Fault = { when: { method: 'POST', path: BATCHES }, do: 'refuse', status: 405 };

/** Rows that were just rendered on the given day. */
function rendered(rows: number, heygen: SimulatorChoices, options: Partial<EmulatorOptions> = {}): World {
  const world = new World(heygen, options);
  world.prepare(people(rows));
  world.menu('renderSelectedRows');
  return world;
}

/** Lets everything come to its end and looks whether the laws were kept. */
function endsWell(world: World): void {
  world.pressOn();
  expect(breachesAtTheEnd(world)).toEqual([]);
}

describe('money', () => {
  it('402 in the middle leaves the rest queued, says so, and a top-up and a look go on from there', () => {
    const world = rendered(4, { faults: [NO_BATCHES], costPerSecond: 1, credit: 6 });
    expect(world.statuses()).toEqual(['Rendering', 'Rendering', 'Queued', 'Queued']);
    expect(world.told()).toContain('no credit left');
    expect(world.told()).toContain('queued');
    world.wait(2 * HOUR);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Queued', 'Queued']);
    expect(world.simulator.paidVideos()).toHaveLength(2);
    world.simulator.set({ credit: 1_000 });
    world.menu('checkForFinishedVideos');
    expect(world.statuses()).toEqual(['Done', 'Done', 'Rendering', 'Rendering']);
    endsWell(world);
  });

  it('402 for a single row tells the reason beside it', () => {
    const world = rendered(1, { faults: [atPost(VIDEOS, '402')] });
    expect(world.statuses()).toEqual(['Queued']);
    expect(world.rows()[0]?.problem).toContain('no credit left');
    endsWell(world);
    expect(world.rows()[0]?.problem).toBe('');
  });

  it('402 for the second batch stops before the third, with nothing of theirs sent', () => {
    const faults: Fault[] = [{ when: { method: 'POST', path: BATCHES, nth: 2 }, do: '402' }];
    const world = rendered(250, { faults, slots: 50, renderMs: [1_000, 2_000] });
    world.fire();
    world.fire();
    expect(world.posts()).toHaveLength(2);
    expect(world.statuses().filter((status) => status === 'Queued')).toHaveLength(150);
    endsWell(world);
  });

  it.each<[Fault['do'], string, number]>([
    // A refused key is believed the second time.
    ['401', 'key', 2],
    ['403', 'key', 1],
  ])('%s stops the run, nothing more is sent by itself, and the user may go on', (what, word, times) => {
    const refused: Fault = { when: { method: 'POST', path: BATCHES }, do: what, times };
    const world = rendered(3, { faults: [refused] });
    expect(world.statuses()).toEqual(['Queued', 'Queued', 'Queued']);
    expect(world.told()).toContain(word);
    world.wait(2 * HOUR);
    expect(world.posts()).toHaveLength(times);
    endsWell(world);
  });
});

describe('429', () => {
  it.each([BATCHES, VIDEOS])('of %s is waited out as told', (path) => {
    const world = rendered(path === VIDEOS ? 1 : 3, { faults: [atPost(path, '429', { retryAfter: 200 })] });
    expect(new Set(world.statuses())).toEqual(new Set(['Queued']));
    endsWell(world);
    const [first, second] = world.posts();
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(200_000);
    expect(second?.key).not.toBe(first?.key);
  });

  it('for want of a slot sends the rest as slots become free, one POST a row that is taken', () => {
    const world = rendered(7, { faults: [NO_BATCHES], slots: 2, retryAfterSeconds: 20 });
    endsWell(world);
    expect(world.simulator.accounts()[0]?.peakRendering).toBe(2);
  });
});

describe('a batch whose answer proves nothing', () => {
  const PROVES_NOTHING: readonly Fault['do'][] = ['500', '502-html', '503', '504', 'garbled'];

  it.each([...PROVES_NOTHING, 'cut-after'] as const)(
    'is found by its titles when HeyGen has it (%s)',
    (what) => {
      const world = rendered(3, { faults: [atPost(BATCHES, what, { effect: true })] });
      expect(new Set(world.statuses())).toEqual(new Set(['Unconfirmed']));
      endsWell(world);
      expect(world.posts()).toHaveLength(1);
    },
  );

  it.each([...PROVES_NOTHING, 'cut-before'] as const)(
    'is sent again, under its key and unchanged, after ten minutes without a trace (%s)',
    (what) => {
      const world = rendered(3, { faults: [atPost(BATCHES, what, { effect: false })] });
      endsWell(world);
      const [first, second, ...more] = world.posts();
      expect(more).toEqual([]);
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(10 * MINUTE);
      expect([second?.key, second?.body]).toEqual([first?.key, first?.body]);
    },
  );

  it('is not sent again while the account has no free slot, for then absence proves nothing', () => {
    const world = new World({ slots: 10, renderMs: [5 * HOUR, 5 * HOUR] });
    for (let other = 1; other <= 10; other++) postBySomebodyElse(world, `Another tool's video ${other}`);
    world.simulator.set({ renderMs: [MINUTE, MINUTE], faults: [atPost(BATCHES, 'cut-before')] });
    world.prepare(people(2));
    world.menu('renderSelectedRows');
    world.wait(4 * HOUR);
    expect(world.statuses()).toEqual(['Unconfirmed', 'Unconfirmed']);
    expect(world.posts()).toHaveLength(1);
    world.wait(2 * HOUR);
    expect(world.statuses()).toEqual(['Done', 'Done']);
    expect(world.posts()).toHaveLength(2);
    expect(breachesNow(world)).toEqual([]);
  });

  it('has nothing to do when Render is pressed again: Unconfirmed rows are not sent', () => {
    const world = rendered(2, { faults: [atPost(BATCHES, 'cut-after')] });
    world.menu('renderSelectedRows');
    expect(world.told()).toContain('unconfirmed');
    expect(world.posts()).toHaveLength(1);
    endsWell(world);
  });
});

/** A video that stands in the same account but was made elsewhere. */
function postBySomebodyElse(world: World, script: string): void {
  const body = JSON.stringify({ type: 'avatar', avatar_id: 'Anna_Office_Front_public', script });
  world.simulator.handle({ method: 'POST', path: VIDEOS, headers: { 'x-api-key': KEY }, body }, world.now);
}

describe('a single POST whose answer proves nothing', () => {
  it('is repeated with the same key and body for less than a day, and then only after its title was looked for', () => {
    const faults: Fault[] = [{ when: { method: 'POST', path: VIDEOS }, do: 'cut-before' }];
    // An hourly trigger, for the sake of the suite: thirty firings instead of many hundreds.
    const world = rendered(1, { faults }, { mode: 'addon', addonTriggerDocument: 'document' });
    world.wait(30 * HOUR);
    const posts = world.posts();
    expect(posts.length).toBeGreaterThan(3);
    expect(posts.length).toBeLessThan(200);
    expect(new Set(posts.map(({ body }) => body)).size).toBe(1);
    const keys = [...new Set(posts.map(({ key }) => key))];
    expect(keys).toHaveLength(2);
    const [first = [], second = []] = keys.map((key) => posts.filter((post) => post.key === key));
    expect((first.at(-1)?.at ?? 0) - (first[0]?.at ?? 0)).toBeLessThan(23.5 * HOUR);
    const between = world.sent.filter(
      ({ method, at }) => method === 'GET' && at > (first.at(-1)?.at ?? 0) && at < (second[0]?.at ?? 0),
    );
    expect(between.length).toBeGreaterThan(1);
    world.simulator.set({ faults: [] });
    endsWell(world);
  });

  it('waits longer from one time to the next', () => {
    const faults: Fault[] = [{ when: { method: 'POST', path: VIDEOS }, do: '503' }];
    const world = rendered(1, { faults });
    world.wait(3 * HOUR);
    const times = world.posts().map(({ at }) => at);
    const gaps = times
      .slice(1)
      .map((at, index) => at - (times[index] ?? 0))
      .filter((gap) => gap > 20_000);
    expect(Math.max(...gaps)).toBeGreaterThan(10 * MINUTE);
    expect(gaps.length).toBeLessThan(25);
  });

  it.each(['500', '502-html', '504', 'garbled', 'cut-after'] as const)('costs one video (%s)', (what) => {
    const world = rendered(1, { faults: [atPost(VIDEOS, what, { effect: true })] });
    endsWell(world);
  });

  it('is settled while HeyGen still works on the first one (409)', () => {
    const world = rendered(1, { inFlightMs: 100_000, faults: [atPost(VIDEOS, 'cut-after')] });
    endsWell(world);
  });
});

describe('following on a bad day', () => {
  it.each<[string, number, SimulatorChoices]>([
    ['pages of an error in between', 5, { faults: [{ when: { method: 'GET', every: 2 }, do: '502-html' }] }],
    ['cut connections', 5, { faults: [{ when: { method: 'GET', every: 3 }, do: 'cut-before' }] }],
    ['garbled answers', 5, { faults: [{ when: { method: 'GET', every: 3 }, do: 'garbled' }] }],
    ['status words never seen before', 5, { unknownStatusWords: true }],
    ['shuffled pages', 130, { shufflePages: true, slots: 60, renderMs: [10_000, 300_000] }],
    ['ids that come late', 5, { idsLateMs: 6 * MINUTE }],
    ['a list that lags', 5, { listLagMs: 4 * MINUTE }],
    ['surplus items of a batch', 9, { batchQueues: false, slots: 3 }],
    ['URLs that die soon', 3, { urlTtlSeconds: 30 }],
  ])('%s: every row gets its video all the same, each paid once', (_, rows, heygen) => {
    endsWell(rendered(rows, heygen));
  });

  it('a batch of which one item is refused makes the others, and that row is told why', () => {
    const world = rendered(3, { refuseWhen: 'Person2' });
    world.wait(30 * MINUTE);
    const [, second] = world.rows();
    expect(world.statuses()).toEqual(['Done', 'Failed', 'Done']);
    expect(second?.problem).toContain('content policy');
    expect(world.simulator.paidVideos()).toHaveLength(2);
  });

  it('a failure without a reason still gives a sentence, is not charged, and Retry makes it anew', () => {
    const world = rendered(3, { failWhen: 'Person2', failureMessage: '', failureCode: '' });
    world.wait(30 * MINUTE);
    const [, second] = world.rows();
    expect(world.statuses()).toEqual(['Done', 'Failed', 'Done']);
    expect(second?.problem).toMatch(/\w+ \w+ \w+.*\./);
    expect(world.simulator.paidVideos()).toHaveLength(2);
    world.simulator.set({ failWhen: '' });
    world.menu('retryFailedRows');
    world.wait(30 * MINUTE);
    expect(world.rows()[1]?.job).not.toBe(second?.job);
    endsWell(world);
    expect(world.simulator.paidVideos()).toHaveLength(3);
  });
});

describe('queued rows', () => {
  it('that are cancelled are never sent; rendered again they are', () => {
    const world = rendered(3, { faults: [atPost(BATCHES, '402')] });
    world.menu('cancelQueuedRows');
    expect(world.statuses()).toEqual(['Cancelled', 'Cancelled', 'Cancelled']);
    world.menu('checkForFinishedVideos');
    world.wait(HOUR);
    expect(world.posts()).toHaveLength(1);
    endsWell(world);
  });

  it('whose row was deleted in time are not sent', () => {
    const world = rendered(3, { faults: [atPost(BATCHES, '429', { retryAfter: 120 })] });
    world.hands.deleteRows(world.sheet, 3, 1);
    world.wait(HOUR);
    expect(world.statuses()).toEqual(['Done', 'Done']);
    expect(world.simulator.paidVideos().map(({ script }) => script.slice(0, 13))).not.toContain(
      'Hello Person2',
    );
  });
});
