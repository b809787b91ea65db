import { describe, expect, it } from 'vitest';
import { Caller } from './caller.ts';

const PATH = '/v3/webhooks/endpoints';
const URL_X = 'https://hooks.example/heygen';

function made(caller: Caller, changes: object = {}): string {
  return caller.call('POST', PATH, { url: URL_X, ...changes }).json.data?.endpoint_id ?? '';
}

describe('webhook endpoints', () => {
  it('are made, listed without their secret, changed and deleted', () => {
    const caller = new Caller();
    const { data } = caller.call('POST', PATH, { url: URL_X, events: ['avatar_video.fail'] }).json;
    expect(data).toMatchObject({ url: URL_X, events: ['avatar_video.fail'], status: 'enabled' });
    expect(data?.secret).toMatch(/^whsec_/);
    const id = data?.endpoint_id ?? '';
    expect(caller.get(PATH).json.data?.map(({ endpoint_id }) => endpoint_id)).toEqual([id]);
    expect(caller.get(PATH).json.data?.[0]).not.toHaveProperty('secret');
    const changed = caller.call('PATCH', `${PATH}/${id}`, { url: `${URL_X}/2` }).json.data;
    expect(changed).toMatchObject({ url: `${URL_X}/2`, events: ['avatar_video.fail'] });
    expect(caller.call('PATCH', `${PATH}/${id}`, { events: null }).json.data?.events).toBeNull();
    const rotated = caller.call('POST', `${PATH}/${id}/rotate-secret`).json.data;
    expect(rotated?.secret).toMatch(/^whsec_/);
    expect(rotated?.secret).not.toBe(data?.secret);
    expect(caller.call('DELETE', `${PATH}/${id}`).json).toEqual({ data: {} });
    expect(caller.call('DELETE', `${PATH}/${id}`).status).toBe(404);
    expect(caller.get(PATH).json.data).toEqual([]);
  });

  it.each([
    [{}, 'url'],
    [{ url: 'http://hooks.example/x' }, 'url'],
    [{ url: URL_X, events: ['video.done'] }, 'events.0'],
    [{ url: URL_X, colour: 'red' }, 'colour'],
  ])('are refused when they make no sense: %j', (body, param) => {
    expect(new Caller().call('POST', PATH, body)).toMatchObject({ status: 400, json: { error: { param } } });
  });

  it('belong to one account, and survive a restart', () => {
    const keys = { 'key-1': 'ann', 'key-2': 'bob' };
    const caller = new Caller({ keys });
    const id = made(caller);
    const again = new Caller({ keys });
    expect(again.simulator.restore(caller.simulator.snapshot()).ok).toBe(true);
    expect(again.get(PATH).json.data).toHaveLength(1);
    again.key = 'key-2';
    expect(again.get(PATH).json.data).toEqual([]);
    expect(again.call('DELETE', `${PATH}/${id}`).status).toBe(404);
  });

  it('can ask for any of the listed types of events', () => {
    const caller = new Caller();
    const { data } = caller.get('/v3/webhooks/event-types').json;
    const events = (data ?? []).map(({ event_type }) => event_type);
    expect(events).toContain('avatar_video.success');
    expect(made(caller, { events })).not.toBe('');
  });
});

describe('webhook events', () => {
  it('tell of videos that have ended, with the caller’s own id', () => {
    const caller = new Caller({ failWhen: 'unlucky' });
    const done = caller.made({ callback_id: 'row 7' });
    caller.made({ script: 'An unlucky one.' });
    expect(caller.get('/v3/webhooks/events').json.data).toEqual([]);
    caller.wait(60);
    const types = (query = '') =>
      (caller.get(`/v3/webhooks/events${query}`).json.data ?? []).map(({ event_type }) => event_type);
    expect(types()).toEqual(['avatar_video.fail', 'avatar_video.success']);
    expect(types('?event_type=avatar_video.success')).toEqual(['avatar_video.success']);
    const event = caller.get('/v3/webhooks/events').json.data?.[1];
    expect(event?.event_data).toMatchObject({ video_id: done, callback_id: 'row 7', folder_id: null });
    expect(caller.open(event?.event_data?.url).status).toBe(200);
  });
});
