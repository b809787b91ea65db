import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import { avatarBody, Caller } from './caller.ts';

type Step =
  | { readonly kind: 'single'; readonly key: number }
  | { readonly kind: 'batch'; readonly size: number }
  | { readonly kind: 'delete'; readonly which: number }
  | { readonly kind: 'wait'; readonly seconds: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('single' as const), key: fc.nat(4) }),
  fc.record({ kind: fc.constant('batch' as const), size: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('delete' as const), which: fc.nat(20) }),
  fc.record({ kind: fc.constant('wait' as const), seconds: fc.nat(400) }),
);

const world = fc.record({
  seed: fc.nat(1000),
  slots: fc.integer({ min: 1, max: 5 }),
  batchQueues: fc.boolean(),
  honourBatchKeys: fc.boolean(),
  failureRate: fc.constantFrom(0, 0.3),
  credit: fc.constantFrom(null, 1),
  idsLateMs: fc.constantFrom(0, 90_000),
  renderMs: fc.constant<[number, number]>([30_000, 300_000]),
  faults: fc.constantFrom<Fault[]>([], [{ when: { probability: 0.3 }, do: 'cut-after' }]),
});

function play(caller: Caller, steps: readonly Step[]): void {
  for (const each of steps) {
    if (each.kind === 'wait') caller.wait(each.seconds);
    else if (each.kind === 'single') {
      caller.answer('POST', '/v3/videos', avatarBody(), { 'Idempotency-Key': `k${each.key}` });
    } else if (each.kind === 'batch') {
      caller.answer('POST', '/v3/videos/batches', {
        videos: Array.from({ length: each.size }, () => avatarBody()),
      });
    } else {
      const { videos } = caller.simulator;
      caller.answer('DELETE', `/v3/videos/${videos()[each.which]?.id ?? 'none'}`);
    }
    caller.simulator.advance(caller.now);
  }
}

const RUNS = { seed: 20260722, numRuns: 150 };

describe('laws of the world', () => {
  it('charges equal completed videos, and no more than the slots render at once', () => {
    fc.assert(
      fc.property(world, fc.array(step, { maxLength: 25 }), (choices, steps) => {
        const caller = new Caller(choices);
        play(caller, steps);
        caller.wait(86_400);
        caller.simulator.advance(caller.now);
        const videos = caller.simulator.videos();
        const completed = videos.filter(({ state }) => state === 'completed');
        const due = completed.reduce((sum, { cost }) => sum + cost, 0);
        const [account] = caller.simulator.accounts();
        expect(account?.spent ?? 0).toBeCloseTo(due, 6);
        expect(account?.reserved ?? 0).toBe(0);
        expect(account?.peakRendering ?? 0).toBeLessThanOrEqual(choices.slots);
        expect(caller.simulator.paidVideos().map(({ id }) => id)).toEqual(completed.map(({ id }) => id));
        if (choices.credit !== null) expect(due).toBeLessThanOrEqual(choices.credit);
        for (const { state, deletedAt } of videos) {
          expect(deletedAt > 0 || state === 'completed' || state === 'failed').toBe(true);
        }
        expect(caller.simulator.nextEventAt()).toBeNull();
      }),
      RUNS,
    );
  });

  it('a world restored from its snapshot goes on exactly as the saved one', () => {
    fc.assert(
      fc.property(
        world,
        fc.array(step, { maxLength: 15 }),
        fc.array(step, { maxLength: 15 }),
        (choices, before, after) => {
          const one = new Caller(choices);
          play(one, before);
          const two = new Caller(choices);
          expect(two.simulator.restore(one.simulator.snapshot()).ok).toBe(true);
          two.now = one.now;
          for (const caller of [one, two]) {
            play(caller, after);
            caller.wait(86_400);
            caller.simulator.advance(caller.now);
          }
          expect(two.simulator.videos()).toEqual(one.simulator.videos());
          expect(two.simulator.counts()).toEqual(one.simulator.counts());
        },
      ),
      RUNS,
    );
  });

  it('what was saved by its changes is the same world as what was saved whole, also when a kill cuts the next change short', () => {
    fc.assert(
      fc.property(world, fc.array(step, { maxLength: 20 }), fc.nat(9_000), (choices, steps, cut) => {
        let [saved, whole] = ['', ''];
        const caller: Caller = new Caller(choices, {
          onChange: (state) => {
            saved += saved === '' ? state.whole() : state.changes();
            whole = caller.simulator.snapshot();
          },
        });
        play(caller, steps);
        if (saved === '') return;
        const [one, other] = [new Caller(choices), new Caller(choices)];
        expect(one.simulator.restore(saved + whole.slice(0, Math.min(cut, whole.length - 1))).ok).toBe(true);
        expect(other.simulator.restore(whole).ok).toBe(true);
        expect(one.simulator.snapshot()).toBe(other.simulator.snapshot());
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  it('any bytes as a body or a path get an answer, never an exception', () => {
    const simulator = createSimulator();
    const path = fc.oneof(
      fc.webPath(),
      fc.constantFrom('/v3/videos', '/v3/videos/batches', '/v3/assets', '/_simulator/options'),
    );
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((json) => `{"videos":[${json}]}`),
    );
    fc.assert(
      fc.property(path, body, fc.constantFrom('GET', 'POST', 'DELETE'), (where, text, method) => {
        const answer = simulator.handle(
          { method, path: where, headers: { 'x-api-key': 'k' }, body: text },
          1,
        );
        expect(answer.kind).toBe('reply');
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });

  it('a snapshot that was cut short is refused with a sentence', () => {
    const caller = new Caller();
    caller.create();
    const whole = caller.simulator.snapshot();
    const { restore } = new Caller().simulator;
    expect(restore(whole.slice(0, -20)).ok).toBe(false);
    expect(restore(whole.split('\n').slice(0, 1).join('\n')).ok).toBe(false);
    expect(restore('').ok).toBe(false);
  });

  it('10,000 videos with 10 slots and 5-minute renders are done in the 3.5 virtual days that they take', () => {
    const caller = new Caller({ renderMs: [300_000, 300_000] });
    for (let sent = 0; sent < 100; sent += 1) {
      expect(caller.batch(Array.from({ length: 100 }, () => avatarBody())).status).toBe(202);
    }
    caller.wait(3.5 * 86_400);
    const path = '/v3/videos?limit=100&title=video';
    expect(caller.get(path).json.data).toHaveLength(100);
    expect(caller.simulator.paidVideos().filter(({ charged }) => charged > 0)).toHaveLength(10_000);
    expect(caller.simulator.accounts()[0]?.peakRendering).toBe(10);
  });
});
