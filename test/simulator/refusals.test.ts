import { describe, expect, it } from 'vitest';
import { avatarBody, Caller } from './caller.ts';

describe('a refusal that can be read', () => {
  it('names the unknown field plainly, by the type of the video, or now so and now so', () => {
    const params = (paramNames: 'plain' | 'typed' | 'varies'): (string | undefined)[] => {
      const caller = new Caller({ paramNames });
      return Array.from({ length: 30 }, () => caller.create({ test: true }).json.error?.param);
    };
    expect(new Set(params('plain'))).toEqual(new Set(['test']));
    expect(new Set(params('typed'))).toEqual(new Set(['avatar.test']));
    expect(new Set(params('varies'))).toEqual(new Set(['test', 'avatar.test']));
    const { json } = new Caller().create({ test: true });
    expect(json.error).toMatchObject({
      code: 'invalid_parameter',
      message: 'Extra inputs are not permitted',
    });
  });

  it.each([
    ['plain', 'videos.1.test'],
    ['typed', 'videos.1.avatar.test'],
  ] as const)('may refuse a whole batch for one field of one item (%s)', (paramNames, param) => {
    const caller = new Caller({ batchesRefusedWhole: true, paramNames });
    const refused = caller.batch([avatarBody(), avatarBody({ test: true })]);
    expect(refused).toMatchObject({ status: 400, json: { error: { code: 'invalid_parameter', param } } });
    expect(caller.simulator.nextEventAt()).toBeNull();
    // What only a look-up can tell still fails the item alone.
    expect(caller.batch([avatarBody({ avatar_id: 'Nobody' })]).status).toBe(202);
    expect(caller.batch([7]).json.error?.param).toBe('videos.0');
  });

  it.each([
    [400, 'internal_error', 'This avatar does not support unlimited mode.'],
    [200, 'invalid_parameter', 'Not today.'],
  ])('may come as %i with the code %s, for one request or for one item', (refuseStatus, code, message) => {
    const caller = new Caller({
      refuseWhen: 'unlimited',
      refuseStatus,
      refuseCode: code,
      refuseMessage: message,
    });
    const script = 'An unlimited hello.';
    expect(caller.create({ script }, 'k')).toMatchObject({
      status: refuseStatus,
      json: { error: { code, message } },
    });
    const { json } = caller.batch([avatarBody({ script }), avatarBody()]);
    caller.wait(10);
    const { data } = caller.get(`/v3/videos/statuses?batch_ids=${json.data?.batch_id}`).json;
    expect(data?.[0]).toMatchObject({ status: 'failed', error: { code } });
    expect(data?.[0]?.error?.message).toContain(message);
    expect(caller.simulator.videos()).toHaveLength(1);
  });

  it('of a new upload lasts some seconds, and then the asset is there', () => {
    const caller = new Caller({ assetLagMs: 8_000 });
    const form =
      '--b0\r\nContent-Disposition: form-data; name="file"; filename="wall.png"\r\n\r\n\u0089PNG\r\n\u001a\n\r\n--b0--\r\n';
    const uploaded = caller.call('POST', '/v3/assets', form, {
      'Content-Type': 'multipart/form-data; boundary=b0',
    });
    const background = { type: 'image', asset_id: uploaded.json.data?.asset_id };
    caller.wait(7);
    expect(caller.create({ background }, 'k')).toMatchObject({
      status: 400,
      json: { error: { code: 'asset_not_found', param: 'background.asset_id' } },
    });
    caller.wait(1);
    expect(caller.create({ background }, 'k').status).toBe(200);
  });

  it('is not charged when a render fails with internal_error', () => {
    const caller = new Caller({ failureRate: 1, failureCode: 'internal_error', failureMessage: '' });
    const id = caller.made();
    caller.wait(60);
    const { data } = caller.get(`/v3/videos/${id}`).json;
    expect(data).toMatchObject({ status: 'failed', failure_code: 'internal_error' });
    expect(caller.simulator.accounts()[0]?.spent).toBe(0);
  });
});
