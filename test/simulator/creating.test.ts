import { describe, expect, it } from 'vitest';
import { avatarBody, Caller } from './caller.ts';

function refusalOf(changes: Record<string, unknown>): { status: number; code: string; param: string } {
  const { status, json } = new Caller().create(changes);
  return { status, code: json.error?.code ?? '', param: json.error?.param ?? '' };
}

describe('creating one video', () => {
  it('answers with the id and the word "waiting"', () => {
    const { status, json, headers } = new Caller().create();
    expect(status).toBe(200);
    expect(json.data).toMatchObject({ status: 'waiting', output_format: 'mp4' });
    expect(json.data?.video_id).toMatch(/^[0-9a-f]{32}$/);
    expect(headers['X-Request-Id']).toMatch(/^req_/);
  });

  it.each([
    ['an unknown field', { colour: 'red' }, 400, 'invalid_parameter', 'colour'],
    ['the old test flag', { test: true }, 400, 'invalid_parameter', 'test'],
    [
      'an unknown field deep inside',
      { voice_settings: { rate: 1 } },
      400,
      'invalid_parameter',
      'voice_settings.rate',
    ],
    ['no audio source', { script: undefined }, 400, 'invalid_parameter', 'script'],
    ['two audio sources', { audio_url: 'https://a.example/b.mp3' }, 400, 'invalid_parameter', 'script'],
    ['an unknown type', { type: 'film' }, 400, 'invalid_parameter', 'type'],
    ['a missing look', { avatar_id: undefined }, 400, 'invalid_parameter', 'avatar_id'],
    ['an unknown look', { avatar_id: 'Nobody' }, 404, 'avatar_not_found', 'avatar_id'],
    ['an unknown voice', { voice_id: 'Nobody' }, 404, 'voice_not_found', 'voice_id'],
    ['an unknown aspect ratio', { aspect_ratio: '3:2' }, 400, 'invalid_parameter', 'aspect_ratio'],
    ['an unknown resolution', { resolution: '8k' }, 400, 'invalid_parameter', 'resolution'],
    [
      'too fast a voice',
      { voice_settings: { speed: 1.6 } },
      400,
      'invalid_parameter',
      'voice_settings.speed',
    ],
    ['too long a script', { script: 'a'.repeat(5001) }, 400, 'invalid_parameter', 'script'],
    ['only whitespace', { script: ' \n\u00a0' }, 400, 'script_too_short', 'script'],
    ['a pause in milliseconds', { script: 'a <break time="500ms"/> b' }, 400, 'tts_text_invalid', 'script'],
    [
      'a short colour',
      { background: { type: 'color', value: '#abc' } },
      400,
      'invalid_parameter',
      'background.value',
    ],
    [
      'an http picture',
      { background: { type: 'image', url: 'http://a.example/b.png' } },
      400,
      'invalid_parameter',
      'background.url',
    ],
    [
      'a film as picture',
      { background: { type: 'image', url: 'https://a.example/b.mp4' } },
      400,
      'invalid_parameter',
      'background.url',
    ],
    [
      'a picture nobody can reach',
      { background: { type: 'image', url: 'https://localhost/b.png' } },
      400,
      'download_failed',
      'background.url',
    ],
    [
      'an unknown asset',
      { background: { type: 'image', asset_id: 'x' } },
      404,
      'resource_not_found',
      'background.asset_id',
    ],
    [
      'webm with a background',
      { output_format: 'webm', background: { type: 'color', value: '#aabbcc' } },
      400,
      'invalid_parameter',
      'background',
    ],
    ['an engine that the look lacks', { engine: { type: 'avatar_v' } }, 400, 'avatar_not_usable', 'engine'],
    [
      'expressiveness of a filmed look',
      { expressiveness: 'high' },
      400,
      'invalid_parameter',
      'expressiveness',
    ],
    ['a motion of a filmed look', { motion_prompt: 'wave' }, 400, 'invalid_parameter', 'motion_prompt'],
  ])('refuses %s', (_what, changes, status, code, param) => {
    expect(refusalOf(changes)).toEqual({ status, code, param });
  });

  it.each([
    ['a colour', { background: { type: 'color', value: '#AAbbcc' } }],
    ['a sample asset', { background: { type: 'image', asset_id: 'asset_office_wall' } }],
    ['the asset of the examples', { background: { type: 'image', asset_id: 'tea_garden_01' } }],
    ['a picture without extension', { background: { type: 'image', url: 'https://a.example/b?w=1' } }],
    ['webm without background', { output_format: 'webm' }],
    ['exactly 5,000 characters', { script: 'a'.repeat(5000) }],
    ['null for what may be null', { background: null, title: null, voice_id: null, aspect_ratio: null }],
    [
      'a photo look that moves',
      { avatar_id: 'Priya_Outdoor_Side_public', expressiveness: 'high', motion_prompt: 'nod' },
    ],
    ['recorded audio', { script: undefined, audio_url: 'https://a.example/b.mp3' }],
    ['a spoken pause', { script: 'a <break time="1.5s"/> b' }],
  ])('accepts %s', (_what, changes) => {
    expect(new Caller().create(changes).json.error).toBeUndefined();
  });

  it('makes videos of pictures, of prompts and of scenes', () => {
    const caller = new Caller();
    const image = { type: 'url', url: 'https://a.example/face.jpg' };
    const speaking = { type: 'avatar', avatar_id: 'Anna_Office_Front_public', script: 'One.' };
    for (const body of [
      { type: 'image', image, script: 'Hi.', voice_id: 'voice_en_sara' },
      {
        type: 'cinematic_avatar',
        avatar_id: ['Anna_Office_Front_public'],
        prompt: 'She walks.',
        duration: 8,
      },
      {
        type: 'studio',
        scenes: [
          { type: 'avatar_video', input: speaking },
          { type: 'image', source: image, duration: 3 },
        ],
      },
    ]) {
      expect(caller.call('POST', '/v3/videos', body).json.error).toBeUndefined();
    }
    expect(caller.simulator.videos().map(({ cost }) => cost)[1]).toBe(7);
  });

  it('needs a voice for a picture, and one mode for a still scene', () => {
    const caller = new Caller();
    const image = { type: 'url', url: 'https://a.example/face.jpg' };
    expect(caller.call('POST', '/v3/videos', { type: 'image', image, script: 'Hi.' }).json.error?.param).toBe(
      'voice_id',
    );
    const scenes = [{ type: 'image', source: image, duration: 3, script: 'Hi.', voice_id: 'voice_en_sara' }];
    const both = caller.call('POST', '/v3/videos', { type: 'studio', scenes });
    expect(both.json.error?.param).toBe('scenes.0.duration');
  });

  it('answers 401 without a key, and with a key that is not listed', () => {
    const open = new Caller();
    open.key = '';
    expect(open.create()).toMatchObject({ status: 401, json: { error: { code: 'unauthorized' } } });
    const listed = new Caller({ keys: { 'key-2': 'bob' } });
    expect(listed.create().status).toBe(401);
    listed.key = 'constructor';
    expect(listed.create().status).toBe(401);
    listed.key = 'key-2';
    expect(listed.create().status).toBe(200);
  });

  it('takes a signed-in client’s token in place of a key', () => {
    const caller = new Caller({ keys: { 'token-1': 'ann' } });
    caller.key = '';
    const as = (authorization: string) =>
      caller.call('GET', '/v3/users/me', undefined, { Authorization: authorization, 'X-Api-Key': '' }).status;
    expect([as('Bearer token-1'), as('Bearer token-2'), as('token-1')]).toEqual([200, 401, 401]);
  });

  it('answers 404 to what the API does not have, 405 to a method that the path does not have', () => {
    const caller = new Caller();
    expect(caller.get('/v2/videos').status).toBe(404);
    const put = caller.call('PUT', '/v3/videos', {});
    expect(put).toMatchObject({ status: 405, headers: { Allow: 'POST, GET' } });
    expect(caller.get('/v3/videos/batches').status).toBe(405);
    expect(caller.call('DELETE', '/v3/videos/statuses').status).toBe(405);
    expect(caller.call('POST', '/v3/users/me', {}).status).toBe(405);
    caller.key = '';
    expect(caller.call('PUT', '/v3/videos', {}).status).toBe(401);
  });

  it('accepts test: true for nothing when it plays the older API', () => {
    const caller = new Caller({ acceptTest: true });
    expect(caller.create({ test: true }).status).toBe(200);
    caller.wait(120);
    caller.get('/v3/users/me');
    expect(caller.simulator.paidVideos()).toEqual([]);
    expect(caller.simulator.videos()[0]?.state).toBe('completed');
    const [template] = caller.get('/v3/templates').json.data ?? [];
    const body = { variables: {}, test: true };
    expect(caller.call('POST', `/v3/templates/${template?.id}`, body).status).toBe(200);
    expect(caller.simulator.videos().map(({ cost }) => cost)).toEqual([0, 0]);
  });

  it('otherwise refuses it, in a batch for the one item alone, which names the field', () => {
    const caller = new Caller();
    expect(caller.create({ test: true }).json.error).toMatchObject({
      code: 'invalid_parameter',
      param: 'test',
    });
    const batch = caller.batch([avatarBody(), avatarBody({ test: true }), avatarBody({ test: false })]);
    expect(batch.status).toBe(202);
    caller.wait(10);
    const { data } = caller.get(`/v3/videos/statuses?batch_ids=${batch.json.data?.batch_id}`).json;
    const refused = { status: 'failed', video_id: null, error: { code: 'invalid_parameter' } };
    expect(data).toMatchObject([{ status: 'processing' }, refused, refused]);
    expect(data?.[1]?.error?.message).toBe('test: Extra inputs are not permitted');
    expect(caller.simulator.paidVideos()).toHaveLength(1);
  });

  it('answers 429 with Retry-After when all slots are taken, and accepts again when one is free', () => {
    const caller = new Caller({ slots: 2 });
    caller.create();
    caller.create();
    const third = caller.create();
    expect(third).toMatchObject({ status: 429, json: { error: { code: 'rate_limit_exceeded' } } });
    caller.wait(Number(third.headers['Retry-After']));
    expect(caller.create().status).toBe(200);
  });

  it('answers 402 when the credit does not cover the next video, and goes on after a top-up', () => {
    const caller = new Caller({ credit: 3, costPerSecond: 1 });
    expect(caller.create().status).toBe(200);
    expect(caller.create()).toMatchObject({ status: 402, json: { error: { code: 'insufficient_credit' } } });
    expect(caller.batch([avatarBody()]).status).toBe(402);
    caller.simulator.set({ credit: 100 });
    expect(caller.create().status).toBe(200);
  });

  it('answers 429 to more requests in a minute than allowed', () => {
    const caller = new Caller({ requestsPerMinute: 2 });
    caller.get('/v3/users/me');
    caller.get('/v3/users/me');
    const third = caller.get('/v3/users/me');
    expect(third.status).toBe(429);
    caller.wait(Number(third.headers['Retry-After']));
    expect(caller.get('/v3/users/me').status).toBe(200);
  });
});
