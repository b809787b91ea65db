import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HttpOutcome } from '../../src/app/ports/http.ts';
import type { Problem } from '../../src/core/heygen/problem.ts';
import { PROBLEM_WORDS } from '../../src/core/heygen/problem-words.ts';
import { VIDEO_ENDPOINT } from '../../src/core/heygen/video-request.ts';
import { createHeyGen } from '../../src/heygen/client.ts';
import { cases } from '../cases.ts';
import { HTML, KEY, page, refusal, reply, scripted } from './scripted-http.ts';

/** The problem that one POST met, without repetitions. */
function problemOf(outcome: HttpOutcome): Problem {
  // A refused key is asked about twice.
  const sent = createHeyGen(scripted([outcome, outcome]).options).createBatch(['{}'], '', 'k', null);
  if (sent.kind === 'accepted') throw new Error('no problem was met');
  return sent.problem;
}

const DOCUMENTED: readonly (readonly [number, Problem['kind'], readonly string[]])[] = [
  [
    400,
    'row',
    [
      'invalid_parameter',
      'download_failed',
      'content_policy_violation',
      'avatar_not_usable',
      'avatar_consent_required',
      'script_too_short',
      'tts_text_invalid',
      'voice_unavailable',
      'resource_limit_reached',
      'asset_not_found',
    ],
  ],
  [401, 'stop', ['unauthorized', 'authentication_failed']],
  [
    402,
    'stop',
    ['insufficient_credit', 'trial_limit_exceeded', 'subscription_required', 'plan_upgrade_required'],
  ],
  [403, 'stop', ['forbidden', 'insufficient_api_key_scope']],
  [403, 'row', ['resource_access_denied', 'voice_not_usable', 'avatar_not_usable']],
  [404, 'row', ['avatar_not_found', 'voice_not_found', 'video_not_found', 'template_not_found']],
  [409, 'wait', ['request_in_progress', 'resource_not_ready', 'conflict']],
  [413, 'row', ['payload_too_large']],
  [429, 'wait', ['rate_limit_exceeded']],
  [429, 'stop', ['quota_exceeded']],
  [500, 'outage', ['internal_error']],
  [503, 'outage', ['service_unavailable']],
  [504, 'outage', ['gateway_timeout']],
];
const CASES = DOCUMENTED.flatMap(([status, kind, codes]) =>
  codes.map((code) => [status, code, kind] as const),
);

describe('what an error of HeyGen means', () => {
  test.each(CASES)('%i %s is told as %s in words of its own', (status, code, kind) => {
    const problem = problemOf(refusal(status, code, { 'x-request-id': 'req-1' }));
    expect(problem).toMatchObject({ kind, code, httpStatus: status, requestId: 'req-1' });
    expect(problem.message).toBe(`${PROBLEM_WORDS.get(code)?.words} HeyGen says: "about ${code}".`);
  });

  test.each([
    [400, 'insufficient_credit', 'stop'],
    [404, 'quota_exceeded', 'stop'],
    [400, 'unauthorized', 'stop'],
    [400, 'rate_limit_exceeded', 'wait'],
    [403, 'rate_limit_exceeded', 'wait'],
    [429, 'insufficient_credit', 'stop'],
    [409, 'insufficient_credit', 'stop'],
    [422, 'voice_not_found', 'row'],
    [400, 'internal_error', 'row'],
    [403, 'internal_error', 'stop'],
    [400, 'service_unavailable', 'outage'],
    [500, 'insufficient_credit', 'outage'],
    [401, 'voice_not_usable', 'stop'],
    [418, 'teapot', 'row'],
    [403, 'teapot', 'stop'],
  ] as const)('under the unexpected status %i, %s is still told as %s', (status, code, kind) => {
    expect(problemOf(refusal(status, code))).toMatchObject({ kind, code });
  });

  test('advice for a code is not given where its status means something else', () => {
    const { message } = problemOf(refusal(401, 'voice_not_usable'));
    expect(message).toContain('does not accept this API key');
    expect(message).not.toContain('Choose another voice_id');
  });

  test('a code that is new is named, with its status, and what to do', () => {
    expect(problemOf(refusal(400, 'moon_phase_wrong')).message).toBe(
      'HeyGen refused this row for a reason that Reelmerge does not know. Change what HeyGen names, then retry the row. ' +
        'Its answer was moon_phase_wrong (HTTP 400). HeyGen says: "about moon_phase_wrong".',
    );
  });

  test('the field that HeyGen names is passed on', () => {
    const error = {
      code: 'invalid_parameter',
      message: 'must be a colour',
      param: 'videos[0].background.value',
    };
    expect(problemOf(reply(400, { error })).message).toContain(
      'HeyGen says: "videos[0].background.value: must be a colour".',
    );
  });

  test.each([
    ['invalid_parameter', 'row', 'invalid_parameter'],
    ['internal_error', 'row', 'internal_error'],
    ['unauthorized', 'stop', 'unauthorized'],
    ['rate_limit_exceeded', 'wait', 'rate_limit_exceeded'],
    ['service_unavailable', 'outage', 'service_unavailable'],
    ['MOVIO_PAYMENT_INSUFFICIENT_CREDIT', 'stop', 'insufficient_credit'],
  ] as const)('an envelope with %s under status 200 is told as %s, in HeyGen’s words', (told, kind, code) => {
    const problem = problemOf(refusal(200, told));
    expect(problem).toMatchObject({ kind, code, httpStatus: 200 });
    expect(problem.message).toContain(`HeyGen says: "about ${told}".`);
  });

  test.each([
    ['data beside the error', { data: { id: 1 }, error: { code: 'invalid_parameter', message: 'no' } }],
    ['an error that says nothing', { error: null }],
    ['no error', { data: {} }],
  ])('%s under status 200 proves nothing', (_, body) => {
    expect(problemOf(reply(200, body)).kind).toBe('outage');
  });

  test('a 404 that names nothing is doubtful as the answer to a POST, and as nothing else', () => {
    const missing = refusal(404, 'resource_not_found');
    expect(problemOf(missing)).toMatchObject({ kind: 'row', code: 'maybe_created' });
    const named = { error: { code: 'resource_not_found', message: 'no', param: 'folder_id' } };
    expect(problemOf(reply(404, named)).code).toBe('resource_not_found');
    expect(createHeyGen(scripted([missing]).options).batchItems('b1')).toMatchObject({
      failure: { code: 'resource_not_found' },
    });
  });

  test.each([
    'MOVIO_PAYMENT_INSUFFICIENT_CREDIT',
    'movio_payment_insufficient_credit',
    'Movio_Payment_Required',
    'INSUFFICIENT_CREDIT',
    'insufficient_api_credits',
    'INSUFFICIENT_BALANCE',
  ])('%s is lack of credit under any 4xx', (told) => {
    for (const status of [400, 402, 403, 404, 429]) {
      expect(problemOf(refusal(status, told))).toMatchObject({ kind: 'stop', code: 'insufficient_credit' });
    }
  });

  test('resource_limit_exceeded is resource_limit_reached', () => {
    expect(problemOf(refusal(400, 'resource_limit_exceeded'))).toMatchObject({
      kind: 'row',
      code: 'resource_limit_reached',
      message: expect.stringContaining('storage limit'),
    });
  });

  test('a page with a 4xx from something in between proves nothing', () => {
    expect(problemOf(page(400, HTML)).kind).toBe('outage');
  });
});

describe('how long to wait', () => {
  const date = 'Wed, 01 Jul 2026 10:00:00 GMT';
  test.each([
    [{ 'retry-after': '12' }, 12],
    [{ 'retry-after': ' 1.5 ' }, 2],
    [{ 'retry-after': '0' }, 1],
    [{}, 30],
    [{ 'retry-after': 'soon' }, 30],
    [{ 'retry-after': '-5' }, 30],
    [{ 'retry-after': '999999999999' }, 3_600],
    [{ 'retry-after': 'Wed, 01 Jul 2026 10:00:45 GMT', date }, 45],
    [{ 'retry-after': 'Wed, 01 Jul 2026 10:00:45 GMT' }, 30],
  ])('is read from %j as %i seconds', (headers, seconds) => {
    expect(problemOf(refusal(429, 'rate_limit_exceeded', headers)).waitSeconds).toBe(seconds);
  });
});

describe('whatever the server answers', () => {
  const body = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.json(),
    fc.constantFrom(
      '',
      HTML,
      `<p>${KEY}</p>`,
      '[]',
      'null',
      '{"error":null}',
      '{"error":"=1+1"}',
      '{"error":{}}',
    ),
    fc
      .record({
        code: fc.oneof(
          fc.string(),
          fc.constantFrom(...PROBLEM_WORDS.keys(), '__proto__', 'constructor', KEY),
        ),
        message: fc.oneof(fc.string({ unit: 'binary' }), fc.constant(`=IMPORTXML("${KEY}")`), fc.integer()),
        param: fc.oneof(fc.string(), fc.constant(null), fc.constant(KEY)),
      })
      .map((error) => JSON.stringify({ error })),
  );
  const headers = fc.dictionary(
    fc.constantFrom('retry-after', 'x-request-id', 'date'),
    fc.oneof(
      fc.string(),
      fc.constant(KEY),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    ),
  );
  const outcome = fc.record({
    kind: fc.constant('reply' as const),
    status: fc.oneof(fc.integer({ min: 100, max: 599 }), fc.constantFrom(0, 999)),
    headers,
    body,
  });

  test('it becomes a problem told in whole sentences, without the key, and nothing is thrown', () => {
    fc.assert(
      fc.property(outcome, (answer) => {
        const options = { mayPause: () => false };
        const met = [
          createHeyGen(scripted([answer, answer], options).options).createVideo(
            VIDEO_ENDPOINT,
            '{}',
            'k',
            null,
          ),
          createHeyGen(scripted([answer, answer], options).options).createBatch(['{}'], '', 'k', null),
          createHeyGen(scripted([answer, answer], options).options).statuses(['v1'], []),
          createHeyGen(scripted([answer, answer], options).options).batchItems('b1'),
          createHeyGen(scripted([answer, answer], options).options).account(),
        ];
        for (const outcomeMet of met) {
          if (!('problem' in outcomeMet)) continue;
          const { problem } = outcomeMet;
          expect(problem.message).toMatch(/^[A-Z].*[.?!]$/u);
          expect(problem.message).not.toMatch(/\p{Cc}|\p{Cs}/u);
          expect(problem.message.length).toBeLessThan(700);
          expect(problem.code).toMatch(/^\S+$/);
          expect(problem.waitSeconds).toBeGreaterThanOrEqual(problem.kind === 'wait' ? 1 : 0);
          expect(JSON.stringify(problem)).not.toContain(KEY);
        }
      }),
      cases(300, 7),
    );
  });
});

test('every sentence in the table says what happened and what to do', () => {
  for (const [code, { words }] of PROBLEM_WORDS) {
    expect(words, code).toMatch(/^[A-Z].*\.$/);
    expect(words.match(/[.:] [A-Za-z]/g)?.length ?? 0, code).toBeGreaterThanOrEqual(1);
  }
});
