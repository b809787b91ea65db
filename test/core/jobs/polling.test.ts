import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNKNOWN_ACCOUNT } from '../../../src/core/jobs/account.ts';
import { type Job, UNKNOWN_BATCH } from '../../../src/core/jobs/job.ts';
import { type Ask, isLookedFor, timetable } from '../../../src/core/jobs/polling.ts';
import { cases } from '../../cases.ts';
import { anyJob, BATCH, job, MINUTE, queued, START } from './jobs.ts';

const ask = (jobs: readonly Job[], minutes: number, forced = false): readonly Ask[] =>
  timetable(jobs, UNKNOWN_ACCOUNT, START + minutes * MINUTE, forced).asks;

const kinds = (asks: readonly Ask[]): string[] => asks.map(({ kind }) => kind);

const rendering = (fields: Partial<Job> = {}): Job =>
  job({ status: 'Rendering', key: 'k', videoId: 'v1', sentAt: START, seen: 'rendering', ...fields });

describe('what HeyGen is asked', () => {
  test('is nothing about rows that are queued, being sent, or at their end', () => {
    const others = ['Queued', 'Submitting', 'Done', 'Failed', 'Cancelled'] as const;
    expect(
      ask(
        others.map((status, at) => job({ id: `a-1-${at}`, status })),
        100_000,
        true,
      ),
    ).toEqual([]);
  });

  test('is nothing about a video that was asked about in this minute, unless the user asks', () => {
    const asked = [rendering({ checkedAt: START + 10 * MINUTE })];
    expect(ask(asked, 10.5)).toEqual([]);
    expect(kinds(ask(asked, 11))).toEqual(['titles']);
    expect(kinds(ask(asked, 10.5, true))).toEqual(['titles']);
  });

  test('is the members of a batch while none of its videos is known, and then its titles', () => {
    const unmade = queued(3, 'run', { status: 'Rendering', batch: BATCH, sentAt: START });
    expect(kinds(ask(unmade, 1))).toEqual(['items']);
    const made = unmade.map((each) => ({ ...each, videoId: `v-${each.id}` }));
    expect(kinds(ask(made, 1))).toEqual(['titles']);
  });

  test('is the titles of a batch whose id was lost with the reply', () => {
    const found = queued(3, 'run', { status: 'Rendering', batch: UNKNOWN_BATCH, sentAt: START });
    expect(kinds(ask(found, 1))).toEqual(['titles']);
  });

  test('is one call for up to a hundred videos of a batch', () => {
    const hundred = queued(100, 'run', { ...rendering(), id: '' }).map((each, at) => ({
      ...each,
      videoId: `v${at}`,
    }));
    const ids = queued(100).map(({ id }) => id);
    expect(
      ask(
        hundred.map((each, at) => ({ ...each, id: ids[at] ?? '' })),
        5,
      ),
    ).toHaveLength(1);
  });

  test('goes to the id of a video that the search has not shown for five minutes, also when it is alone', () => {
    const unseen = rendering({ checkedAt: START + 10 * MINUTE, absentSince: START + 6 * MINUTE });
    expect(kinds(ask([unseen], 11))).toEqual(['titles', 'statuses']);
    expect(kinds(ask([{ ...unseen, absentSince: START + 9 * MINUTE }], 11))).toEqual(['titles']);
  });

  test('is the next batch within five minutes where some slots have no known video', () => {
    const at = START + 60 * MINUTE;
    const known = (count: number): Job[] =>
      queued(100, 'a', { ...rendering(), id: '', checkedAt: at }).map((each, place) => ({
        ...each,
        id: `a-1-${place + 1}`,
        videoId: `a${place}`,
        seen: place < count ? 'rendering' : 'waiting',
      }));
    const next = queued(100, 'b', { ...rendering({ seen: 'waiting', checkedAt: at }), id: '' }).map(
      (each, place) => ({ ...each, id: `b-1-${place + 1}`, videoId: `b${place}` }),
    );
    const askedAboutNext = (count: number): boolean =>
      ask([...known(count), ...next], 65).some(({ jobs }) => jobs[0]?.id === 'b-1-1');
    expect(askedAboutNext(5)).toBe(true);
    expect(askedAboutNext(10)).toBe(false);
  });

  test('is not put off for the others of a batch by one that was just sent alone', () => {
    const asked = rendering({ checkedAt: START + 10 * MINUTE });
    const fresh = rendering({
      id: 'run-1-2',
      videoId: 'v2',
      seen: null,
      checkedAt: null,
      sentAt: START + 10.9 * MINUTE,
    });
    expect(kinds(ask([asked, fresh], 11))).toEqual(['titles']);
  });
});

describe('a lost POST', () => {
  const lost = job({ status: 'Unconfirmed', key: 'k', sentAt: START, outages: 1 });

  test('of a batch is looked for from its first minute on, for a day', () => {
    expect(kinds(ask([lost], 1))).toEqual(['titles']);
    expect(kinds(ask([lost], 23 * 60))).toEqual(['titles']);
    expect(kinds(ask([lost], 25 * 60))).toEqual([]);
    expect(kinds(ask([lost], 25 * 60, true))).toEqual(['titles']);
  });

  test('that went alone is repeated rather than looked for, until that goes on failing', () => {
    const single: Job = { ...lost, sendAs: 'single' };
    expect(ask([single], 5)).toEqual([]);
    expect(kinds(ask([{ ...single, outages: 3 }], 5))).toEqual(['titles']);
  });

  test('that the user has to decide is asked about only when the user asks', () => {
    const never = { ...lost, code: 'never_appeared' };
    expect(isLookedFor(never, START)).toBe(false);
    expect(ask([never], 5)).toEqual([]);
    expect(kinds(ask([never], 5, true))).toEqual(['titles']);
  });
});

describe('for every ledger', () => {
  const ledgers = fc.uniqueArray(anyJob, { selector: ({ id }) => id, maxLength: 12 });
  const options = cases(400, 12);

  test('only jobs that HeyGen may have are asked about, each question about one batch', () => {
    fc.assert(
      fc.property(ledgers, fc.boolean(), (jobs, forced) => {
        for (const each of ask(jobs, 30, forced)) {
          expect(each.jobs.length).toBeGreaterThan(0);
          for (const { status } of each.jobs) expect(['Rendering', 'Unconfirmed']).toContain(status);
        }
      }),
      options,
    );
  });

  test('every rendering job is asked about within an hour, however often nothing came of it', () => {
    fc.assert(
      fc.property(ledgers, (jobs) => {
        const past = jobs.map((each) => ({
          ...each,
          sentAt: Math.min(each.sentAt ?? 0, START),
          checkedAt: START,
        }));
        const asked = new Set(ask(past, 61).flatMap((each) => each.jobs.map(({ id }) => id)));
        for (const { id, status } of past) if (status === 'Rendering') expect(asked.has(id)).toBe(true);
      }),
      options,
    );
  });

  test('the next moment named is one at which there is something to ask, and before it there is nothing', () => {
    fc.assert(
      fc.property(ledgers, (jobs) => {
        const now = START + 30 * MINUTE;
        const { asks, nextAt } = timetable(jobs, UNKNOWN_ACCOUNT, now, false);
        if (asks.length > 0) expect(nextAt).toBe(now);
        else if (nextAt !== null) {
          expect(nextAt).toBeGreaterThan(now);
          expect(timetable(jobs, UNKNOWN_ACCOUNT, nextAt, false).asks.length).toBeGreaterThan(0);
          expect(timetable(jobs, UNKNOWN_ACCOUNT, nextAt - 1, false).asks).toEqual([]);
        }
      }),
      options,
    );
  });
});
