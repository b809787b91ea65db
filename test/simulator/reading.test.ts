import { describe, expect, it } from 'vitest';
import { avatarBody, Caller, type Wire } from './caller.ts';

function pages(caller: Caller, path: string): Wire[][] {
  const found: Wire[][] = [];
  let token = '';
  do {
    const { json } = caller.get(`${path}${token === '' ? '' : `&token=${token}`}`);
    found.push([...(json.data ?? [])]);
    token = json.next_token ?? '';
    expect(json.has_more).toBe(token !== '');
  } while (token !== '' && found.length < 50);
  return found;
}

describe('following videos', () => {
  it('go from processing to completed, with URLs and length only then', () => {
    const caller = new Caller();
    const id = caller.made();
    expect(caller.get(`/v3/videos/${id}`).json.data).toMatchObject({
      status: 'processing',
      video_url: null,
      duration: null,
    });
    caller.wait(60);
    const { data } = caller.get(`/v3/videos/${id}`).json;
    expect(data).toMatchObject({ status: 'completed', duration: 2.14 });
    expect(data?.video_url).toContain(`Expires=${Math.floor(caller.now / 1000) + 7 * 86_400}`);
  });

  it('are found by a part of their title, newest first, page by page, however many are made meanwhile', () => {
    const caller = new Caller({ slots: 300 });
    for (let index = 0; index < 25; index += 1) caller.create({ title: `row ${index} · rm-x-${index}` });
    caller.create({ title: 'other' });
    const first = caller.get(`/v3/videos?limit=10&title=${encodeURIComponent(' · rm-x-')}`).json;
    expect(first.data?.[0]?.title).toBe('row 24 · rm-x-24');
    caller.create({ title: 'row 25 · rm-x-25' });
    const second = caller.get(`/v3/videos?limit=10&title=rm-x-&token=${first.next_token}`).json;
    expect(second.data?.[0]?.title).toBe('row 14 · rm-x-14');
    expect(pages(caller, '/v3/videos?limit=10&title=rm-x-').map((page) => page.length)).toEqual([10, 10, 6]);
    expect(caller.get('/v3/videos?limit=101').json.error?.param).toBe('limit');
    expect(caller.get('/v3/videos?token=abc').json.error?.param).toBe('token');
  });

  it('appear late in the list with listLagMs', () => {
    const caller = new Caller({ listLagMs: 30_000 });
    caller.create();
    expect(caller.get('/v3/videos').json.data).toHaveLength(0);
    caller.wait(30);
    expect(caller.get('/v3/videos').json.data).toHaveLength(1);
  });

  it('keep every member when pages are shuffled', () => {
    const caller = new Caller({ slots: 100, shufflePages: true });
    for (let index = 0; index < 30; index += 1) caller.create({ title: `t${index}` });
    const titles = pages(caller, '/v3/videos?limit=100')
      .flat()
      .map(({ title }) => title);
    expect(new Set(titles).size).toBe(30);
    expect(titles).not.toEqual(Array.from({ length: 30 }, (_, index) => `t${29 - index}`));
  });

  it('have bulk statuses for at most 100 ids, without URLs, and not_found for what is not theirs', () => {
    const caller = new Caller({ keys: { 'key-1': 'ann', 'key-2': 'bob' } });
    const id = caller.made();
    expect(caller.get(`/v3/videos/statuses?video_ids=${id},nope`).json.data).toEqual([
      { video_id: id, status: 'processing', batch_id: null, item_index: null, error: null },
      { video_id: 'nope', status: 'not_found', batch_id: null, item_index: null, error: null },
    ]);
    caller.key = 'key-2';
    expect(caller.get(`/v3/videos/statuses?video_ids=${id}`).json.data?.[0]?.status).toBe('not_found');
    expect(caller.get(`/v3/videos/${id}`).json.error?.code).toBe('video_not_found');
    expect(caller.get('/v3/videos').json.data).toHaveLength(0);
    const tooMany = Array.from({ length: 101 }, (_, index) => `v${index}`).join(',');
    expect(caller.get(`/v3/videos/statuses?video_ids=${tooMany}`).status).toBe(400);
  });

  it('have no bulk statuses without an id', () => {
    const caller = new Caller();
    for (const query of ['', '?video_ids=', '?batch_ids=,&video_ids=']) {
      expect(caller.get(`/v3/videos/statuses${query}`).json.error?.param).toBe('video_ids');
    }
  });

  it('show all items of several batches, with page after page', () => {
    const caller = new Caller();
    const ids = [1, 2, 3].map(
      () => caller.batch(Array.from({ length: 80 }, () => avatarBody())).json.data?.batch_id,
    );
    const found = pages(caller, `/v3/videos/statuses?batch_ids=${ids.join(',')}`);
    expect(found.map((page) => page.length)).toEqual([100, 100, 40]);
  });

  it('that fail cost nothing, and may come without code and message', () => {
    const caller = new Caller({ failWhen: 'unlucky', failureCode: '', failureMessage: '' });
    const id = caller.made({ script: 'An unlucky one.' });
    caller.wait(60);
    const { data } = caller.get(`/v3/videos/${id}`).json;
    expect(data?.status).toBe('failed');
    expect(data).not.toHaveProperty('failure_code');
    expect(data).not.toHaveProperty('failure_message');
    caller.simulator.set({ failureMessage: '=IMPORTXML("x")' });
    const other = caller.made({ script: 'Another unlucky one.' });
    caller.wait(60);
    expect(caller.get(`/v3/videos/${other}`).json.data?.failure_message).toBe('=IMPORTXML("x")');
    expect(caller.simulator.paidVideos()).toEqual([]);
  });

  it('may have status words that nobody knows, but never once they have ended', () => {
    const caller = new Caller({ unknownStatusWords: true });
    const id = caller.made();
    expect(['pending', 'processing', 'completed', 'failed']).not.toContain(
      caller.get(`/v3/videos/${id}`).json.data?.status,
    );
    caller.wait(60);
    expect(caller.get(`/v3/videos/${id}`).json.data?.status).toBe('completed');
  });

  it('take three times as long on engine avatar_v', () => {
    const caller = new Caller();
    const id = caller.made({ avatar_id: 'Marcus_Studio_Front_public', engine: { type: 'avatar_v' } });
    caller.wait(179);
    expect(caller.get(`/v3/videos/${id}`).json.data?.status).toBe('processing');
    caller.wait(1);
    expect(caller.get(`/v3/videos/${id}`).json.data?.status).toBe('completed');
  });

  it('a finished one that was deleted is found nowhere, and stays charged', () => {
    const caller = new Caller();
    const id = caller.made({ title: 'Gone' });
    const kept = caller.made({ title: 'Kept' });
    caller.wait(60);
    const page = caller.get(`/v3/videos/${id}`).json.data?.video_page_url;
    expect(caller.call('DELETE', `/v3/videos/${id}`).status).toBe(200);
    expect(caller.get(`/v3/videos/${id}`)).toMatchObject({
      status: 404,
      json: { error: { code: 'video_not_found' } },
    });
    expect(caller.get('/v3/videos').json.data?.map((video) => video.id)).toEqual([kept]);
    expect(caller.get('/v3/videos?title=Gone').json.data).toEqual([]);
    expect(caller.get(`/v3/videos/statuses?video_ids=${id},${kept}`).json.data).toMatchObject([
      { video_id: id, status: 'not_found' },
      { video_id: kept, status: 'completed' },
    ]);
    expect(caller.open(page).status).toBe(404);
    expect(caller.simulator.paidVideos().map((video) => video.id)).toEqual([id, kept]);
  });

  it('can be deleted, which frees the slot and charges nothing', () => {
    const caller = new Caller({ slots: 1 });
    const id = caller.made();
    expect(caller.call('DELETE', `/v3/videos/${id}`).json.data).toEqual({ id, deleted: true });
    expect(caller.call('DELETE', `/v3/videos/${id}`).status).toBe(404);
    expect(caller.create().status).toBe(200);
    caller.wait(60);
    caller.get('/v3/users/me');
    expect(caller.simulator.paidVideos().map((video) => video.id)).not.toContain(id);
  });

  it('cost what the balance then lacks', () => {
    const caller = new Caller({ credit: 100, costPerSecond: 1 });
    const id = caller.made();
    const balance = (): number | undefined => caller.get('/v3/users/me').json.data?.wallet?.remaining_balance;
    expect(balance()).toBe(100);
    caller.wait(60);
    expect(balance()).toBe(97.86);
    expect(caller.simulator.paidVideos()).toMatchObject([{ id, charged: 2.14, chargedSeconds: 2.14 }]);
  });
});
