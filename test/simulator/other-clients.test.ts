import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SimulatorServer, startSimulatorServer } from '../../src/simulator/server.ts';
import type { Wire } from './caller.ts';

/*
 * The requests that HeyGen's own clients make, as read in their sources: the n8n node 0.1.9
 * (heygen-com/n8n-integration-heygen-node) and the command-line client (heygen-com/heygen-cli). What v3 refuses of
 * them is refused here too: the node still sends `test` with every video, and asks v2 for templates.
 */
let server: SimulatorServer;
let now = 1_790_000_000_000;

beforeAll(async () => {
  server = await startSimulatorServer({ clock: () => now, world: { keys: { k: 'ann', token: 'ann' } } });
});
afterAll(() => server.close());

const CLI = { 'x-api-key': 'k', 'User-Agent': 'heygen-cli/dev', 'X-HeyGen-Source': 'cli' };
const NODE = { 'X-Api-Key': 'k', Accept: 'application/json, text/plain, */*' };
const SIGNED_IN = { Authorization: 'Bearer token' };

async function ask(
  headers: Record<string, string>,
  method: string,
  path: string,
  body?: object,
): Promise<{ readonly status: number; readonly json: Wire }> {
  const form = body instanceof FormData;
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { ...headers, ...(form || body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  });
  return { status: response.status, json: JSON.parse(await response.text()) };
}

function png(): FormData {
  const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const form = new FormData();
  form.append('file', new Blob([bytes], { type: 'application/octet-stream' }), 'face.png');
  return form;
}

const VIDEO = {
  type: 'avatar',
  avatar_id: 'Anna_Office_Front_public',
  script: 'Hello world',
  voice_id: 'voice_en_sara',
};

describe('the n8n node', () => {
  it.each([
    ['tests its credentials', 'GET', '/v3/users/me', undefined],
    ['lists looks', 'GET', '/v3/avatars/looks?avatar_type=photo_avatar&ownership=public&limit=20', undefined],
    ['lists avatars', 'GET', '/v3/avatars?ownership=private&limit=20', undefined],
    ['lists voices', 'GET', '/v3/voices?type=public&engine=starfish&language=English&limit=20', undefined],
    ['lists videos', 'GET', '/v3/videos?limit=20&title=x', undefined],
    ['speaks', 'POST', '/v3/voices/speech', { text: 'Hi there', voice_id: 'voice_en_sara' }],
    ['makes a video of a JSON body', 'POST', '/v3/videos', VIDEO],
    ['uploads a file', 'POST', '/v3/assets', png()],
  ] as const)('%s', async (_, method, path, body) => {
    const { status, json } = await ask(NODE, method, path, body);
    expect(status).toBe(200);
    expect(json.data).toBeDefined();
  });

  it('may be signed in instead of having a key', async () => {
    expect((await ask(SIGNED_IN, 'GET', '/v3/voices?type=public&limit=20')).status).toBe(200);
    expect((await ask({ Authorization: 'Bearer nobody' }, 'GET', '/v3/voices')).status).toBe(401);
  });

  it('follows a video and deletes it', async () => {
    const id = (await ask(NODE, 'POST', '/v3/videos', VIDEO)).json.data?.video_id;
    expect((await ask(NODE, 'GET', `/v3/videos/${id}`)).json.data?.status).toBe('processing');
    expect((await ask(NODE, 'DELETE', `/v3/videos/${id}`)).json.data).toEqual({ id, deleted: true });
  });

  it.each([
    ['test', { ...VIDEO, test: false, voice_settings: { speed: 1 } }],
    ['enable_caption', { ...VIDEO, enable_caption: true }],
    [
      'image',
      { type: 'image', image_url: 'https://a.example/x.png', script: 'Hi', voice_id: 'voice_en_sara' },
    ],
  ])('sends fields that v3 has not: %s', async (param, body) => {
    const { status, json } = await ask(NODE, 'POST', '/v3/videos', body);
    expect(status).toBe(400);
    expect(json.error).toMatchObject({ code: 'invalid_parameter', param });
  });

  it.each([
    ['GET', '/v2/templates'],
    ['POST', '/v2/template/welcome/generate'],
  ])('asks the old API, which is switched off: %s %s', async (method, path) => {
    const body = method === 'POST' ? { test: false, variables: {} } : undefined;
    expect((await ask(NODE, method, path, body)).status).toBe(404);
  });
});

describe('the command-line client', () => {
  it('creates, waits and downloads, as with --wait', async () => {
    const created = await ask(CLI, 'POST', '/v3/videos', VIDEO);
    const id = created.json.data?.video_id;
    let video = await ask(CLI, 'GET', `/v3/videos/${id}`);
    while (!['completed', 'failed'].includes(video.json.data?.status ?? '')) {
      now += 30_000;
      video = await ask(CLI, 'GET', `/v3/videos/${id}`);
    }
    expect(video.json.data?.status).toBe('completed');
    const download = await fetch(video.json.data?.video_url ?? '');
    expect(download.status).toBe(200);
    expect(Buffer.from(await download.arrayBuffer()).toString('latin1', 4, 8)).toBe('ftyp');
    expect(video.json.data?.captioned_video_url).toBeNull();
  });

  it('sends a batch and follows it', async () => {
    const body = { title: 'Launch batch', videos: [VIDEO] };
    const batch = (await ask(CLI, 'POST', '/v3/videos/batches', body)).json.data?.batch_id;
    expect((await ask(CLI, 'GET', `/v3/videos/batches/${batch}?limit=100`)).status).toBe(200);
    now += 1_000;
    const { json } = await ask(CLI, 'GET', `/v3/videos/statuses?batch_ids=${batch}%2Cnobody`);
    expect(json.data?.map(({ status }) => status)).toEqual(['processing', 'not_found']);
  });

  it.each([
    ['heygen user me get', 'GET', '/v3/users/me', undefined],
    ['heygen video list', 'GET', '/v3/videos?limit=10', undefined],
    ['heygen avatar list', 'GET', '/v3/avatars?limit=20', undefined],
    ['heygen avatar looks list', 'GET', '/v3/avatars/looks?limit=20', undefined],
    ['heygen voice list', 'GET', '/v3/voices?engine=starfish&limit=20', undefined],
    ['heygen voice get', 'GET', '/v3/voices/voice_en_sara', undefined],
    ['heygen voice speech create', 'POST', '/v3/voices/speech', { text: 'Hello', voice_id: 'voice_en_sara' }],
    ['heygen template list', 'GET', '/v3/templates?limit=10', undefined],
    ['heygen asset create', 'POST', '/v3/assets', png()],
    ['heygen asset list', 'GET', '/v3/assets?limit=20&username=ann', undefined],
    ['heygen brand glossaries list', 'GET', '/v3/brand-glossaries?limit=10', undefined],
    ['heygen folder create', 'POST', '/v3/folders', { name: 'Spring' }],
    ['heygen webhook endpoints create', 'POST', '/v3/webhooks/endpoints', { url: 'https://a.example/hook' }],
    ['heygen webhook endpoints list', 'GET', '/v3/webhooks/endpoints?limit=10', undefined],
    ['heygen webhook event-types list', 'GET', '/v3/webhooks/event-types', undefined],
    ['heygen webhook events list', 'GET', '/v3/webhooks/events?event_type=avatar_video.success', undefined],
  ] as const)('%s', async (_, method, path, body) => {
    expect((await ask(CLI, method, path, body)).status).toBe(200);
  });

  it('reads from a refusal what it tells its user: code, message, field, request', async () => {
    const response = await fetch(`${server.url}/v3/videos`, {
      method: 'POST',
      headers: { ...CLI, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...VIDEO, colour: 'red' }),
    });
    expect(response.headers.get('x-request-id')).toMatch(/^req_/);
    expect(JSON.parse(await response.text()).error).toMatchObject({
      code: 'invalid_parameter',
      param: 'colour',
    });
  });

  it.each([
    ['GET', '/v3/video-agents/styles'],
    ['POST', '/v3/voices'],
    ['DELETE', '/v3/avatars/looks/x'],
    ['GET', '/v3/videos/x/scenes'],
  ])('hears that an operation of HeyGen’s is not simulated: %s %s', async (method, path) => {
    const { status, json } = await ask(CLI, method, path);
    expect([status, json.error?.code]).toEqual([501, 'not_simulated']);
  });
});
