import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learn, UNKNOWN_ACCOUNT } from '../../../src/core/jobs/account.ts';
import { type Send, sendsOf } from '../../../src/core/jobs/batch.ts';
import { NO_LIMIT } from '../../../src/core/jobs/feeding.ts';
import { type Job, newJob } from '../../../src/core/jobs/job.ts';
import type { JobEvent } from '../../../src/core/jobs/job-event.ts';
import { isLapsed } from '../../../src/core/jobs/reconcile.ts';
import { transition } from '../../../src/core/jobs/transition.ts';
import { cases } from '../../cases.ts';
import { BATCH, job, MINUTE, problem, START } from './jobs.ts';

/** What HeyGen does with one POST, and what we hear of it. */
type Fate =
  | 'accepted'
  | 'refused-row'
  | 'refused-wait'
  | 'taken-unheard'
  | 'dropped'
  | 'killed-before'
  | 'killed-after'
  | 'unsent';

const FATES: readonly Fate[] = [
  'accepted',
  'refused-row',
  'refused-wait',
  'taken-unheard',
  'dropped',
  'killed-before',
  'killed-after',
  'unsent',
];

type Step =
  | { readonly do: 'send'; readonly fates: readonly Fate[] }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'look' | 'no-slot' | 'cancel' | 'send-again'; readonly which: number };

interface Made {
  readonly key: string;
  readonly as: Send['as'];
  readonly ids: readonly string[];
}

/** A ledger and a HeyGen that replays the keys of single POSTs, and of batches when it honours them. */
class World {
  readonly jobs = new Map<string, Job>();
  readonly posts: Made[] = [];
  /** Keys that were used again after HeyGen had definitely refused or failed what went under them. */
  readonly worn: string[] = [];
  /** Videos that were made and will be paid for, by job. */
  readonly paid = new Map<string, number>();
  /** How often the user chose to send a job again without proof. */
  readonly risked = new Map<string, number>();
  private readonly taken = new Set<string>();
  private readonly refused = new Set<string>();
  private readonly honoursBatchKeys: boolean;
  private account = UNKNOWN_ACCOUNT;
  private now = START;

  constructor(honoursBatchKeys: boolean, sizes: readonly number[]) {
    this.honoursBatchKeys = honoursBatchKeys;
    sizes.forEach((size, at) => {
      for (let n = 1; n <= size; n++) {
        const id = `run-${at + 1}-${n}`;
        this.jobs.set(id, newJob({ ...job(), id }));
      }
    });
  }

  take(step: Step): void {
    this.now += 1_000;
    if (step.do === 'wait') this.now += step.minutes * MINUTE;
    for (const each of this.jobs.values())
      if (isLapsed(each, this.now)) this.tell(each.id, { type: 'lapsed' });
    if (step.do === 'send') this.send(step.fates);
    if (step.do === 'wait' || step.do === 'send') return;
    const all = [...this.jobs.values()];
    const chosen = all[step.which % all.length];
    if (chosen === undefined) return;
    if (step.do === 'cancel') this.tell(chosen.id, { type: 'cancelled', reason: '' });
    else if (step.do === 'look') this.look(chosen);
    else if (step.do === 'no-slot') this.noSlot(chosen);
    else if (chosen.status === 'Unconfirmed') {
      this.risked.set(chosen.id, (this.risked.get(chosen.id) ?? 0) + 1);
      this.tell(chosen.id, { type: 'send-again' });
    }
  }

  private send(fates: readonly Fate[]): void {
    const sends = sendsOf(
      [...this.jobs.values()],
      this.account,
      this.now,
      { batches: 2, singles: 4 },
      NO_LIMIT,
    );
    for (const { as, key, jobs } of sends) {
      jobs.forEach(({ id }, at) => {
        this.tell(id, { type: 'claimed', sendAs: as, key, item: as === 'batch' ? at : -1 });
      });
    }
    sends.forEach((send, at) => {
      this.post(send, fates[at % fates.length] ?? 'accepted');
    });
  }

  private post(send: Send, fate: Fate): void {
    const ids = send.jobs.map(({ id }) => id);
    const tellAll = (event: JobEvent): void => {
      for (const id of ids) this.tell(id, event);
    };
    if (fate === 'unsent') tellAll({ type: 'released' });
    if (fate === 'unsent' || fate === 'killed-before') return;
    this.posts.push({ key: send.key, as: send.as, ids });
    if (this.refused.has(send.key)) this.worn.push(send.key);
    if (fate === 'accepted' || fate === 'taken-unheard' || fate === 'killed-after') this.effect(send, ids);
    if (fate === 'accepted') tellAll({ type: 'accepted', batch: BATCH, videoId: null });
    // Behind a lost POST a refusal is not definite: the key is kept.
    if (fate.startsWith('refused') && send.jobs.every(({ outages }) => outages === 0))
      this.refused.add(send.key);
    if (fate === 'refused-row') {
      tellAll(send.as === 'batch' ? { type: 'surplus' } : { type: 'refused', problem: problem('row') });
    }
    if (fate === 'refused-wait') {
      tellAll({ type: 'refused', problem: problem('wait') });
      this.account = learn(this.account, { type: 'full', inFlight: 0, problem: problem('wait') }, this.now);
    }
    if (fate === 'taken-unheard' || fate === 'dropped') {
      tellAll({ type: 'lost', problem: problem('outage'), retryAt: this.now + MINUTE });
    }
  }

  private effect(send: Send, ids: readonly string[]): void {
    const replayed = this.taken.has(send.key) && (send.as === 'single' || this.honoursBatchKeys);
    this.taken.add(send.key);
    if (!replayed) for (const id of ids) this.paid.set(id, (this.paid.get(id) ?? 0) + 1);
  }

  /** A search that tells the truth about a POST: there, or for ten minutes not there. */
  private look({ key }: Job): void {
    if (key === null) return;
    for (const { id } of [...this.jobs.values()].filter((job) => job.key === key)) {
      if (this.taken.has(key)) this.tell(id, { type: 'found', videoId: null });
      else {
        this.tell(id, { type: 'asked', absentSince: this.now });
        this.tell(id, { type: 'absent' });
      }
    }
  }

  /** An accepted batch member fails for want of a slot: it is not charged. */
  private noSlot(chosen: Job): void {
    if (chosen.status !== 'Rendering' || chosen.sendAs !== 'batch' || chosen.key === null) return;
    this.paid.set(chosen.id, (this.paid.get(chosen.id) ?? 0) - 1);
    this.refused.add(chosen.key);
    this.tell(chosen.id, { type: 'surplus' });
  }

  private tell(id: string, event: JobEvent): void {
    const before = this.jobs.get(id);
    if (before !== undefined) this.jobs.set(id, transition(before, event, this.now));
  }
}

const fates = fc.array(fc.constantFrom(...FATES), { minLength: 1, maxLength: 4 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fates.map((list): Step => ({ do: 'send', fates: list })) },
    { weight: 2, arbitrary: fc.constantFrom(1, 3, 8, 25).map((minutes): Step => ({ do: 'wait', minutes })) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom(
          'look' as const,
          'look' as const,
          'no-slot' as const,
          'cancel' as const,
          'send-again' as const,
        ),
        which: fc.nat(8),
      }),
    },
  ),
  { minLength: 5, maxLength: 40 },
);

function law(check: (world: World) => void): void {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.constantFrom([3, 2], [1], [4, 1, 1], [5]),
      steps,
      (honours, sizes, history) => {
        const world = new World(honours, sizes);
        for (const step of history) world.take(step);
        check(world);
      },
    ),
    cases(1250, 20261103),
  );
}

describe('over any history of sending, losing, dying, waiting, looking and cancelling', () => {
  test('no row is paid twice, unless the user chose to send it again without proof', () => {
    law(({ paid, risked }) => {
      for (const [id, times] of paid) expect(times).toBeLessThanOrEqual(1 + (risked.get(id) ?? 0));
    });
  });

  test('no row that was paid stands there as if it had not been: it is under way or at its end', () => {
    law(({ jobs, paid, risked }) => {
      for (const { id, status } of jobs.values()) {
        if ((paid.get(id) ?? 0) > 0 && !risked.has(id)) expect(status).not.toMatch(/Failed|Cancelled/);
      }
    });
  });

  test('a key that was definitely refused, or whose video failed for want of a slot, is never used again', () => {
    law(({ worn }) => {
      expect(worn).toEqual([]);
    });
  });

  test('two different POSTs never share a key; a batch proven absent goes again without what was cancelled', () => {
    law(({ posts }) => {
      const byKey = new Map<string, Made>();
      for (const post of posts) {
        const before = byKey.get(post.key);
        byKey.set(post.key, post);
        if (before === undefined) continue;
        expect(post.as).toBe(before.as);
        expect(before.ids.filter((id) => post.ids.includes(id))).toEqual(post.ids);
        if (post.as === 'single') expect(post.ids).toEqual(before.ids);
      }
    });
  });
});
