import { describe, expect, test } from 'vitest';
import { createHeyGen } from '../../src/heygen/client.ts';
import { CUT, HTML, page, refusal, reply, scripted } from './scripted-http.ts';

const VIDEO = reply(200, { data: { id: 'v1', status: 'processing' } });
const LIMITED = (seconds: string) => refusal(429, 'rate_limit_exceeded', { 'retry-after': seconds });

describe('a read', () => {
  test('that meets an outage is repeated after a growing delay with jitter', () => {
    const world = scripted([CUT, page(502, HTML), VIDEO]);
    expect(createHeyGen(world.options).video('v1').ok).toBe(true);
    expect(world.pauses).toEqual([750, 1_500]);
    expect(world.calls).toEqual(['video', 'video', 'video']);
  });

  test.each([
    [0, [500, 1_000]],
    [0.999999, [1_000, 2_000]],
  ])('with jitter %d waits %j milliseconds', (random, pauses) => {
    const world = scripted([CUT, CUT, VIDEO], { random: () => random });
    createHeyGen(world.options).video('v1');
    expect(world.pauses).toEqual(pauses);
  });

  test('gives up after three attempts and says why', () => {
    const world = scripted([CUT, CUT, CUT]);
    expect(createHeyGen(world.options).video('v1')).toMatchObject({
      ok: false,
      failure: { kind: 'outage', code: 'no_reply', httpStatus: 0 },
    });
  });

  test('sits out a short 429 as told', () => {
    const world = scripted([LIMITED('10'), VIDEO]);
    expect(createHeyGen(world.options).video('v1').ok).toBe(true);
    expect(world.pauses).toEqual([10_000]);
  });

  test('does not sit out a long 429', () => {
    const world = scripted([LIMITED('11')]);
    expect(createHeyGen(world.options).video('v1')).toMatchObject({
      ok: false,
      failure: { kind: 'wait', waitSeconds: 11 },
    });
  });

  test('is not repeated when the run has no time left', () => {
    const asked: number[] = [];
    const world = scripted([CUT], {
      mayPause: (ms) => {
        asked.push(ms);
        return false;
      },
    });
    expect(createHeyGen(world.options).video('v1').ok).toBe(false);
    expect(asked).toEqual([750]);
    expect(world.pauses).toEqual([]);
  });

  test.each([
    [400, 'invalid_parameter'],
    [403, 'forbidden'],
    [409, 'conflict'],
  ])('that HeyGen refuses with %i %s is not repeated', (status, code) => {
    const world = scripted([refusal(status, code)]);
    expect(createHeyGen(world.options).video('v1').ok).toBe(false);
    expect(world.requests).toHaveLength(1);
  });

  test('that refuses the key once and then answers has not refused it', () => {
    const world = scripted([refusal(401, 'unauthorized'), reply(200, { data: { id: 'v1' } })]);
    expect(createHeyGen(world.options).video('v1').ok).toBe(true);
    expect(world.pauses).toEqual([1_000]);
  });

  test('that refuses the key twice is believed, and without time to wait it is asked twice as well', () => {
    for (const mayPause of [() => true, () => false]) {
      const world = scripted([refusal(401, 'unauthorized'), refusal(401, 'unauthorized')], { mayPause });
      expect(createHeyGen(world.options).video('v1')).toMatchObject({ failure: { httpStatus: 401 } });
      expect(world.requests).toHaveLength(2);
    }
  });

  test.each([
    ['a page', HTML],
    ['a cut body', '{"data":{"id":"v1"'],
    ['another shape', '{"data":[]}'],
    ['nothing', ''],
    ['a video without an id', '{"data":{"status":"completed"}}'],
  ])('answered by %s fails as unreadable', (_, body) => {
    const world = scripted([page(200, body)], { mayPause: () => false });
    expect(createHeyGen(world.options).video('v1')).toMatchObject({
      ok: false,
      failure: { kind: 'outage', code: 'unreadable_reply', httpStatus: 200 },
    });
  });
});

describe('a deletion', () => {
  test.each([
    ['done', reply(200, { data: { id: 'v1', deleted: true } })],
    ['done without a word', page(204, '')],
    ['of what is already gone', refusal(404, 'video_not_found')],
  ])('%s counts as deleted', (_, outcome) => {
    const world = scripted([outcome]);
    expect(createHeyGen(world.options).deleteVideo('v 1')).toEqual({ ok: true, value: null });
    expect(world.requests[0]).toMatchObject({
      method: 'DELETE',
      url: 'https://api.heygen.com/v3/videos/v%201',
    });
  });

  test.each([
    ['of a template', refusal(404, 'template_not_found')],
    ['that denies access', refusal(404, 'resource_access_denied')],
    ['without a code', reply(404, { error: { message: 'no such path' } })],
    ['without a body', page(404, '')],
    ['with another body', page(404, '{}')],
  ])('is not taken for done after a 404 %s', (_, outcome) => {
    expect(createHeyGen(scripted([outcome]).options).deleteVideo('v1')).toMatchObject({
      ok: false,
      failure: { kind: 'row', httpStatus: 404 },
    });
  });

  test('is repeated after an outage', () => {
    const world = scripted([CUT, refusal(404, 'video_not_found')]);
    expect(createHeyGen(world.options).deleteVideo('v1').ok).toBe(true);
    expect(world.pauses).toEqual([750]);
  });

  test('is not known when its answer was lost, whatever is answered to the next attempt', () => {
    for (const next of [
      refusal(401, 'unauthorized'),
      LIMITED('900'),
      page(404, ''),
      refusal(409, 'conflict'),
    ]) {
      expect(createHeyGen(scripted([CUT, next, next]).options).deleteVideo('v1')).toMatchObject({
        ok: false,
        failure: { kind: 'outage', code: 'no_reply' },
      });
    }
  });

  test('sits out a short 429 and gives up at a long one, which certainly deleted nothing', () => {
    const patient = scripted([LIMITED('5'), page(204, '')]);
    expect(createHeyGen(patient.options).deleteVideo('v1').ok).toBe(true);
    expect(createHeyGen(scripted([LIMITED('900')]).options).deleteVideo('v1')).toMatchObject({
      failure: { kind: 'wait' },
    });
  });
});
