import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_LINKS } from '../../../src/core/heygen/video-links.ts';
import { isDeleted } from '../../../src/core/jobs/deleted-video.ts';
import { hasVideo, type Job, NO_BATCH } from '../../../src/core/jobs/job.ts';
import { EVENTS, type JobEvent } from '../../../src/core/jobs/job-event.ts';
import { isOpen, type JobStatus } from '../../../src/core/jobs/status.ts';
import { transition } from '../../../src/core/jobs/transition.ts';
import { cases } from '../../cases.ts';
import { anyEvent, anyJob, BATCH, job, MINUTE, problem, START, STATUSES } from './jobs.ts';

const CASES = cases(2_000, 20261101);

function lived(start: Job, ...events: JobEvent[]): Job {
  return events.reduce((at, event) => transition(at, event, START), start);
}

/** News that the job itself shows to be outdated: its POST was repeated meanwhile, or its video was found. */
function isVoid(job: Job, { type }: JobEvent): boolean {
  return (type === 'absent' && job.absentSince === null) || (type === 'missing' && hasVideo(job));
}

const claimed: JobEvent = { type: 'claimed', sendAs: 'single', key: 'k1', item: null };
const lost: JobEvent = { type: 'lost', problem: problem('outage'), retryAt: START + MINUTE };

const links = { ...NO_LINKS, video_url: 'https://files.example/v.mp4?Expires=1800000000' };

/** What happens to finished videos alone, when the user asks for it. */
const OF_FINISHED: readonly JobEvent[] = [{ type: 'deleted' }, { type: 'renewed', links }];

const CALLED: JobEvent = { type: 'called', calls: 0.25 };

describe('the statuses of a job', () => {
  test('change as the table of events says, and in no other way, whatever is reported', () => {
    const reached = new Map<string, Set<JobStatus>>();
    fc.assert(
      fc.property(anyJob, fc.oneof(anyEvent, fc.constantFrom(...OF_FINISHED, CALLED)), (before, event) => {
        const leadsTo = EVENTS[event.type][before.status] ?? [];
        const next = transition(before, event, START);
        if (leadsTo.length === 0 || isVoid(before, event)) expect(next).toBe(before);
        else {
          expect(leadsTo).toContain(next.status);
          if (!isDeleted(before)) expect(next).not.toBe(before);
          const step = `${event.type} in ${before.status}`;
          reached.set(step, (reached.get(step) ?? new Set()).add(next.status));
        }
      }),
      cases(20_000, 20261103),
    );
    const steps = Object.entries(EVENTS).flatMap(([type, course]) =>
      Object.entries(course).map(([from, to]) => [`${type} in ${from}`, [...to].sort()] as const),
    );
    expect(new Map([...reached].map(([step, to]) => [step, [...to].sort()]))).toEqual(new Map(steps));
  });

  test('stay when links are renewed: only the links are others, and none is lost to an answer without one', () => {
    fc.assert(
      fc.property(anyJob, (before) => {
        const next = transition(before, { type: 'renewed', links }, START);
        const isTaken = before.status === 'Done' && !isDeleted(before);
        expect(next.video_url).toBe(isTaken ? links.video_url : before.video_url);
        expect({ ...next, ...links, problem: '' }).toEqual({ ...before, ...links, problem: '' });
        expect(transition(before, { type: 'renewed', links: NO_LINKS }, START)).toBe(before);
      }),
      CASES,
    );
  });

  test('are final once Done, Failed or Cancelled: late news changes nothing but what the row shows', () => {
    fc.assert(
      fc.property(anyJob, anyEvent, (any, event) => {
        if (isOpen(any.status)) return;
        const next = transition(any, event, START);
        expect({ ...next, shown: null }).toEqual({ ...any, shown: null });
      }),
      CASES,
    );
  });

  test('never change whose the job is, or what it stands for', () => {
    fc.assert(
      fc.property(anyJob, fc.array(anyEvent, { maxLength: 12 }), (start, events) => {
        const end = lived(start, ...events);
        for (const name of ['id', 'tab', 'owner', 'askedAt', 'sourcePrints', 'requestPrint'] as const) {
          expect(end[name]).toEqual(start[name]);
        }
        expect(end.attempt).toBeGreaterThanOrEqual(start.attempt);
      }),
      CASES,
    );
  });

  test('can all be reached, and every open one can be left', () => {
    const courses = Object.values(EVENTS);
    const leftBy = (status: JobStatus) =>
      courses.flatMap((course) => course[status] ?? []).filter((to) => to !== status);
    expect([...new Set(['Queued', ...STATUSES.flatMap(leftBy)])].sort()).toEqual([...STATUSES].sort());
    for (const status of STATUSES) expect(leftBy(status).length > 0).toBe(isOpen(status));
    expect(STATUSES.filter((status) => !isOpen(status))).toEqual(['Done', 'Failed', 'Cancelled']);
  });

  test('are not moved by a reply that comes after the row was cancelled', () => {
    const cancelled = lived(job(), { type: 'cancelled', reason: '' });
    expect(lived(cancelled, claimed, { type: 'accepted', batch: NO_BATCH, videoId: 'v1' })).toBe(cancelled);
  });
});

describe('a key', () => {
  test('is given up after every definite refusal: the next POST is a new attempt', () => {
    for (const kind of ['stop', 'wait'] as const) {
      const next = lived(job(), claimed, { type: 'refused', problem: problem(kind) });
      expect(next).toMatchObject({ status: 'Queued', key: null, attempt: 1, sentAt: null });
    }
    const surplus = lived(
      job(),
      claimed,
      { type: 'accepted', batch: BATCH, videoId: null },
      { type: 'surplus' },
    );
    expect(surplus).toMatchObject({
      status: 'Queued',
      key: null,
      attempt: 1,
      batch: NO_BATCH,
      sendAs: 'single',
    });
  });

  test('is kept after a lost reply, also when the job is proven absent and sent again', () => {
    const unsure = lived(job(), claimed, lost);
    expect(unsure).toMatchObject({ status: 'Unconfirmed', key: 'k1', attempt: 0 });
    const absent = lived(unsure, { type: 'asked', absentSince: START }, { type: 'absent' });
    expect(absent).toMatchObject({ status: 'Queued', key: 'k1', attempt: 0 });
  });

  test('is a new one when the job is proven absent after the old one has lived for 23 of its 24 hours', () => {
    const unsure = lived(job(), claimed, lost, { type: 'asked', absentSince: START });
    const at = (hours: number) => transition(unsure, { type: 'absent' }, START + hours * 60 * MINUTE);
    expect(at(22)).toMatchObject({ status: 'Queued', key: 'k1', attempt: 0 });
    expect(at(23)).toMatchObject({ status: 'Queued', key: null, attempt: 1, sentAt: null });
  });

  test('is kept when a later POST under it is refused: the refusal proves nothing about the lost one', () => {
    for (const kind of ['row', 'stop', 'wait'] as const) {
      const next = lived(job(), claimed, lost, claimed, { type: 'refused', problem: problem(kind) });
      expect(next).toMatchObject({ status: 'Unconfirmed', key: 'k1', attempt: 0 });
    }
  });

  test('is kept when the execution that claimed it died', () => {
    expect(lived(job(), claimed, { type: 'lapsed' })).toMatchObject({ status: 'Unconfirmed', key: 'k1' });
  });

  test('is given up by a claim that was never used, unless an earlier POST went under it', () => {
    expect(lived(job(), claimed, { type: 'released' })).toMatchObject({ status: 'Queued', key: null });
    const unsure = lived(job(), claimed, lost, claimed, { type: 'released' });
    expect(unsure).toMatchObject({ status: 'Unconfirmed', key: 'k1' });
    const absent = lived(job(), claimed, lost, { type: 'asked', absentSince: START }, { type: 'absent' });
    const again = transition(
      transition(absent, claimed, START + MINUTE),
      { type: 'released' },
      START + MINUTE,
    );
    expect(again).toMatchObject({ status: 'Queued', key: 'k1' });
  });

  test('ages from the first POST under it', () => {
    const again = transition(lived(job(), claimed, lost), claimed, START + 60 * MINUTE);
    expect(again.sentAt).toBe(START);
  });
});

describe('a repeated POST that is refused', () => {
  test('is not made again at once: it waits as after an outage', () => {
    const refused = lived(job(), claimed, lost, claimed, { type: 'refused', problem: problem('row') });
    expect(refused.dueAt).toBeGreaterThanOrEqual(START + 30_000);
    expect(refused.outages).toBe(2);
  });
});

describe('the ten minutes of absence', () => {
  const absentSince = START - 9 * MINUTE;

  test('begin again when the POST is repeated: the last one may have taken effect a moment ago', () => {
    const looked = { ...lived(job(), claimed, lost), absentSince };
    expect(lived(looked, claimed, lost).absentSince).toBeNull();
    expect(lived(looked, claimed, { type: 'lapsed' }).absentSince).toBeNull();
  });

  test('count from when they are recorded, never from a look that began before the last POST', () => {
    const repeated = lived(job(), claimed, lost);
    expect(lived(repeated, { type: 'asked', absentSince }).absentSince).toBe(START);
    const looked = { ...repeated, absentSince };
    expect(lived(looked, { type: 'asked', absentSince }).absentSince).toBe(absentSince);
    expect(lived(looked, { type: 'asked', absentSince: null }).absentSince).toBeNull();
  });

  test('must have been counted: a proof from before the last POST is no proof', () => {
    const repeated = lived(job(), claimed, lost);
    expect(lived(repeated, { type: 'absent' })).toBe(repeated);
  });
});

describe('news that was asked for by another execution', () => {
  const first = lived(job(), claimed, { type: 'accepted', batch: BATCH, videoId: null });
  const again = lived(first, { type: 'surplus' }, { ...claimed, key: 'k2' });
  const rendering = lived(again, { type: 'accepted', batch: NO_BATCH, videoId: 'v2' });

  test('of an earlier attempt sends nothing again: the new attempt is on its way', () => {
    expect(lived(rendering, { type: 'surplus', attempt: 0 })).toBe(rendering);
    expect(lived(rendering, { type: 'surplus', attempt: 1 }).status).toBe('Queued');
  });

  test('of an earlier attempt does not take the place of the new video', () => {
    expect(lived(rendering, { type: 'seen', videoId: 'v1', state: 'waiting', attempt: 0 })).toBe(rendering);
  });

  test('that the video never appeared is void once it has been found', () => {
    const found = lived(job(), claimed, lost, { type: 'found', videoId: 'v1' });
    expect(lived(found, { type: 'missing' })).toBe(found);
  });
});

describe('a finished video', () => {
  test('without a link that may be shown is Done, and says where to look', () => {
    const video = { id: 'v1', links: NO_LINKS, seconds: null, completedAt: null };
    const done = lived(job({ status: 'Rendering' }), { type: 'completed', video });
    expect(done.status).toBe('Done');
    expect(done.problem).toMatch(/Open the video in HeyGen/);
  });
});
