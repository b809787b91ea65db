import { describe, expect, it } from 'vitest';
import { Caller } from './caller.ts';

describe('Idempotency-Key', () => {
  it('answers the same key within 24 hours with the first reply, even if the body differs', () => {
    const caller = new Caller();
    const first = caller.create({ title: 'one' }, 'k');
    caller.wait(24 * 3600 - 1);
    const again = caller.create({ title: 'two' }, 'k');
    expect(again.json).toEqual(first.json);
    expect(caller.simulator.videos()).toHaveLength(1);
  });

  it('makes a new video for the same key after 24 hours', () => {
    const caller = new Caller();
    caller.create({}, 'k');
    caller.wait(24 * 3600);
    caller.create({}, 'k');
    expect(caller.simulator.paidVideos()).toHaveLength(2);
  });

  it('does not remember a refusal', () => {
    const caller = new Caller();
    expect(caller.create({ avatar_id: 'Nobody' }, 'k').status).toBe(404);
    expect(caller.create({}, 'k').status).toBe(200);
  });

  it('answers 409 while the first request is in flight', () => {
    const caller = new Caller({ inFlightMs: 5_000 });
    const first = caller.create({}, 'k');
    expect(caller.create({}, 'k')).toMatchObject({
      status: 409,
      json: { error: { code: 'request_in_progress' } },
    });
    caller.wait(5);
    expect(caller.create({}, 'k').json).toEqual(first.json);
  });

  it('keeps the key of a slow request in flight for as long as the request takes', () => {
    const faults = [{ when: { method: 'POST', nth: 1 }, do: 'cut-after' as const, tookMs: 60_000 }];
    const caller = new Caller({ faults });
    caller.answer(
      'POST',
      '/v3/videos',
      { type: 'avatar', avatar_id: 'Anna_Office_Front_public', script: 'Hi.' },
      { 'Idempotency-Key': 'k' },
    );
    caller.wait(59);
    expect(caller.create({}, 'k').status).toBe(409);
    caller.wait(1);
    expect(caller.create({}, 'k').status).toBe(200);
    expect(caller.simulator.videos()).toHaveLength(1);
  });

  it('refuses a key with other characters', () => {
    expect(new Caller().create({}, 'a key').json.error?.param).toBe('Idempotency-Key');
    expect(new Caller().create({}, 'a'.repeat(256)).status).toBe(400);
  });

  it('belongs to one account', () => {
    const caller = new Caller({ keys: { 'key-1': 'ann', 'key-2': 'bob' } });
    caller.create({}, 'k');
    caller.key = 'key-2';
    caller.create({}, 'k');
    expect(caller.simulator.videos().map(({ account }) => account)).toEqual(['ann', 'bob']);
  });

  it.each([
    [true, 1],
    [false, 2],
  ])(
    'on batches is honoured: %s, so that the same batch sent twice is taken %d time(s)',
    (honourBatchKeys, times) => {
      const caller = new Caller({ honourBatchKeys });
      const body = [{ type: 'avatar', avatar_id: 'Anna_Office_Front_public', script: 'Hi.' }];
      const first = caller.batch(body, 'k');
      const second = caller.batch(body, 'k');
      expect(first.json.data?.batch_id === second.json.data?.batch_id).toBe(honourBatchKeys);
      caller.wait(10);
      caller.get('/v3/users/me');
      expect(caller.simulator.videos()).toHaveLength(times);
    },
  );
});
