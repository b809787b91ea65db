import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccountMemory, UNKNOWN_ACCOUNT } from '../../../src/core/jobs/account.ts';
import { sendsOf } from '../../../src/core/jobs/batch.ts';
import { fedGroups, NO_LIMIT, stockOf } from '../../../src/core/jobs/feeding.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { gapOf, NO_PASSES, withPass, withTrigger } from '../../../src/core/jobs/passes.ts';
import { videosIn } from '../../../src/core/jobs/render-times.ts';
import { cases } from '../../cases.ts';
import { BATCH, job, MINUTE, queued, START } from './jobs.ts';

const HOUR = 60 * MINUTE;
const ROOM = { batches: 100, singles: 100 };

/** The first `sent` of so many jobs are at HeyGen. */
function run(sent: number, waiting: number): Job[] {
  return queued(sent + waiting).map((each, at) =>
    at < sent ? { ...each, status: 'Rendering', key: 'k', batch: BATCH, sentAt: START } : each,
  );
}

/** HeyGen has made the videos of what it has. */
function made(jobs: readonly Job[]): Job[] {
  return jobs.map((each) => (each.status === 'Rendering' ? { ...each, videoId: `video-${each.id}` } : each));
}

function sentNow(jobs: readonly Job[], gap: number | null, account: AccountMemory = UNKNOWN_ACCOUNT): number {
  const sends = sendsOf(jobs, account, START, ROOM, { gap });
  return sends.reduce((sum, send) => sum + send.jobs.length, 0);
}

describe('HeyGen is fed', () => {
  test('about two hours of work at first, and the next batch long before it runs dry', () => {
    expect(sentNow(made(run(100, 9_900)), MINUTE)).toBe(100);
    expect(sentNow(made(run(200, 9_800)), MINUTE)).toBe(0);
    expect(sentNow(made(run(140, 9_860)), MINUTE)).toBe(60);
  });

  test('one batch after the other, as HeyGen makes their videos', () => {
    expect(sentNow(run(0, 10_000), MINUTE)).toBe(100);
    expect(sentNow(run(100, 9_900), MINUTE)).toBe(0);
    const allButOne = made(run(100, 9_900)).map((each, at) =>
      at === 99 ? { ...each, videoId: null } : each,
    );
    expect(sentNow(allButOne, MINUTE)).toBe(0);
  });

  test('the next batch, although HeyGen takes long to make the videos of the one before, or a slot would idle', () => {
    const late = run(100, 9_900).map((each) => ({ ...each, sentAt: START - 20 * MINUTE }));
    expect(sentNow(late, MINUTE)).toBe(100);
    expect(sentNow(run(29, 9_971), MINUTE)).toBe(71);
  });

  test('at least a hundred videos, however slow it is', () => {
    const slow = { ...UNKNOWN_ACCOUNT, slots: 2, renders: { ends: [], turns: [15 * MINUTE] } };
    expect(sentNow(run(0, 1_000), MINUTE, slow)).toBe(100);
  });

  test('more where passes come rarely: enough for twice the longest gap', () => {
    expect(sentNow(run(0, 10_000), 3 * HOUR)).toBe(800);
  });

  test('everything where no pass is sure to come', () => {
    expect(sentNow(run(0, 10_000), null)).toBe(10_000);
  });

  test('and a job that may not start does not hold up the ones behind it', () => {
    const sends = sendsOf(run(0, 300), UNKNOWN_ACCOUNT, START, ROOM, {
      gap: 2 * HOUR,
      mayStart: ({ id }) => !id.startsWith('run-1-'),
    });
    expect(sends.map(({ jobs }) => jobs[0]?.id)).toEqual(['run-2-1', 'run-3-1']);
  });
});

describe('for every account, stock and gap', () => {
  const turns = fc.array(fc.integer({ min: 20_000, max: 40 * MINUTE }), { maxLength: 10 });
  const accounts = fc
    .record({ slots: fc.integer({ min: 1, max: 60 }), turns })
    .map(({ slots, turns: known }) => ({
      ...UNKNOWN_ACCOUNT,
      slots,
      renders: { ends: [], turns: known },
    }));
  const gaps = fc.integer({ min: 0, max: 5 * HOUR });
  const options = cases(400, 20);

  test('no slot idles while something waits, although the next pass comes after twice the gap', () => {
    fc.assert(
      fc.property(
        accounts,
        gaps,
        fc.nat(1_000),
        fc.nat(20),
        fc.boolean(),
        (account, gap, sent, waiting, isMaking) => {
          const groups = Array.from({ length: waiting }, (_, at) => queued(100, `run${at}`));
          const count = fedGroups(groups, { videos: sent, isMaking }, account, { gap });
          if (count === waiting) return;
          const finishedByThen = videosIn(2 * gap, account.renders, account.slots);
          expect(sent + 100 * count - finishedByThen).toBeGreaterThanOrEqual(account.slots);
        },
      ),
      options,
    );
  });

  test('what goes is the beginning of what waits, and never more than two hours of work or what the gap asks for', () => {
    fc.assert(
      fc.property(accounts, gaps, fc.nat(1_000), fc.boolean(), (account, gap, sent, isMaking) => {
        const groups = [queued(100, 'a'), queued(100, 'b'), queued(37, 'c'), queued(100, 'd')];
        const count = fedGroups(groups, { videos: sent, isMaking }, account, { gap });
        const { most, least } = stockOf(account, gap);
        const fed = groups.slice(0, count).reduce((sum, group) => sum + group.length, sent);
        if (count > 0) expect(fed).toBeLessThan(Math.max(most + 1, least + 100));
        expect(fedGroups(groups, { videos: sent, isMaking }, account, NO_LIMIT)).toBe(groups.length);
      }),
      options,
    );
  });
});

describe('how long it may take until the next pass', () => {
  const made = withTrigger(NO_PASSES, MINUTE, START);

  test('is how often the trigger may run, and the longest delay of the last day', () => {
    expect(gapOf(made, START)).toBe(MINUTE);
    const late = withPass(made, 3 * HOUR, START + 3 * HOUR);
    expect(gapOf(late, START + 3 * HOUR)).toBe(3 * HOUR);
    expect(withPass(late, MINUTE, START + 10 * HOUR).gap).toBe(3 * HOUR);
    expect(withPass(late, MINUTE, START + 30 * HOUR).gap).toBe(MINUTE);
  });

  test('is not known without a trigger, and where one was made that has not run for hours', () => {
    expect(gapOf(NO_PASSES, START)).toBeNull();
    expect(gapOf(withTrigger(made, null, START), START)).toBeNull();
    expect(gapOf(made, START + 2 * HOUR)).toBeNull();
  });
});

test('a queued job that kept its key goes again, however much HeyGen has', () => {
  const kept = job({ id: 'run-9-1', status: 'Queued', key: 'k9', sendAs: 'batch' });
  expect(sendsOf([...run(1_000, 0), kept], UNKNOWN_ACCOUNT, START, ROOM, { gap: MINUTE })).toHaveLength(1);
});
