import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpTransport } from '../../src/emulator/transport/http.ts';
import type { Transport } from '../../src/emulator/transport/transport.ts';
import type { HttpServer } from './http-server.ts';
import { startHttpServer } from './http-server.ts';
import { runMain, START } from './world.ts';

let server: HttpServer;
let transport: Transport;

beforeAll(async () => {
  server = await startHttpServer();
  transport = createHttpTransport({ timeoutMs: 300 });
});

afterAll(async () => {
  transport.close();
  await server.close();
});

function send(path: string, through = transport, origin = server.origin) {
  const body = '{"é":"🎬"}';
  const [outcome] = through.send(
    [{ method: 'POST', url: `${origin}${path}`, headers: { 'X-Api-Key': 'k' }, body }],
    START,
  );
  if (outcome === undefined) throw new Error('No outcome.');
  return outcome;
}

describe('real HTTP, synchronously', () => {
  test('a request arrives whole and so does its reply', () => {
    const outcome = send('/v3/x?a=b');
    if (outcome.kind !== 'reply') throw new Error(outcome.detail);
    expect(outcome).toMatchObject({ status: 207, headers: { 'x-two': ['a', 'b'] } });
    const seen = JSON.parse(outcome.body);
    expect(seen).toMatchObject({
      method: 'POST',
      url: '/v3/x?a=b',
      body: '{"é":"🎬"}',
      headers: { 'x-api-key': 'k' },
    });
    expect(seen.headers).not.toHaveProperty('x-emulated-now');
  });

  test('several requests go out at once, and replies keep their order', () => {
    const requests = ['a', 'b', 'c'].map((name) => ({
      method: 'GET',
      url: `${server.origin}/v3/${name}`,
      headers: {},
      body: null,
    }));
    const urls = transport
      .send(requests, START)
      .map((outcome) => (outcome.kind === 'reply' ? JSON.parse(outcome.body).url : null));
    expect(urls).toEqual(['/v3/a', '/v3/b', '/v3/c']);
  });

  test('one connection serves many requests', () => {
    const count = () => {
      const outcome = send('/v3/x');
      return outcome.kind === 'reply' ? JSON.parse(outcome.body).connections : null;
    };
    const before = count();
    for (let n = 0; n < 5; n += 1) expect(count()).toBe(before);
  });

  test.each(['/v3/cut', '/v3/half', '/v3/never'])('%s is a failure of the network', (path) => {
    expect(send(path)).toMatchObject({ kind: 'network-failure', unsent: false });
    expect(send('/v3/x')).toMatchObject({ kind: 'reply' });
  });

  test('so is a port where nobody listens', () => {
    expect(send('/v3/x', transport, 'http://127.0.0.1:1')).toMatchObject({
      kind: 'network-failure',
      detail: 'ECONNREFUSED',
      unsent: true,
    });
  });

  test('a script is told that nothing was sent when there was no connection at all', () => {
    const code = `function main() { UrlFetchApp.fetch('https://api.heygen.com/v3/x'); }`;
    for (const nobody of ['http://127.0.0.1:1', 'http://nowhere.invalid']) {
      const { error } = runMain(code, { transport, hosts: { 'https://api.heygen.com': nobody } });
      expect(error?.message).toBe('DNS error: https://api.heygen.com/v3/x');
    }
  });

  test('the built-in simulator is told the emulated time, and tells how long it took', () => {
    const timed = createHttpTransport({ clockHeader: true });
    const outcome = send('/v3/took', timed);
    timed.close();
    if (outcome.kind !== 'reply') throw new Error(outcome.detail);
    expect(JSON.parse(outcome.body).headers['x-emulated-now']).toBe(String(START));
    expect(outcome.tookMs).toBe(2_500);
    expect(outcome.headers).not.toHaveProperty('x-emulated-took');
  });

  test('a script reaches the server through its mapped host', () => {
    const code = `function main() {
      const reply = UrlFetchApp.fetch('https://api.heygen.com/v3/x', { method: 'delete' });
      return [reply.getResponseCode(), JSON.parse(reply.getContentText()).method];
    }`;
    const { value, error } = runMain(code, { transport, hosts: { 'https://api.heygen.com': server.origin } });
    expect({ value, error }).toEqual({ value: [207, 'DELETE'], error: null });
  });
});
