import { describe, expect, test } from 'vitest';
import { inquire } from '../../../src/app/sync/inquire.ts';
import { postAll } from '../../../src/app/sync/post.ts';
import { type AccountMemory, UNKNOWN_ACCOUNT } from '../../../src/core/jobs/account.ts';
import type { News } from '../../../src/core/jobs/evidence.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { taggedTitle } from '../../../src/core/jobs/job-id.ts';
import { reconcile } from '../../../src/core/jobs/reconcile.ts';
import { isOpen } from '../../../src/core/jobs/status.ts';
import { transition } from '../../../src/core/jobs/transition.ts';
import { MINUTE, queued, START } from '../../core/jobs/jobs.ts';
import { FifoHeyGen, type FifoOptions } from './fifo-heygen.ts';

/** One user's ledger, synced by a trigger on a virtual clock: passes as in sync, without the sheet. */
class Follower {
  readonly jobs: Map<string, Job>;
  readonly heygen: FifoHeyGen;
  readonly doneAt = new Map<string, number>();
  now = START;
  private gap: number | null = null;
  private account: AccountMemory = UNKNOWN_ACCOUNT;
  private readonly requests: ReadonlyMap<string, string>;

  constructor(count: number, options: FifoOptions) {
    this.heygen = new FifoHeyGen(options, () => this.now);
    this.jobs = new Map(queued(count).map((each) => [each.id, each]));
    this.requests = new Map(
      [...this.jobs.keys()].map((id) => [id, JSON.stringify({ title: taggedTitle('Hi', id) })]),
    );
  }

  open(): Job[] {
    return [...this.jobs.values()].filter(({ status }) => isOpen(status));
  }

  /** Runs the trigger each so many minutes until nothing is open; returns the minutes it took. */
  run(everyMinutes: number, mostMinutes: number): number {
    const start = this.now;
    this.gap = everyMinutes * MINUTE;
    while (this.open().length > 0) {
      if (this.now - start > mostMinutes * MINUTE)
        throw new Error(`${this.open().length} jobs are still open.`);
      const began = this.now;
      this.execution();
      this.now = began + everyMinutes * MINUTE;
    }
    return (this.now - start) / MINUTE;
  }

  private execution(): void {
    const clock = { now: () => this.now, pause: () => undefined, random: () => 0.5, newRun: () => 'run' };
    const deadline = this.now + 5 * MINUTE;
    for (let asked = false, pass = 0; ; pass++) {
      expect(pass).toBeLessThan(100);
      const own = this.open();
      const room = { batches: 10, singles: 20 };
      const supply = { gap: this.gap };
      const plan = reconcile({ own, account: this.account, now: this.now, room, supply, forced: false });
      if (plan.sends.length > 0) {
        for (const { as, key, jobs } of plan.sends) {
          jobs.forEach(({ id }, item) => {
            this.tell([{ id, event: { type: 'claimed', sendAs: as, key, item } }]);
          });
        }
        this.now += plan.sends.length * 1_000;
        const inFlight = own.filter(({ status }) => status === 'Rendering').length;
        const posted = postAll({
          client: this.heygen,
          takeCalls: () => 0,
          sends: plan.sends,
          requests: this.requests,
          inFlight,
          account: this.account,
          clock,
          deadline,
        });
        this.account = posted.account;
        this.tell(posted.news);
        continue;
      }
      if (plan.asks.length === 0 || asked) return;
      asked = true;
      this.now += plan.asks.length * 1_000;
      const { heygen: client, account } = this;
      const answers = inquire({ client, takeCalls: () => 0, asks: plan.asks, own, account, clock, deadline });
      this.account = answers.account;
      this.tell(answers.news);
    }
  }

  private tell(news: readonly News[]): void {
    for (const { id, event } of news) {
      const before = this.jobs.get(id);
      if (before === undefined) throw new Error(`No job ${id}.`);
      const next = transition(before, event, this.now);
      this.jobs.set(id, next);
      if (next.status === 'Done' && before.status !== 'Done') this.doneAt.set(id, this.now);
    }
  }

  /** How many minutes after each completion it was noticed, longest first. */
  delays(): number[] {
    const finished = this.heygen.finishedAt();
    const delays = [...this.doneAt].map(
      ([id, at]) => (at - (finished.get(taggedTitle('Hi', id)) ?? 0)) / MINUTE,
    );
    return delays.sort((a, b) => b - a);
  }
}

const FIVE_MINUTES_TEN_SLOTS = { slots: 10, renderMinutes: 5, idsAtOnce: false, queues: true } as const;

/** The finished rows, and how late the last of them were noticed. */
function expectAllDone(follower: Follower, most: { readonly late: number; readonly latest: number }): void {
  for (const { id, status, video_url } of follower.jobs.values()) {
    expect([id, status, video_url.slice(0, 8)]).toEqual([id, 'Done', 'https://']);
    expect(follower.heygen.made(taggedTitle('Hi', id))).toBe(1);
  }
  const delays = follower.delays();
  expect(delays[Math.floor(delays.length / 20)]).toBeLessThanOrEqual(most.late);
  expect(delays[0]).toBeLessThanOrEqual(most.latest);
}

describe('a thousand rows, ten slots, five minutes each', () => {
  test('take at most half a call a row, and each is noticed within minutes of its completion', () => {
    const follower = new Follower(1_000, FIVE_MINUTES_TEN_SLOTS);
    expect(follower.run(1, 600)).toBeLessThanOrEqual(510);
    expectAllDone(follower, { late: 3, latest: 4 });
    expect(follower.heygen.totalCalls()).toBeLessThanOrEqual(500);
  });

  test('cost no more when HeyGen makes all videos at once and lets them wait', () => {
    const follower = new Follower(1_000, { ...FIVE_MINUTES_TEN_SLOTS, idsAtOnce: true });
    follower.run(1, 600);
    expectAllDone(follower, { late: 3, latest: 4 });
    expect(follower.heygen.totalCalls()).toBeLessThanOrEqual(500);
  });

  test('come to their end with an hourly trigger as well, at a few calls an hour', () => {
    const follower = new Follower(1_000, FIVE_MINUTES_TEN_SLOTS);
    expect(follower.run(60, 700)).toBeLessThanOrEqual(600);
    expectAllDone(follower, { late: 60, latest: 62 });
    expect(follower.heygen.totalCalls()).toBeLessThanOrEqual(150);
  });
});

describe('an account whose batches do not queue', () => {
  const options = { ...FIVE_MINUTES_TEN_SLOTS, queues: false };

  test('still makes every row once, and keeps its slots busy', () => {
    const follower = new Follower(120, options);
    const minutes = follower.run(1, 300);
    expectAllDone(follower, { late: 2.2, latest: 2.5 });
    // Twelve rounds of five minutes, with a minute or so lost at each.
    expect(minutes).toBeLessThanOrEqual(66);
  });
});

describe('a few rows', () => {
  test('are noticed within a minute or two', () => {
    for (const count of [1, 2, 12]) {
      const follower = new Follower(count, FIVE_MINUTES_TEN_SLOTS);
      follower.run(1, 40);
      expectAllDone(follower, { late: 2, latest: 2 });
    }
  });
});
