import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import { avatarBody, Caller } from './caller.ts';

const post = (does: Fault['do'], more: Partial<Fault> = {}): Fault[] => [
  { when: { method: 'POST', path: '/v3/videos' }, do: does, times: 1, ...more },
];

describe('bad days', () => {
  it('a cut connection after taking effect leaves one paid video that the title search finds', () => {
    const caller = new Caller({ faults: post('cut-after') });
    expect(caller.answer('POST', '/v3/videos', avatarBody({ title: 'tag rm-1' }))).toMatchObject({
      kind: 'cut',
      tookEffect: true,
    });
    expect(caller.get('/v3/videos?title=rm-1').json.data).toHaveLength(1);
    expect(caller.simulator.paidVideos()).toHaveLength(1);
  });

  it('a cut connection before taking effect leaves nothing', () => {
    const caller = new Caller({ faults: post('cut-before') });
    expect(caller.answer('POST', '/v3/videos', avatarBody())).toMatchObject({
      kind: 'cut',
      tookEffect: false,
    });
    expect(caller.simulator.videos()).toEqual([]);
    expect(caller.create().status).toBe(200);
  });

  it('the repeated POST after a cut gets the first reply when it carries the same key', () => {
    const caller = new Caller({ faults: post('cut-after') });
    caller.answer('POST', '/v3/videos', avatarBody(), { 'Idempotency-Key': 'k' });
    const again = caller.create({}, 'k');
    expect(again.json.data?.video_id).toBe(caller.simulator.videos()[0]?.id);
    expect(caller.simulator.paidVideos()).toHaveLength(1);
  });

  it.each([
    ['500', 500, 'internal_error'],
    ['503', 503, 'service_unavailable'],
    ['504', 504, 'gateway_timeout'],
    ['429', 429, 'rate_limit_exceeded'],
    ['402', 402, 'insufficient_credit'],
    ['401', 401, 'unauthorized'],
    ['403', 403, 'forbidden'],
    ['404', 404, 'resource_not_found'],
    ['400-internal', 400, 'internal_error'],
    ['200-error', 200, 'invalid_parameter'],
    ['resource-limit', 400, 'resource_limit_exceeded'],
  ] as const)('%s comes in the envelope and without effect', (does, status, code) => {
    const caller = new Caller({ faults: post(does) });
    const answer = caller.create();
    expect(answer.status).toBe(status);
    expect(answer.json.error?.code).toBe(code);
    expect(answer.headers['X-Request-Id']).toBeDefined();
    expect(caller.simulator.videos()).toEqual([]);
    if (status === 429) expect(answer.headers['Retry-After']).toBe('30');
  });

  it('a 5xx may have taken effect, if the rule says so', () => {
    const caller = new Caller({ faults: post('500', { effect: true }) });
    expect(caller.create().status).toBe(500);
    expect(caller.simulator.paidVideos()).toHaveLength(1);
  });

  it('a gateway answers with an HTML page', () => {
    const reply = new Caller({ faults: post('502-html') }).reply('POST', '/v3/videos', avatarBody());
    expect(reply.status).toBe(502);
    expect(reply.headers['Content-Type']).toBe('text/html');
    expect(reply.body).toContain('Bad Gateway');
  });

  it('a garbled reply has the right status, no readable JSON, and took effect', () => {
    const caller = new Caller({ faults: post('garbled') });
    const reply = caller.reply('POST', '/v3/videos', avatarBody());
    expect(reply.status).toBe(200);
    expect(() => JSON.parse(String(reply.body))).toThrow();
    expect(caller.simulator.paidVideos()).toHaveLength(1);
  });

  it('a slow reply says how long it took', () => {
    const caller = new Caller({ faults: post('slow', { tookMs: 70_000 }), latencyMs: 10 });
    expect(caller.answer('POST', '/v3/videos', avatarBody())).toMatchObject({
      kind: 'reply',
      status: 200,
      tookMs: 70_010,
    });
  });

  it('any refusal can be written out', () => {
    const caller = new Caller({
      faults: post('refuse', { status: 429, code: 'quota_exceeded', message: 'Enough.' }),
    });
    expect(caller.create()).toMatchObject({
      status: 429,
      json: { error: { code: 'quota_exceeded', message: 'Enough.' } },
    });
  });

  it('a refusal under status 200 has the envelope and no data, and its key stays free', () => {
    const caller = new Caller({ faults: post('200-error') });
    const refused = caller.create({}, 'k');
    expect(refused.json.error?.message).toBe('The request is not valid.');
    expect(refused.json).not.toHaveProperty('data');
    expect(caller.create({}, 'k').json.data?.video_id).toBe(caller.simulator.videos()[0]?.id);
  });

  it('a 404 for a video that exists: the same key finds it, another key pays twice', () => {
    const caller = new Caller({ faults: post('404-created') });
    expect(caller.create({ title: 'tag 1' }, 'k')).toMatchObject({
      status: 404,
      json: { error: { code: 'resource_not_found', message: 'Video(s) not found' } },
    });
    const [made] = caller.get('/v3/videos?title=tag 1').json.data ?? [];
    expect(caller.create({ title: 'tag 1' }, 'k').json.data?.video_id).toBe(made?.id);
    expect(caller.simulator.paidVideos()).toHaveLength(1);
    caller.create({ title: 'tag 1' }, 'another');
    expect(caller.simulator.paidVideos()).toHaveLength(2);
  });

  it('a 404 for a batch that exists, which a repetition takes again where keys of batches mean nothing', () => {
    const accepted = (honourBatchKeys: boolean): number => {
      const faults: Fault[] = [{ when: { method: 'POST' }, do: '404-created', times: 1 }];
      const caller = new Caller({ faults, honourBatchKeys });
      expect(caller.batch([avatarBody()], 'k').status).toBe(404);
      expect(caller.batch([avatarBody()], 'k').status).toBe(202);
      caller.wait(10);
      return caller.get('/v3/videos').json.data?.length ?? 0;
    };
    expect([accepted(true), accepted(false)]).toEqual([1, 2]);
  });

  it('one stray 401 between good answers changes nothing', () => {
    const caller = new Caller({ faults: [{ when: { nth: 3 }, do: '401' }] });
    const id = caller.made();
    const statuses = Array.from({ length: 4 }, () => caller.get(`/v3/videos/${id}`).status);
    expect(statuses).toEqual([200, 401, 200, 200]);
    caller.wait(60);
    expect(caller.get(`/v3/videos/${id}`).json.data?.status).toBe('completed');
  });

  it('rules fire on the n-th match, on every n-th, and with a probability', () => {
    const statuses = (when: Fault['when']): number[] => {
      const caller = new Caller({
        faults: [{ when: { method: 'GET', pathStartsWith: '/v3/users', ...when }, do: '500' }],
      });
      return Array.from({ length: 200 }, () => caller.get('/v3/users/me').status);
    };
    const failed = (when: Fault['when']): number[] =>
      statuses(when).flatMap((status, index) => (status === 500 ? [index + 1] : []));
    expect(failed({ nth: 3 })).toEqual([3]);
    expect(failed({ every: 50 })).toEqual([50, 100, 150, 200]);
    const some = failed({ probability: 0.25 });
    expect(some.length).toBeGreaterThan(30);
    expect(some.length).toBeLessThan(70);
    expect(failed({ probability: 0.25 })).toEqual(some);
  });

  it('start to count anew when the rules are changed', () => {
    const caller = new Caller({ faults: post('500') });
    expect([caller.create().status, caller.create().status]).toEqual([500, 200]);
    caller.simulator.set({ faults: post('503') });
    expect([caller.create().status, caller.create().status]).toEqual([503, 200]);
  });

  it('options that make no sense are refused with a sentence, and nothing changes', () => {
    const caller = new Caller();
    expect(caller.call('POST', '/_simulator/options', { slots: 0 }).json.error?.message).toContain('slots');
    expect(caller.call('POST', '/_simulator/options', { colour: 1 }).status).toBe(400);
    expect(caller.call('POST', '/_simulator/options', { slots: 3 }).status).toBe(200);
    expect(caller.simulator.options().slots).toBe(3);
  });
});
