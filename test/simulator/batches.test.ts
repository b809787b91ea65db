import { describe, expect, it } from 'vitest';
import { avatarBody, Caller } from './caller.ts';

const many = (count: number): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, index) => avatarBody({ title: `row ${index}` }));

describe('batches', () => {
  it('are accepted with 202 and created one by one', () => {
    const caller = new Caller({ itemMs: 1_000 });
    const { status, json } = caller.batch(many(3));
    expect(status).toBe(202);
    expect(json.data).toMatchObject({ status: 'processing', total_items: 3 });
    const path = `/v3/videos/batches/${json.data?.batch_id}`;
    expect(caller.get(path).json.data?.items?.map((item) => item.video_id)).toEqual([null, null, null]);
    caller.wait(1);
    expect(caller.get(path).json.data?.items?.map((item) => item.status)).toEqual([
      'processing',
      'queued',
      'queued',
    ]);
    caller.wait(600);
    expect(caller.get(path).json.data).toMatchObject({
      status: 'completed',
      counts_by_status: { completed: 3 },
    });
  });

  it('take 1 to 100 items', () => {
    const caller = new Caller();
    expect(caller.batch([]).json.error?.param).toBe('videos');
    expect(caller.batch(many(101)).json.error?.param).toBe('videos');
    expect(caller.batch(many(100)).status).toBe(202);
    expect(caller.call('POST', '/v3/videos/batches', { videos: many(1), note: 1 }).json.error?.param).toBe(
      'note',
    );
  });

  it('let a bad item fail alone', () => {
    const caller = new Caller();
    const { json } = caller.batch([avatarBody(), avatarBody({ avatar_id: 'Nobody' }), avatarBody(), 7]);
    caller.wait(600);
    const items = caller.get(`/v3/videos/batches/${json.data?.batch_id}`).json.data?.items ?? [];
    expect(items.map((item) => item.status)).toEqual(['completed', 'failed', 'completed', 'failed']);
    expect(items[1]?.error?.code).toBe('avatar_not_found');
    expect(caller.simulator.paidVideos()).toHaveLength(2);
  });

  it('queue what exceeds the slots', () => {
    const caller = new Caller({ slots: 2 });
    caller.batch(many(10));
    caller.wait(3600);
    caller.get('/v3/users/me');
    expect(caller.simulator.paidVideos().every((video) => video.completedAt > 0)).toBe(true);
    expect(caller.simulator.accounts()[0]?.peakRendering).toBe(2);
  });

  it.each([
    [false, [2, 0]],
    [true, [1, 1]],
  ])('of one moment render in order, or side by side where that is chosen: %s', (sideBySide, taken) => {
    const caller = new Caller({ slots: 2, itemMs: 0, renderMs: [60_000, 60_000], sideBySide });
    const ids = [caller.batch(many(4)), caller.batch(many(4))].map(({ json }) => json.data?.batch_id);
    caller.wait(70);
    const rendering = ids.map((id) => {
      const items = caller.get(`/v3/videos/batches/${id}`).json.data?.items ?? [];
      return items.filter(({ status }) => status === 'processing').length;
    });
    expect(rendering).toEqual(taken);
  });

  it('fail their surplus items when batches do not queue', () => {
    const caller = new Caller({ slots: 2, batchQueues: false });
    const { json } = caller.batch(many(5));
    caller.wait(3600);
    const items = caller.get(`/v3/videos/batches/${json.data?.batch_id}`).json.data?.items ?? [];
    expect(items.map((item) => item.status)).toEqual([
      'completed',
      'completed',
      'failed',
      'failed',
      'failed',
    ]);
    expect(items[4]?.error?.code).toBe('rate_limit_exceeded');
    expect(caller.simulator.paidVideos()).toHaveLength(2);
  });

  it('give their ids late with idsLateMs', () => {
    const caller = new Caller({ idsLateMs: 120_000, itemMs: 0 });
    const { json } = caller.batch(many(2));
    const ids = (): unknown[] =>
      (caller.get(`/v3/videos/statuses?batch_ids=${json.data?.batch_id}`).json.data ?? []).map(
        (entry) => entry.video_id,
      );
    caller.wait(119);
    expect(ids()).toEqual([null, null]);
    expect(caller.get('/v3/videos?title=row').json.data).toHaveLength(0);
    caller.wait(1);
    expect(ids().every((id) => typeof id === 'string')).toBe(true);
    expect(caller.get('/v3/videos?title=row').json.data).toHaveLength(2);
  });

  it('fail the items that the credit no longer covers', () => {
    const caller = new Caller({ credit: 5, costPerSecond: 1 });
    caller.batch(many(4));
    caller.wait(600);
    caller.get('/v3/users/me');
    expect(caller.simulator.paidVideos()).toHaveLength(2);
  });

  it('are not found by another account', () => {
    const caller = new Caller({ keys: { 'key-1': 'ann', 'key-2': 'bob' } });
    const { json } = caller.batch(many(1));
    caller.key = 'key-2';
    expect(caller.get(`/v3/videos/batches/${json.data?.batch_id}`).status).toBe(404);
    const [entry] = caller.get(`/v3/videos/statuses?batch_ids=${json.data?.batch_id}`).json.data ?? [];
    expect(entry?.status).toBe('not_found');
  });
});
