import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { launchSimulator } from '../../src/simulator/launch.ts';
import { type SimulatorServerOptions, startSimulatorServer } from '../../src/simulator/server.ts';
import { avatarBody, START, type Wire } from './caller.ts';

const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function ask(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  now = START,
): Promise<{ status: number; json: Wire; took: number }> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'X-Api-Key': 'k', 'Content-Type': 'application/json', 'x-emulated-now': String(now) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const took = Number(response.headers.get('x-emulated-took'));
  return { status: response.status, json: JSON.parse(await response.text()), took };
}

async function withServer(
  options: SimulatorServerOptions,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const server = await startSimulatorServer(options);
  try {
    await use(server.url);
  } finally {
    await server.close();
  }
}

describe('over HTTP', () => {
  it('time is what the clock header says, and every URL opens in a browser', () =>
    withServer({}, async (url) => {
      const { json, took } = await ask(url, 'POST', '/v3/videos', avatarBody());
      expect(took).toBe(50);
      const path = `/v3/videos/${json.data?.video_id}`;
      expect((await ask(url, 'GET', path, undefined, START + 1)).json.data?.status).toBe('processing');
      const later = await ask(url, 'GET', path, undefined, START + 300_000);
      const page = await fetch(later.json.data?.video_page_url ?? '');
      expect(await page.text()).toContain('Hello Ana');
      const film = await fetch(later.json.data?.video_url ?? '', { headers: { Range: 'bytes=4-11' } });
      expect(film.status).toBe(206);
      expect(await film.text()).toBe('ftypisom');
    }));

  it('without the header, time is what the clock function says', () =>
    withServer({ clock: () => 5_000_000 }, async (url) => {
      const response = await fetch(`${url}/_simulator/state`);
      expect(await response.json()).toMatchObject({ now: 5_000_000 });
    }));

  it('a cut connection is cut, and the options can be changed meanwhile', () =>
    withServer({}, async (url) => {
      const faults = [{ when: { method: 'POST', path: '/v3/videos' }, do: 'cut-after', times: 1 }];
      expect((await ask(url, 'POST', '/_simulator/options', { faults })).status).toBe(200);
      await expect(ask(url, 'POST', '/v3/videos', avatarBody())).rejects.toThrow();
      const state = await fetch(`${url}/_simulator/state`);
      expect(await state.json()).toMatchObject({ paid_videos: [{ title: 'A video' }] });
    }));

  it('a file is uploaded byte by byte', () =>
    withServer({}, async (url) => {
      const form = new FormData();
      const every = Array.from({ length: 256 }, (_, byte) => byte);
      const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...every]);
      form.append('file', new Blob([bytes], { type: 'image/png' }), 'wänd.png');
      const response = await fetch(`${url}/v3/assets`, {
        method: 'POST',
        body: form,
        headers: { 'X-Api-Key': 'k' },
      });
      const json: unknown = await response.json();
      expect(json).toMatchObject({ data: { mime_type: 'image/png', size_bytes: 264 } });
      const state = Object(json).data.url;
      expect(new Uint8Array(await (await fetch(state)).arrayBuffer())).toEqual(bytes);
    }));

  it('what was accepted is on disk before the reply, and a server started again goes on with it', async () => {
    const stateFile = join(folder, 'state');
    let id = '';
    await withServer({ stateFile }, async (url) => {
      id = (await ask(url, 'POST', '/v3/videos', avatarBody())).json.data?.video_id ?? '';
      expect(readFileSync(stateFile, 'utf8')).toContain(id);
      const videos = Array.from({ length: 100 }, () => avatarBody({ title: 'batched' }));
      await ask(url, 'POST', '/v3/videos/batches', { videos });
    });
    await withServer({ stateFile, world: { slots: 200 } }, async (url) => {
      const { json } = await ask(url, 'GET', `/v3/videos/${id}`, undefined, START + 900_000);
      expect(json.data?.status).toBe('completed');
      expect(json.data?.video_url?.startsWith(url)).toBe(true);
      expect((await ask(url, 'GET', '/v3/videos?title=batched&limit=100')).json.data).toHaveLength(100);
    });
  });

  it('a damaged state is refused with a sentence instead of starting afresh', async () => {
    const stateFile = join(folder, 'damaged');
    writeFileSync(stateFile, '{"half":');
    await expect(startSimulatorServer({ stateFile })).rejects.toThrow('Delete it to start afresh');
  });
});

describe('a path that is no URL', () => {
  it.each(['//[', 'http://[', '/%', '/v3/videos/%ff', '*'])(
    '%s is answered, and the server goes on',
    (path) =>
      withServer({}, async (url) => {
        const { port } = new URL(url);
        const status = await new Promise((resolve, reject) => {
          const request = httpRequest({ host: '127.0.0.1', port, path, headers: { 'X-Api-Key': 'k' } });
          request
            .once('response', (reply) => resolve(reply.statusCode))
            .once('error', reject)
            .end();
        });
        expect(status).toBe(404);
        expect((await ask(url, 'GET', '/v3/users/me')).status).toBe(200);
      }),
  );
});

describe('in a worker thread', () => {
  it('serves from the bundled entry, and stops when closed', async () => {
    const entry = join(folder, 'simulator-worker.mjs');
    await build({
      entryPoints: ['src/simulator/simulator-worker.ts'],
      outfile: entry,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'silent',
    });
    const simulator = await launchSimulator(entry, { world: { looks: 10 } });
    expect((await ask(simulator.url, 'GET', '/v3/avatars/looks')).json.data).toHaveLength(10);
    await expect(launchSimulator(entry, { port: simulator.port })).rejects.toThrow('EADDRINUSE');
    await simulator.close();
    await expect(fetch(simulator.url)).rejects.toThrow();
  });
});
