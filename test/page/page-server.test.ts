import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { servePage } from '../../src/page/http/page-server.ts';
import type { LocalWorld } from '../../src/page/local-world.ts';

const FILES = { html: '<p>the page</p>', script: '', style: '', shim: '' };

/** Nothing is behind the page, and whoever acts on it meets a mistake. */
const WORLD: LocalWorld = {
  listen: (response) => void response.end(),
  act: () => Promise.reject(new Error('a mistake of ours')),
  call: () => Promise.reject(new Error('nobody calls')),
  answer: () => ({ ok: true }),
  changeHeyGen: () => Promise.resolve({ ok: true }),
  sidebarPage: () => '',
  close: () => Promise.resolve(),
};

let mistakes: unknown[];
let server: Awaited<ReturnType<typeof servePage>>;
beforeEach(async () => {
  mistakes = [];
  server = await servePage(WORLD, FILES, 0, (error) => mistakes.push(error));
});
afterEach(() => server.close());

/** The first line of the answer to a request that is sent as it stands. */
function answerTo(line: string, ...headers: string[]): Promise<string> {
  const { port, host } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8').on('data', (more: string) => {
      text += more;
    });
    socket.once('error', reject).once('end', () => resolve(text.split('\r\n')[0] ?? ''));
    socket.end([`${line} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers, '', ''].join('\r\n'));
  });
}

describe("The page's server", () => {
  it.each(['//[', '//', 'http://[', 'http://%', '//:x', '///', 'http://a:99999999/'])(
    'answers 400 to the path %s, which any website can send, and goes on',
    async (path) => {
      for (let time = 0; time < 3; time += 1) {
        expect(await answerTo(`GET ${path}`)).toMatch(/^HTTP\/1\.1 (?:400|404) /);
      }
      expect(await answerTo('GET //[')).toBe('HTTP/1.1 400 Bad Request');
      expect(await answerTo('GET /')).toBe('HTTP/1.1 200 OK');
      expect(mistakes).toEqual([]);
    },
  );

  it('answers 500 after a mistake of its own, hands it on each time, and goes on', async () => {
    const act = (): Promise<Response> =>
      fetch(`${server.url}/act`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: server.url },
        body: JSON.stringify({ kind: 'close-sidebar' }),
      });
    expect((await act()).status).toBe(500);
    expect((await act()).status).toBe(500);
    expect(mistakes).toEqual([new Error('a mistake of ours'), new Error('a mistake of ours')]);
    expect(await answerTo('GET /')).toBe('HTTP/1.1 200 OK');
  });

  it('rejects with a sentence when its port is taken', async () => {
    const { port } = new URL(server.url);
    await expect(servePage(WORLD, FILES, Number(port), () => undefined)).rejects.toThrow(
      `Port ${port} is taken`,
    );
  });
});
