import { describe, expect, test } from 'vitest';
import type { Video } from '../../src/core/heygen/video.ts';
import { createHeyGen } from '../../src/heygen/client.ts';
import { answering, CUT, HTML, page, refusal, reply, scripted } from './scripted-http.ts';

const QUIET = { mayPause: () => false };

function videoFrom(data: Record<string, unknown>): Video {
  const asked = createHeyGen(scripted([reply(200, { data: { id: 'v1', ...data } })]).options).video('v1');
  if (!asked.ok) throw new Error(asked.failure.message);
  return asked.value;
}

describe('one video', () => {
  test('is read whole', () => {
    const video = videoFrom({
      title: 'Hello · rm-b-1',
      status: 'completed',
      video_url: 'https://f.heygen.ai/v.mp4?Expires=1',
      video_page_url: 'https://app.heygen.com/v1',
      thumbnail_url: 'https://f.heygen.ai/t.png',
      gif_url: 'https://f.heygen.ai/g.gif',
      captioned_video_url: 'https://f.heygen.ai/c.mp4',
      subtitle_url: 'https://f.heygen.ai/s.srt',
      duration: 12.5,
      created_at: 1_780_000_000,
      completed_at: 1_780_000_300,
      some_new_field: { a: 1 },
    });
    expect(video).toEqual({
      id: 'v1',
      title: 'Hello · rm-b-1',
      state: 'completed',
      video_url: 'https://f.heygen.ai/v.mp4?Expires=1',
      video_page: 'https://app.heygen.com/v1',
      thumbnail: 'https://f.heygen.ai/t.png',
      gif_url: 'https://f.heygen.ai/g.gif',
      captioned_video_url: 'https://f.heygen.ai/c.mp4',
      subtitle_url: 'https://f.heygen.ai/s.srt',
      seconds: 12.5,
      createdAt: 1_780_000_000,
      completedAt: 1_780_000_300,
      failureCode: '',
      failureMessage: '',
    });
  });

  test('with nulls, gaps and wrong types is still read', () => {
    expect(videoFrom({ status: 'processing', title: null, duration: '9', video_url: 7 })).toMatchObject({
      state: 'rendering',
      title: '',
      seconds: null,
      video_url: '',
    });
  });

  test.each([
    ['waiting', 'waiting'],
    ['pending', 'waiting'],
    ['queued', 'waiting'],
    ['processing', 'rendering'],
    ['generating', 'rendering'],
    ['on_the_moon', 'rendering'],
    [null, 'rendering'],
    ['Completed', 'completed'],
    ['failed', 'failed'],
    ['not_found', 'not_found'],
  ])('with the status word %s is %s', (status, state) => {
    expect(videoFrom({ status }).state).toBe(state);
  });

  test('keeps no address that a browser would not open as a page', () => {
    expect(videoFrom({ video_url: 'javascript:alert(1)', gif_url: '=HYPERLINK("x")' })).toMatchObject({
      video_url: '',
      gif_url: '',
    });
  });

  test('that HeyGen does not have is answered as not found', () => {
    const asked = createHeyGen(scripted([refusal(404, 'video_not_found')]).options).video('gone');
    expect(asked).toMatchObject({
      ok: true,
      value: { id: 'gone', state: 'not_found', video_url: '' },
    });
  });

  test('is not given up because a gateway shows a page saying 404', () => {
    const asked = createHeyGen(scripted([page(404, HTML)], QUIET).options).video('v1');
    expect(asked).toMatchObject({ ok: false, failure: { kind: 'outage' } });
  });

  test.each([
    [{ failure_code: 'c', failure_message: 'm' }, 'c', 'm'],
    [{ error: { code: 'c', message: 'm' } }, 'c', 'm'],
    [{ error: { error_code: 'c', detail: 'm' } }, 'c', 'm'],
    [{ error: 'just words' }, '', 'just words'],
    [{ error: { why: ['x'] } }, '', '{"why":["x"]}'],
    [{ error: {} }, '', ''],
    [{ error: 17 }, '', '17'],
    [{ failure_message: null, error: null }, '', ''],
  ])('that failed with %j tells code "%s" and message "%s"', (data, failureCode, failureMessage) => {
    expect(videoFrom({ status: 'failed', ...data })).toMatchObject({
      state: 'failed',
      failureCode,
      failureMessage,
    });
  });
});

describe('the bulk statuses', () => {
  test('tell videos and the members of batches apart', () => {
    const world = scripted([
      reply(200, {
        data: [
          { video_id: 'v1', status: 'completed' },
          { video_id: null, batch_id: 'b1', item_index: 0, status: 'queued' },
          {
            batch_id: 'b1',
            item_index: 1,
            status: 'failed',
            error: { code: 'rate_limit_exceeded', message: 'x' },
          },
        ],
        has_more: false,
        next_token: null,
      }),
    ]);
    const none = { failureCode: '', failureMessage: '' };
    expect(createHeyGen(world.options).statuses(['v1'], ['b1'])).toEqual({
      ok: true,
      value: [
        { videoId: 'v1', batchId: '', index: null, state: 'completed', ...none },
        { videoId: '', batchId: 'b1', index: 0, state: 'waiting', ...none },
        {
          videoId: '',
          batchId: 'b1',
          index: 1,
          state: 'failed',
          failureCode: 'rate_limit_exceeded',
          failureMessage: 'x',
        },
      ],
    });
    expect(world.requests[0]?.url).toBe(
      'https://api.heygen.com/v3/videos/statuses?video_ids=v1&batch_ids=b1',
    );
  });

  test('of nothing ask nothing', () => {
    const world = scripted([]);
    expect(createHeyGen(world.options).statuses([], [''])).toEqual({ ok: true, value: [] });
  });

  test('are read to the last page, asking for the same ids', () => {
    const entry = (index: number) => ({ batch_id: 'b1', item_index: index, status: 'queued' });
    const world = scripted([
      reply(200, { data: [entry(0)], has_more: true, next_token: 'n+1' }),
      reply(200, { data: [entry(1)], has_more: false }),
    ]);
    expect(createHeyGen(world.options).statuses([], ['b1'])).toMatchObject({
      value: [{ index: 0 }, { index: 1 }],
    });
    expect(world.requests[1]?.url).toMatch(/statuses\?batch_ids=b1&token=n%2B1$/);
  });

  test('work whether or not a batch counts by its videos against the limit of 100', () => {
    const world = answering((request) => {
      const batches = /batch_ids=([^&]*)/.exec(request.url)?.[1]?.split(',') ?? [];
      if (batches.length > 1) return refusal(400, 'invalid_parameter');
      return reply(200, { data: batches.map((id) => ({ batch_id: id, item_index: 0, status: 'queued' })) });
    });
    const asked = createHeyGen(world.options).statuses([], ['b1', 'b2', 'b3', 'b4', 'b5']);
    expect(asked.ok ? asked.value.map((entry) => entry.batchId) : asked).toEqual([
      'b1',
      'b2',
      'b3',
      'b4',
      'b5',
    ]);
  });

  test('fail as a whole when one call fails, so that nothing looks missing', () => {
    const ids = Array.from({ length: 150 }, (_, n) => `v${n}`);
    const world = scripted([reply(200, { data: [] }), refusal(403, 'forbidden')]);
    expect(createHeyGen(world.options).statuses(ids, [])).toMatchObject({
      ok: false,
      failure: { kind: 'stop' },
    });
  });
});

describe('the items of a batch', () => {
  test('are read over all pages, wherever an id is still missing', () => {
    const item = (index: number, more: object) => ({ item_index: index, status: 'processing', ...more });
    const world = scripted([
      reply(200, { data: { items: [item(0, { video_id: 'v0' })], has_more: true, next_token: 'p2' } }),
      reply(200, { data: { items: [item(1, { video_id: null })], has_more: false, next_token: null } }),
    ]);
    expect(createHeyGen(world.options).batchItems('b/1')).toMatchObject({
      ok: true,
      value: [
        { index: 0, videoId: 'v0', state: 'rendering' },
        { index: 1, videoId: '', state: 'rendering' },
      ],
    });
    expect(world.requests.map((request) => request.url)).toEqual([
      'https://api.heygen.com/v3/videos/batches/b%2F1?limit=100',
      'https://api.heygen.com/v3/videos/batches/b%2F1?limit=100&token=p2',
    ]);
  });
});

test('an unreadable entry is left out of statuses and of the items of a batch', () => {
  const item = { item_index: 1, video_id: 'v1', status: 'processing' };
  const items = scripted([
    reply(200, { data: { items: [{ item_index: '0' }, item, 'x'], has_more: false } }),
  ]);
  expect(createHeyGen(items.options).batchItems('b1')).toMatchObject({
    value: [{ index: 1, videoId: 'v1' }],
  });
  const statuses = scripted([reply(200, { data: [null, { video_id: 'v1', status: 'failed' }] })]);
  expect(createHeyGen(statuses.options).statuses(['v1', 'v2'], [])).toMatchObject({
    value: [{ videoId: 'v1', state: 'failed' }],
  });
});

describe('videos by title', () => {
  const listed = (ids: readonly string[], more: object) =>
    reply(200, { data: ids.map((id) => ({ id, status: 'completed' })), ...more });

  test('are asked for 100 at a time by the part of the title', () => {
    const world = scripted([listed(['v1'], { has_more: false })]);
    const asked = createHeyGen(world.options).videosByTitle('· rm-b&1', () => false);
    expect(asked).toMatchObject({ value: { videos: [{ id: 'v1' }], complete: true } });
    expect(world.requests[0]?.url).toBe('https://api.heygen.com/v3/videos?title=%C2%B7%20rm-b%261&limit=100');
  });

  test('stop when it is enough, and say that there was more', () => {
    const world = scripted([
      listed(['v1'], { has_more: true, next_token: 'a' }),
      listed(['v2'], { has_more: true, next_token: 'b' }),
    ]);
    const asked = createHeyGen(world.options).videosByTitle('rm', (soFar) => soFar.length >= 2);
    expect(asked).toMatchObject({ value: { videos: [{ id: 'v1' }, { id: 'v2' }], complete: false } });
  });

  test('are no proof of absence when a later page fails', () => {
    const world = scripted([listed(['v1'], { has_more: true, next_token: 'a' }), page(502, HTML)], QUIET);
    expect(createHeyGen(world.options).videosByTitle('rm', () => false).ok).toBe(false);
  });

  test('with one that cannot be read show the others, count it as under way, and prove nothing absent', () => {
    const data = [
      { id: 'v1', status: 'completed' },
      { id: null, title: 'rm-b-1', status: 'completed' },
      null,
    ];
    const world = scripted([reply(200, { data, has_more: false })]);
    const asked = createHeyGen(world.options).videosByTitle('rm', () => false);
    expect(asked).toMatchObject({
      value: {
        complete: false,
        videos: [
          { id: 'v1', state: 'completed' },
          { id: '', title: '', state: 'rendering' },
          { id: '', title: '', state: 'rendering' },
        ],
      },
    });
  });

  test('of a part with half an emoji do not throw', () => {
    const world = scripted([listed([], {})]);
    createHeyGen(world.options).videosByTitle('a\uD83D', () => false);
    expect(world.requests[0]?.url).toContain('title=a%EF%BF%BD');
  });
});

describe('questions that are asked at the same moment', () => {
  const QUESTIONS = [
    { kind: 'titles', part: 'rm-a-1-' },
    { kind: 'items', batchId: 'b2' },
    { kind: 'titles', part: 'rm-a-3-' },
  ] as const;
  const LIST = reply(200, { data: [{ id: 'v1', status: 'completed' }], has_more: false });
  const ITEMS = reply(200, { data: { items: [], has_more: false } });

  test('each answer is taken once, and then asked for anew', () => {
    const world = scripted([LIST, ITEMS, LIST, LIST]);
    const client = createHeyGen(world.options);
    expect(client.ahead(QUESTIONS)).toEqual(['answered', 'answered', 'answered']);
    expect(world.calls).toEqual([]);
    expect(client.videosByTitle('rm-a-3-', () => false).ok).toBe(true);
    expect(client.batchItems('b2').ok).toBe(true);
    expect(client.videosByTitle('rm-a-1-', () => false).ok).toBe(true);
    expect(world.requests).toHaveLength(3);
    expect(world.calls).toEqual(['videosByTitle', 'batchItems', 'videosByTitle']);
    client.videosByTitle('rm-a-1-', () => false);
    expect(world.requests).toHaveLength(4);
  });

  test('what was not taken is forgotten at the next time', () => {
    const world = scripted([LIST, ITEMS, LIST, LIST]);
    const client = createHeyGen(world.options);
    client.ahead(QUESTIONS);
    client.ahead([]);
    client.videosByTitle('rm-a-1-', () => false);
    expect(world.requests).toHaveLength(4);
  });

  test('one without a reply is asked alone and at once; a 5xx is repeated after a pause', () => {
    const world = scripted([CUT, reply(500, {}), LIST, LIST, ITEMS]);
    const client = createHeyGen(world.options);
    expect(client.ahead(QUESTIONS)).toEqual(['failed', 'failed', 'answered']);
    expect(client.videosByTitle('rm-a-1-', () => false).ok).toBe(true);
    expect(world.pauses).toEqual([]);
    expect(client.batchItems('b2').ok).toBe(true);
    expect(world.pauses).toHaveLength(1);
    // The one that was cut has left twice.
    expect(world.calls).toEqual(['videosByTitle', 'videosByTitle', 'batchItems', 'batchItems']);
  });

  test('a 429 is not asked again before its time', () => {
    const world = scripted([refusal(429, 'rate_limit_exceeded', { 'retry-after': '4' }), ITEMS, LIST, LIST]);
    const client = createHeyGen(world.options);
    expect(client.ahead(QUESTIONS)).toEqual(['throttled', 'answered', 'answered']);
    expect(client.videosByTitle('rm-a-1-', () => false).ok).toBe(true);
    expect(world.pauses).toEqual([4_000]);
  });
});
