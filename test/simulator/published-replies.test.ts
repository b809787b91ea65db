import { describe, expect, it } from 'vitest';
import { avatarBody, Caller, type Wire } from './caller.ts';
import { bare, breachesOf, publishedReplies, REPLIES, type ReplySchema } from './reply-schema.ts';

const ALL: Readonly<Record<string, ReplySchema>> = { ...REPLIES.published, ...REPLIES.later };
const LATER = Object.keys(REPLIES.later);

/** A world in which something of everything has happened, good and bad. */
function livedIn(caller: Caller): Readonly<Record<string, string>> {
  const { simulator } = caller;
  const caption = { style: 'default' };
  const video_id = caller.made({ caption, title: 'Hello' });
  caller.made({ script: 'An unlucky one.' });
  const videos = [avatarBody(), avatarBody({ avatar_id: 'Nobody' }), avatarBody({ script: 'unlucky' })];
  const batch_id = caller.batch(videos).json.data?.batch_id ?? '';
  caller.wait(200);
  caller.get('/v3/users/me');
  caller.made({ title: 'Under way' });
  const folder = caller.call('POST', '/v3/folders', { name: 'Outer' }).json.data?.folder_id;
  const inner = caller.call('POST', '/v3/folders', { name: 'Inner', parent_id: folder });
  const hook = caller.call('POST', '/v3/webhooks/endpoints', { url: 'https://hooks.example/x' });
  const [look] = simulator.videos().map(({ looks }) => looks[0] ?? '');
  const [group] = caller.get('/v3/avatars').json.data ?? [];
  const [template] = caller.get('/v3/templates').json.data ?? [];
  return {
    video_id,
    batch_id,
    folder_id: inner.json.data?.folder_id ?? '',
    endpoint_id: hook.json.data?.endpoint_id ?? '',
    look_id: look ?? '',
    group_id: group?.id ?? '',
    template_id: template?.id ?? '',
    voice_id: 'voice_en_sara',
  };
}

const FORM = `--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\r\n--b--\r\n`;

/** What has to be sent along. */
const BODIES: Readonly<Record<string, unknown>> = {
  'POST /v3/videos': avatarBody(),
  'POST /v3/videos/batches': { videos: [avatarBody()] },
  'POST /v3/templates/{template_id}': { variables: {}, title: 'From a template' },
  'POST /v3/assets': FORM,
  'POST /v3/voices/speech': { text: 'Hello there.', voice_id: 'voice_en_sara' },
  'POST /v3/folders': { name: 'Another' },
  'POST /v3/webhooks/endpoints': { url: 'https://hooks.example/x', events: ['avatar_video.fail'] },
  'PATCH /v3/webhooks/endpoints/{endpoint_id}': { events: null },
};
const QUERIES: Readonly<Record<string, string>> = {
  'GET /v3/videos': '?limit=100',
  'GET /v3/videos/statuses': '?video_ids={video_id},nobody&batch_ids={batch_id},nobody',
  'GET /v3/avatars': '?limit=50',
  'GET /v3/avatars/looks': '?limit=50&ownership=private',
  'GET /v3/voices': '?limit=100&type=private',
  'GET /v3/assets': '?username=local',
  'GET /v3/webhooks/event-types': '?limit=100',
};

function answerOf(caller: Caller, operation: string): { readonly status: number; readonly json: Wire } {
  const ids = livedIn(caller);
  if (operation === 'GET /v3/assets') {
    caller.call('POST', '/v3/assets', FORM, { 'Content-Type': 'multipart/form-data; boundary=b' });
  }
  const [method = '', pattern = ''] = operation.split(' ');
  const path = `${pattern}${QUERIES[operation] ?? ''}`.replace(/\{(\w+)\}/g, (_, name) => ids[name] ?? name);
  const form = { 'Content-Type': 'multipart/form-data; boundary=b' };
  return caller.call(method, path, BODIES[operation], operation === 'POST /v3/assets' ? form : {});
}

describe('every reply has the shape that HeyGen published', () => {
  it.each(Object.keys(ALL))('%s', (operation) => {
    const caller = new Caller({ failWhen: 'unlucky', failureMessage: '' });
    const { status, json } = answerOf(caller, operation);
    expect(status).toBe(operation === 'POST /v3/videos/batches' ? 202 : 200);
    expect(breachesOf(json, ALL[operation] ?? {})).toEqual([]);
    // An empty list passes any schema.
    if (Array.isArray(json.data)) expect(json.data.length).toBeGreaterThan(0);
  });

  it.each(['subscription', 'usage_based'] as const)('GET /v3/users/me of an account by %s', (billing) => {
    const { json } = new Caller({ billing }).get('/v3/users/me');
    expect(breachesOf(json, ALL['GET /v3/users/me'] ?? {})).toEqual([]);
    expect(json.data).toMatchObject({ billing_type: billing, wallet: null });
  });

  it('a breach is seen', () => {
    const schema = ALL['GET /v3/videos/{video_id}'] ?? {};
    const data = { id: 7, title: null, colour: 'red' };
    expect(breachesOf({ data }, schema)).toEqual([
      '.data: status is missing',
      '.data.id: is no string (7)',
      '.data: colour is unknown',
    ]);
  });
});

describe('every refusal has the published envelope', () => {
  const envelope: ReplySchema = {
    type: 'object',
    properties: {
      error: {
        type: 'object',
        properties: {
          code: { type: 'string' },
          message: { type: 'string' },
          param: { type: 'string' },
          doc_url: { type: 'string' },
        },
        required: ['code', 'message'],
      },
    },
    required: ['error'],
  };

  it.each(Object.keys(ALL))('without a key: %s', (operation) => {
    const [method = '', path = ''] = operation.split(' ');
    const caller = new Caller();
    caller.key = '';
    const { status, json } = caller.call(method, path, {});
    expect(status).toBe(401);
    expect(breachesOf(json, envelope)).toEqual([]);
  });
});

const published = publishedReplies();

// The publication itself lies beside the project only where it is developed; the fixture is made of it.
if (published !== null) {
  it('the shapes that are checked against are the ones that HeyGen published', () => {
    for (const [operation, schema] of Object.entries(published)) {
      expect(bare(REPLIES.published[operation] ?? {}), operation).toEqual(bare(schema));
    }
    expect(LATER.filter((operation) => operation in published)).toEqual([]);
  });
}
