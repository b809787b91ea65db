import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HttpOutcome } from '../../src/app/ports/http.ts';
import { VIDEO_ENDPOINT } from '../../src/core/heygen/video-request.ts';
import { createHeyGen } from '../../src/heygen/client.ts';
import { cases } from '../cases.ts';
import { ACCEPTED, CUT, HTML, KEY, page, refusal, reply, scripted } from './scripted-http.ts';

const BODY = '{"type":"avatar","avatar_id":"a1","script":"Hé 👋","voice_settings":{"speed":1.0}}';

/** Outcomes after which HeyGen may have the video all the same. */
const UNCERTAIN: readonly (readonly [string, HttpOutcome])[] = [
  ['a cut connection', CUT],
  ['a 500', refusal(500, 'internal_error')],
  ['a 502 page', page(502, HTML)],
  ['a 504', refusal(504, 'gateway_timeout')],
  ['a garbled 200', page(200, '{"data":{"video_id":"v')],
  ['a 200 without an id', reply(200, { data: { status: 'waiting' } })],
  ['an empty 200', page(200, '')],
  ['a page with status 200', page(200, HTML)],
  ['a redirect', page(302, '')],
  ['a request timeout', refusal(408, 'request_timeout')],
  ['a 400 page from a gateway', page(400, HTML)],
  ['a 409', refusal(409, 'request_in_progress')],
  ['a 404 that names nothing', refusal(404, 'resource_not_found')],
  ['the same under status 200', refusal(200, 'resource_not_found')],
];

/** Outcomes which refuse the key. They are believed the second time. */
const KEY_REFUSED: readonly (readonly [string, HttpOutcome])[] = [
  ['a wrong key', refusal(401, 'unauthorized')],
  ['a wrong key without an envelope', page(401, '')],
  ['a wrong key under status 200', refusal(200, 'unauthorized')],
];

/** Outcomes which say that nothing has taken effect. */
const DEFINITE: readonly (readonly [string, HttpOutcome, string])[] = [
  [
    'a 404 that names a field',
    reply(404, { error: { code: 'resource_not_found', message: 'no', param: 'folder_id' } }),
    'row',
  ],
  ['a bad value', refusal(400, 'invalid_parameter'), 'row'],
  ['an unknown avatar', refusal(404, 'avatar_not_found'), 'row'],
  ['an error under status 200', refusal(200, 'invalid_parameter'), 'row'],
  ['an internal error under status 400', refusal(400, 'internal_error'), 'row'],
  ['no credit', refusal(402, 'insufficient_credit'), 'stop'],
  ['no right', page(403, HTML), 'stop'],
  ['too many at once', refusal(429, 'rate_limit_exceeded', { 'retry-after': '7' }), 'wait'],
  ['too many at once, as a page', page(429, HTML), 'wait'],
  ['too large', page(413, HTML), 'row'],
];

describe('a single POST', () => {
  test('sends the exact body of the ledger with its key, and the API key only in its header', () => {
    const world = scripted([ACCEPTED]);
    const sent = createHeyGen(world.options).createVideo(VIDEO_ENDPOINT, BODY, 'rm-1-a', null);
    expect(sent).toEqual({ kind: 'accepted', value: { videoId: 'v1' } });
    expect(world.requests).toEqual([
      {
        method: 'POST',
        url: 'https://api.heygen.com/v3/videos',
        headers: {
          'X-Api-Key': KEY,
          Accept: 'application/json',
          'Content-Type': 'application/json',
          'Idempotency-Key': 'rm-1-a',
        },
        body: BODY,
      },
    ]);
    expect(world.calls).toEqual(['createVideo']);
  });

  test('for a template goes to its address and reads the video that it answers with', () => {
    const video = reply(200, { data: { id: 'v7', status: 'pending', title: 'Hello' } });
    const world = scripted([CUT, video]);
    const template = { kind: 'template', templateId: 'tpl/ä 1' } as const;
    const sent = createHeyGen(world.options).createVideo(template, '{"variables":{}}', 'rm-1-b', null);
    expect(sent).toEqual({ kind: 'accepted', value: { videoId: 'v7' } });
    for (const request of world.requests) {
      expect(request.url).toBe('https://api.heygen.com/v3/templates/tpl%2F%C3%A4%201');
      expect(request.headers['Idempotency-Key']).toBe('rm-1-b');
      expect(request.body).toBe('{"variables":{}}');
    }
  });

  test.each(UNCERTAIN)('that met %s is repeated with the same key and body', (_, outcome) => {
    const world = scripted([outcome, outcome, ACCEPTED]);
    expect(createHeyGen(world.options).createVideo(VIDEO_ENDPOINT, BODY, 'k1', null).kind).toBe('accepted');
    expect(world.requests).toHaveLength(3);
    expect(new Set(world.requests.map((request) => JSON.stringify(request))).size).toBe(1);
    expect(world.pauses).toHaveLength(2);
  });

  test.each(UNCERTAIN)('that met %s three times is lost, never refused', (_, outcome) => {
    const world = scripted([outcome, outcome, outcome]);
    expect(createHeyGen(world.options).createVideo(VIDEO_ENDPOINT, BODY, 'k1', null).kind).toBe('lost');
    expect(world.calls).toHaveLength(3);
  });

  test.each(DEFINITE)('that met %s is refused at once', (_, outcome, kind) => {
    const world = scripted([outcome]);
    expect(createHeyGen(world.options).createVideo(VIDEO_ENDPOINT, BODY, 'k1', null)).toMatchObject({
      kind: 'refused',
      problem: { kind },
    });
    expect(world.pauses).toEqual([]);
  });

  test.each(KEY_REFUSED)(
    'that met %s is sent a second time, the same in all, and then believed',
    (_, refused) => {
      const stray = scripted([refused, ACCEPTED]);
      expect(createHeyGen(stray.options).createVideo(VIDEO_ENDPOINT, BODY, 'k1', null).kind).toBe('accepted');
      expect(stray.requests[1]).toEqual(stray.requests[0]);
      const world = scripted([refused, refused]);
      expect(createHeyGen(world.options).createVideo(VIDEO_ENDPOINT, BODY, 'k1', null)).toMatchObject({
        kind: 'refused',
        problem: { kind: 'stop' },
      });
    },
  );

  test('whose upload is not there yet is sent again, the same in all, and then refused', () => {
    const late = refusal(400, 'asset_not_found');
    const world = scripted([late, late, ACCEPTED]);
    expect(createHeyGen(world.options).createVideo(VIDEO_ENDPOINT, BODY, 'k1', null).kind).toBe('accepted');
    expect(new Set(world.requests.map((request) => JSON.stringify(request))).size).toBe(1);
    expect(world.pauses).toEqual([750, 1_500]);
    expect(
      createHeyGen(scripted([late, late, late]).options).createVideo(VIDEO_ENDPOINT, BODY, 'k1', null),
    ).toMatchObject({ kind: 'refused', problem: { kind: 'row', code: 'asset_not_found' } });
  });

  test('that met an outage is not told as merely not found', () => {
    const world = scripted([CUT, refusal(404, 'resource_not_found'), refusal(404, 'resource_not_found')]);
    expect(createHeyGen(world.options).createVideo(VIDEO_ENDPOINT, BODY, 'k1', null)).toMatchObject({
      kind: 'lost',
      problem: { code: 'no_reply' },
    });
  });

  test('that met a refused key and then a cut connection is lost', () => {
    const world = scripted([refusal(401, 'unauthorized'), CUT, CUT, CUT]);
    expect(createHeyGen(world.options).createVideo(VIDEO_ENDPOINT, BODY, 'k1', null).kind).toBe('lost');
  });

  test('tells the wait of a 429 and leaves the waiting to the run', () => {
    const world = scripted([refusal(429, 'rate_limit_exceeded', { 'retry-after': '7' })]);
    expect(createHeyGen(world.options).createVideo(VIDEO_ENDPOINT, BODY, 'k1', null)).toMatchObject({
      problem: { kind: 'wait', waitSeconds: 7, httpStatus: 429, code: 'rate_limit_exceeded' },
    });
  });

  test('is lost when the run has no time to repeat it', () => {
    const world = scripted([CUT], { mayPause: () => false });
    expect(createHeyGen(world.options).createVideo(VIDEO_ENDPOINT, BODY, 'k1', null).kind).toBe('lost');
  });

  test('is refused only when no attempt can have taken effect, and accepted only when HeyGen said so', () => {
    const outcomes = [...UNCERTAIN, ...DEFINITE, ...KEY_REFUSED].map(([, outcome]) => outcome);
    const uncertain = new Set<HttpOutcome>(UNCERTAIN.map(([, outcome]) => outcome));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(ACCEPTED, ...outcomes), { minLength: 6, maxLength: 6 }),
        (script) => {
          const world = scripted(script);
          const sent = createHeyGen(world.options).createVideo(VIDEO_ENDPOINT, BODY, 'k1', null);
          const met = script.slice(0, world.requests.length);
          expect(sent.kind === 'accepted').toBe(met.includes(ACCEPTED));
          if (sent.kind === 'refused') expect(met.some((outcome) => uncertain.has(outcome))).toBe(false);
          if (sent.kind === 'lost') expect(met.some((outcome) => uncertain.has(outcome))).toBe(true);
        },
      ),
      cases(100, 42),
    );
  });
});

describe('a single video', () => {
  test('goes into its folder, and its body is otherwise the text of the ledger', () => {
    const world = scripted([reply(200, { data: { video_id: 'v1', status: 'waiting' } })]);
    createHeyGen(world.options).createVideo(VIDEO_ENDPOINT, '{"n":1.0,"x":{}}', 'k1', 'spring "$&"');
    expect(world.requests[0]?.body).toBe('{"folder_id":"spring \\"$&\\"","n":1.0,"x":{}}');
  });
});

describe('a batch', () => {
  const TAKEN = reply(202, { data: { batch_id: 'b1', status: 'processing', total_items: 2 } });

  test('holds the exact bodies of the ledger in their order', () => {
    const world = scripted([TAKEN]);
    const sent = createHeyGen(world.options).createBatch([BODY, '{"n":1.0}'], 'Sheet "A"', 'k1', null);
    expect(sent).toEqual({ kind: 'accepted', value: { batchId: 'b1', totalItems: 2 } });
    expect(world.requests[0]?.url).toBe('https://api.heygen.com/v3/videos/batches');
    expect(world.requests[0]?.headers['Idempotency-Key']).toBe('k1');
    expect(world.requests[0]?.body).toBe(`{"title":"Sheet \\"A\\"","videos":[${BODY},{"n":1.0}]}`);
  });

  test('without a title sends none, since HeyGen refuses what it does not know', () => {
    const world = scripted([TAKEN]);
    createHeyGen(world.options).createBatch([BODY], '', 'k1', null);
    expect(world.requests[0]?.body).toBe(`{"videos":[${BODY}]}`);
  });

  test('names its folder once, and its bodies stay as they are', () => {
    const world = scripted([TAKEN]);
    createHeyGen(world.options).createBatch([BODY], 't', 'k1', 'spring "$&"');
    expect(world.requests[0]?.body).toBe(`{"title":"t","folder_id":"spring \\"$&\\"","videos":[${BODY}]}`);
  });

  test('that is taken without a count holds what was sent', () => {
    const world = scripted([reply(200, { data: { batch_id: 'b1' } })]);
    expect(createHeyGen(world.options).createBatch([BODY, BODY], 't', 'k1', null)).toMatchObject({
      value: { totalItems: 2 },
    });
  });

  test.each(UNCERTAIN)('that met %s is lost and is never sent twice by the client', (_, outcome) => {
    const world = scripted([outcome]);
    expect(createHeyGen(world.options).createBatch([BODY], 't', 'k1', null).kind).toBe('lost');
    expect(world.requests).toHaveLength(1);
  });

  test.each(DEFINITE)('that met %s is refused', (_, outcome, kind) => {
    const world = scripted([outcome]);
    expect(createHeyGen(world.options).createBatch([BODY], 't', 'k1', null)).toMatchObject({
      kind: 'refused',
      problem: { kind },
    });
  });

  test.each([
    [404, HTML],
    [404, ''],
    [405, '{}'],
  ])('is a refusal of kind row where the account has no batches (%i, body "%s")', (status, body) => {
    const world = scripted([page(status, body)]);
    expect(createHeyGen(world.options).createBatch([BODY], 't', 'k1', null)).toMatchObject({
      kind: 'refused',
      problem: { kind: 'row', code: `http_${status}`, httpStatus: status },
    });
  });
});
