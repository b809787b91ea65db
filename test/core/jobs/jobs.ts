import fc from 'fast-check';
import type { Problem, ProblemKind } from '../../../src/core/heygen/problem.ts';
import type { Video } from '../../../src/core/heygen/video.ts';
import { NO_LINKS } from '../../../src/core/heygen/video-links.ts';
import { type Endpoint, VIDEO_ENDPOINT } from '../../../src/core/heygen/video-request.ts';
import { type Job, NO_BATCH, newJob, type SentBatch, UNKNOWN_BATCH } from '../../../src/core/jobs/job.ts';
import type { JobEvent } from '../../../src/core/jobs/job-event.ts';
import { jobId } from '../../../src/core/jobs/job-id.ts';
import { JOB_STATUSES } from '../../../src/core/jobs/status.ts';

export const MINUTE = 60_000;

/** The moment at which the tests begin: a whole number of milliseconds, as clocks give it. */
export const START = Date.UTC(2026, 10, 1, 9, 0, 0);

/** A batch that HeyGen has accepted. */
export const BATCH: SentBatch = { kind: 'known', id: 'b1' };

/** A job of one account on one tab, with the fields that a test is about. */
export function job(fields: Partial<Job> = {}): Job {
  const fresh = newJob({
    id: 'run-1-1',
    tab: 7,
    owner: 'ana',
    askedAt: START,
    sourcePrints: [],
    requestPrint: 'p',
  });
  return { ...fresh, ...fields };
}

/** The first `count` jobs of a run, all of them queued. */
export function queued(count: number, run = 'run', fields: Partial<Job> = {}): Job[] {
  return Array.from({ length: count }, (_, at) => job({ id: jobId(run, at), ...fields }));
}

export function problem(kind: ProblemKind, fields: Partial<Problem> = {}): Problem {
  const waitSeconds = kind === 'wait' ? 20 : 0;
  return {
    kind,
    code: `${kind}_code`,
    message: `A ${kind}.`,
    httpStatus: 400,
    requestId: '',
    waitSeconds,
    ...fields,
  };
}

export function video(fields: Partial<Video> = {}): Video {
  return {
    id: 'v1',
    title: 'Hello · rm-run-1-1',
    state: 'rendering',
    ...NO_LINKS,
    seconds: null,
    createdAt: null,
    completedAt: null,
    failureCode: '',
    failureMessage: '',
    ...fields,
  };
}

export const STATUSES = JOB_STATUSES;

const moment = fc.integer({ min: START - 40 * 3_600_000, max: START + 3_600_000 });

const smallTime = fc.oneof(fc.constant(null), moment);

const word = fc.string({ maxLength: 12 });

/** As HeyGen's links are, and cheaper to make up than any address at all. */
const link = fc.nat().map((n) => `https://files.heygen.ai/${n}/a%20b.mp4?Expires=${n}&Signature=x~${n}#t`);

/** Any job at all, also ones that no history leads to. */
export const anyJob: fc.Arbitrary<Job> = fc.record({
  id: fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 }))
    .map(([b, n]) => `run-${b}-${n}`),
  status: fc.constantFrom(...STATUSES),
  shown: fc.constantFrom(null, ...STATUSES),
  tab: fc.integer({ min: 0, max: 2 ** 31 }),
  owner: fc.constantFrom('ana', 'björn', 'key-3f'),
  askedAt: moment,
  sendAs: fc.constantFrom('batch', 'single'),
  attempt: fc.nat(5),
  key: fc.constantFrom(null, 'k1', 'k2'),
  item: fc.option(fc.nat(99)),
  batch: fc.constantFrom(NO_BATCH, UNKNOWN_BATCH, BATCH),
  videoId: fc.constantFrom(null, 'v1', 'v2'),
  sentAt: smallTime,
  claimedAt: smallTime,
  checkedAt: smallTime,
  seen: fc.constantFrom(null, 'waiting', 'rendering', 'completed'),
  absentSince: smallTime,
  dueAt: smallTime,
  outages: fc.nat(6),
  code: word,
  problem: fc.string({ unit: 'grapheme', maxLength: 60 }),
  seconds: fc.constantFrom(null, 3, 12.5, 61.337),
  video_url: link,
  video_page: link,
  thumbnail: link,
  endpoint: fc.constantFrom<Endpoint>(VIDEO_ENDPOINT, { kind: 'template', templateId: 'tpl_1' }),
  gif_url: fc.constantFrom('', 'https://f.heygen.ai/a.gif'),
  captioned_video_url: fc.constantFrom('', 'https://f.heygen.ai/c.mp4'),
  folderId: fc.constantFrom(null, 'folder_1'),
  subtitle_url: fc.constantFrom('', 'https://f.heygen.ai/s.srt'),
  requestParts: fc.array(
    fc.tuple(fc.stringMatching(/^[a-z_]{1,8}$/), fc.stringMatching(/^[a-z0-9]{1,13}$/)),
    {
      maxLength: 3,
    },
  ),
  says: fc.string({ maxLength: 20 }),
  estimatedSeconds: fc.constantFrom(null, 0, 2.5, 61.337),
  estimatedUsd: fc.constantFrom(null, 0, 0.0667, 7),
  rate: fc.constantFrom('', 'Avatar IV, photo'),
  paceName: fc.constantFrom('', 'voice_1/de'),
  usualSeconds: fc.constantFrom(0, 7.25),
  replaces: fc.constantFrom('', 'run-1-2'),
  renderingSince: smallTime,
  calls: fc.constantFrom(0, 0.01, 2.333333),
  sourcePrints: fc.array(fc.stringMatching(/^[a-z0-9]{1,13}$/), { maxLength: 4 }),
  requestPrint: fc.stringMatching(/^[a-z0-9]{0,13}$/),
});

const anyProblem: fc.Arbitrary<Problem> = fc
  .constantFrom<ProblemKind>('row', 'stop', 'wait', 'outage')
  .map((kind) => problem(kind));

/** Anything that may be reported about a job. */
export const anyEvent: fc.Arbitrary<JobEvent> = fc.oneof(
  fc.record({
    type: fc.constant('claimed' as const),
    sendAs: fc.constantFrom('batch' as const, 'single' as const),
    key: fc.constantFrom('k1', 'k2'),
    item: fc.option(fc.nat(9)),
  }),
  fc.constantFrom<JobEvent>(
    { type: 'released' },
    { type: 'lapsed' },
    { type: 'absent' },
    { type: 'send-again' },
    { type: 'surplus' },
    { type: 'missing' },
    { type: 'not-its-own' },
    { type: 'accepted', batch: BATCH, videoId: null },
    { type: 'accepted', batch: NO_BATCH, videoId: 'v1' },
    { type: 'found', videoId: null },
    { type: 'found', videoId: 'v1' },
    { type: 'seen', videoId: 'v1', state: 'waiting' },
    { type: 'seen', videoId: null, state: 'rendering' },
    { type: 'unpaid', code: 'insufficient_credit', message: 'Add credit.' },
    { type: 'failed', code: 'content_policy_violation', message: 'Change the script.' },
    { type: 'stuck', message: 'It takes long.' },
    { type: 'cancelled', reason: '' },
    { type: 'shown', status: 'Rendering' },
    {
      type: 'completed',
      video: {
        id: 'v1',
        links: { ...NO_LINKS, video_url: 'https://files.example/v1.mp4' },
        seconds: 4,
        completedAt: START,
      },
    },
  ),
  anyProblem.map((told): JobEvent => ({ type: 'refused', problem: told })),
  anyProblem.map((told): JobEvent => ({ type: 'lost', problem: told, retryAt: START + MINUTE })),
  smallTime.map((absentSince): JobEvent => ({ type: 'asked', absentSince })),
);
