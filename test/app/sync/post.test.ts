import { describe, expect, test } from 'vitest';
import type { HeyGen } from '../../../src/app/ports/heygen.ts';
import { type Posted, postAll } from '../../../src/app/sync/post.ts';
import type { ProblemKind } from '../../../src/core/heygen/problem.ts';
import { MAYBE_CREATED } from '../../../src/core/heygen/unsettled-refusals.ts';
import { UNKNOWN_ACCOUNT } from '../../../src/core/jobs/account.ts';
import type { Send } from '../../../src/core/jobs/batch.ts';
import { type Job, UNKNOWN_BATCH } from '../../../src/core/jobs/job.ts';
import { problem, queued, START } from '../../core/jobs/jobs.ts';
import { FifoHeyGen } from './fifo-heygen.ts';

type Reply = ReturnType<HeyGen['createVideo']>;

const accepted: Reply = { kind: 'accepted', value: { videoId: 'v1' } };
const refused = (kind: ProblemKind, httpStatus = 400): Reply => ({
  kind: 'refused',
  problem: problem(kind, { httpStatus }),
});
const lost: Reply = { kind: 'lost', problem: problem('outage') };

const singles = (count: number, fields: Partial<Job> = {}): Send[] =>
  queued(count, 'run', { status: 'Submitting', ...fields }).map((job) => ({
    as: 'single',
    key: job.id,
    jobs: [job],
  }));

const batches = (count: number): Send[] =>
  Array.from({ length: count }, (_, at) => ({ as: 'batch', key: `b${at}`, jobs: queued(2, `run${at}`) }));

/** Makes the POSTs against a HeyGen that gives these replies one after the other. */
function post(
  sends: readonly Send[],
  replies: readonly Reply[],
  deadline = START + 60_000,
  ofBatch?: ReturnType<HeyGen['createBatch']>,
): Posted & { made: number } {
  let made = 0;
  const next = (): Reply => replies[made++] ?? accepted;
  const client = new FifoHeyGen({ slots: 9, renderMinutes: 5, idsAtOnce: true, queues: true }, () => START);
  client.createVideo = next;
  client.createBatch = (bodies) => {
    const reply = next();
    if (ofBatch !== undefined) return ofBatch;
    return reply.kind === 'accepted'
      ? { kind: 'accepted', value: { batchId: 'b', totalItems: bodies.length } }
      : reply;
  };
  const clock = { now: () => START, pause: () => undefined, random: () => 0.5, newRun: () => 'run' };
  const posting = {
    client,
    takeCalls: () => 0,
    sends,
    requests: new Map(),
    inFlight: 0,
    account: UNKNOWN_ACCOUNT,
  };
  return { ...postAll({ ...posting, clock, deadline }), made };
}

const types = ({ news }: Posted): string[] => news.map(({ event }) => event.type);

describe('after an answer that holds for every further POST', () => {
  test('of credit or key, nothing more is sent and the rest is given back', () => {
    const posted = post(singles(3), [refused('stop', 402)]);
    expect(posted.made).toBe(1);
    expect(types(posted)).toEqual(['refused', 'released', 'released']);
    expect(posted.account.stopped?.httpStatus).toBe(402);
  });

  test('of a full account, the rest waits as told', () => {
    const posted = post(singles(3), [accepted, refused('wait', 429)]);
    expect(types(posted)).toEqual(['accepted', 'refused', 'released']);
    expect(posted.account).toMatchObject({ slots: 1, notBefore: START + 20_000, stopped: null });
  });

  test('of an outage, the rest waits for a growing delay', () => {
    const posted = post(singles(2), [lost]);
    expect(types(posted)).toEqual(['lost', 'released']);
    expect(posted.account.notBefore).toBeGreaterThan(START);
  });
});

describe('a refusal', () => {
  test('of one row leaves the others alone', () => {
    expect(types(post(singles(3), [accepted, refused('row'), accepted]))).toEqual([
      'accepted',
      'refused',
      'accepted',
    ]);
  });

  test('of a whole batch sends its rows alone, so that the one at fault is told its own reason', () => {
    const posted = post(batches(2), [refused('row', 400)]);
    expect(types(posted)).toEqual(['surplus', 'surplus', 'accepted', 'accepted']);
    expect(posted.account.batches).toBe('unknown');
  });

  test('of batches as such is remembered of the account', () => {
    const of = (httpStatus: number, code: string): string =>
      post(batches(1), [{ kind: 'refused', problem: problem('row', { httpStatus, code }) }]).account.batches;
    expect([of(404, 'http_404'), of(405, 'http_405')]).toEqual(['none', 'none']);
    // What is in the batch may be what is missing.
    expect([of(404, 'resource_not_found'), of(404, 'avatar_not_found')]).toEqual(['unknown', 'unknown']);
  });
});

test('a batch whose reply was lost is reported lost as a whole, and is not made again', () => {
  const posted = post(batches(1), [lost]);
  expect(posted.made).toBe(1);
  expect(types(posted)).toEqual(['lost', 'lost']);
});

test('once time is up nothing more is sent', () => {
  const posted = post(singles(2), [], START);
  expect(posted.made).toBe(0);
  expect(types(posted)).toEqual(['released', 'released']);
});

test('every claim is answered for, whatever the answers', () => {
  const replies = [accepted, refused('row'), refused('wait', 429), refused('stop', 403), lost];
  for (const first of replies) {
    for (const second of replies) {
      for (const sends of [singles(3), batches(3)]) {
        const { news } = post(sends, [first, second]);
        expect(news.map(({ id }) => id)).toEqual(sends.flatMap(({ jobs }) => jobs.map(({ id }) => id)));
      }
    }
  }
});

describe('"not found" as the answer to a POST', () => {
  const doubt: Reply = { kind: 'lost', problem: problem('row', { code: MAYBE_CREATED, httpStatus: 404 }) };

  test('is doubted first, and the other POSTs go on', () => {
    expect(types(post(singles(2), [doubt]))).toEqual(['lost', 'accepted']);
    const [batch] = post(batches(1), [doubt]).news;
    expect(batch?.event.type).toBe('lost');
  });

  test('is believed when the titles have shown no such video, and not of a POST that met an outage since', () => {
    expect(types(post(singles(1, { code: MAYBE_CREATED }), [doubt]))).toEqual(['refused']);
    expect(types(post(singles(1, { code: MAYBE_CREATED, outages: 1 }), [doubt]))).toEqual(['lost']);
    const confirmed = batches(1).map((send) => ({
      ...send,
      jobs: send.jobs.map((job) => ({ ...job, code: MAYBE_CREATED })),
    }));
    const posted = post(confirmed, [doubt]);
    expect(types(posted)).toEqual(['surplus', 'surplus']);
    expect(posted.account.batches).toBe('none');
  });

  test('and a replayed batch that is not ours gives its jobs no places in it', () => {
    const replayed = { kind: 'accepted', value: { batchId: 'other', totalItems: 5 } } as const;
    const posted = post(batches(1), [accepted], START + 60_000, replayed);
    expect(posted.news.map(({ event }) => event)).toMatchObject([
      { type: 'accepted', batch: UNKNOWN_BATCH, videoId: null },
      { type: 'accepted', batch: UNKNOWN_BATCH, videoId: null },
    ]);
  });
});
