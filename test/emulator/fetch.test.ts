import { describe, expect, test } from 'vitest';
import type { DirectRequest } from '../../src/emulator/transport/direct.ts';
import { MANIFEST, refusalOf, returnedBy, runMain, worldOf } from './world.ts';

const URL_X = 'https://api.heygen.com/v3/x';
const main = (body: string): string => `function main() { ${body} }`;
const quiet = (status: number, body = '', headers: Record<string, string | string[]> = {}) => ({
  handle: () => ({ status, headers, body }),
});

describe('UrlFetchApp', () => {
  test.each([
    'https://api.heygen.com/v1/x',
    'https://api.heygen.com/v3/../v1/x',
    'https://api.heygen.com.evil.org/v3/x',
    'https://evil.org/?https://api.heygen.com/v3/',
  ])('%s is refused: it is not in the whitelist', (url) => {
    expect(refusalOf(main(`UrlFetchApp.fetch('${url}')`))).toContain('not in the urlFetchWhitelist');
  });

  test('only https may be asked, whatever the whitelist says', () => {
    const manifest = { ...MANIFEST, urlFetchWhitelist: ['http://127.0.0.1/'] };
    expect(refusalOf(main(`UrlFetchApp.fetch('http://127.0.0.1/x')`), { manifest })).toContain('Only https');
  });

  test('the host is rewritten after the whitelist, so that the script never sees it', () => {
    const seen: string[] = [];
    const world = worldOf(main(`return UrlFetchApp.fetch('${URL_X}?a=b').getContentText()`), {
      hosts: { 'https://api.heygen.com': 'http://127.0.0.1:4010' },
      transport: {
        send: (requests) =>
          requests.map(({ url }) => {
            seen.push(url);
            return { kind: 'reply', status: 200, headers: {}, body: 'there', tookMs: 1 };
          }),
        close: () => undefined,
      },
    });
    const { value, fetches } = world.run('main', { kind: 'menu' });
    expect({ value, seen }).toEqual({ value: 'there', seen: ['http://127.0.0.1:4010/v3/x?a=b'] });
    expect(fetches).toMatchObject([{ method: 'GET', url: `${URL_X}?a=b`, status: 200 }]);
  });

  test('method, headers and payload arrive; without a contentType it is a form', () => {
    const seen: DirectRequest[] = [];
    const handle = (request: DirectRequest) => {
      seen.push(request);
      return { status: 200, headers: {}, body: '' };
    };
    const options = `{ method: 'post', headers: { 'X-Api-Key': 'k' }, payload: '{"é":1}'`;
    runMain(
      main(`UrlFetchApp.fetch('${URL_X}', ${options}, contentType: 'application/json' });
      UrlFetchApp.fetch('${URL_X}', ${options} });
      UrlFetchApp.fetch('${URL_X}', { method: 'delete' });`),
      { handle },
    );
    expect(
      seen.map(({ method, headers, body }) => [method, headers['content-type'], headers['x-api-key'], body]),
    ).toEqual([
      ['POST', 'application/json', 'k', '{"é":1}'],
      ['POST', 'application/x-www-form-urlencoded', 'k', '{"é":1}'],
      ['DELETE', undefined, undefined, ''],
    ]);
  });

  test.each([
    [`{ methd: 'post' }`, 'Attribute provided with no field: methd'],
    [`{ method: 'brew' }`, 'Attribute provided with invalid value: method (brew)'],
    [`{ muteHttpExceptions: 'yes' }`, 'Attribute provided with invalid value: muteHttpExceptions (yes)'],
    [`{ headers: { Host: 'evil' } }`, 'Attribute provided with invalid value: Header:Host'],
    [`{ headers: { 'X-Api-Key': 'a\\nb' } }`, 'Attribute provided with invalid value: Header:X-Api-Key'],
  ])('options %s are refused', (options, message) => {
    expect(refusalOf(main(`UrlFetchApp.fetch('${URL_X}', ${options})`))).toBe(message);
  });

  test('a URL longer than 2,082 characters is refused', () => {
    const code = (length: number) =>
      main(`UrlFetchApp.fetch('https://api.heygen.com/v3/'.padEnd(${length}, 'a'))`);
    expect(runMain(code(2_082)).outcome).toBe('returned');
    expect(refusalOf(code(2_083))).toBe('Limit Exceeded: URLFetch URL Length.');
  });

  test('a status of 400 or more throws unless muted, quoting the start of the reply', () => {
    const world = quiet(404, 'x'.repeat(500));
    expect(refusalOf(main(`UrlFetchApp.fetch('${URL_X}')`), world)).toBe(
      `Request failed for https://api.heygen.com returned code 404. Truncated server response: ${'x'.repeat(100)} (use muteHttpExceptions option to examine full response)`,
    );
    const muted = main(
      `return UrlFetchApp.fetch('${URL_X}', { muteHttpExceptions: true }).getResponseCode()`,
    );
    expect(returnedBy(muted, world)).toBe(404);
  });

  test('a failed network throws in spite of muteHttpExceptions, and names the URL', () => {
    const code = main(`UrlFetchApp.fetch('${URL_X}?key=1', { muteHttpExceptions: true })`);
    expect(refusalOf(code, { handle: () => 'cut' })).toBe(`Address unavailable: ${URL_X}?key=1`);
  });

  test('in fetchAll one failure throws all replies away, though every request went out', () => {
    const paths: string[] = [];
    const handle = ({ path }: DirectRequest) => {
      paths.push(path);
      return path.endsWith('b') ? ('cut' as const) : { status: 200, headers: {}, body: path };
    };
    const code = main(
      `return UrlFetchApp.fetchAll(['a', 'b', 'c'].map((name) => ({ url: 'https://api.heygen.com/v3/' + name, muteHttpExceptions: true })))`,
    );
    const { error, fetches } = runMain(code, { handle });
    expect(error?.message).toBe('Address unavailable: https://api.heygen.com/v3/b');
    expect(paths).toEqual(['/v3/a', '/v3/b', '/v3/c']);
    expect(fetches.map(({ status }) => status)).toEqual([200, null, 200]);
  });

  test('header names come in any case, repeated ones as a list', () => {
    const world = quiet(200, '', { 'retry-after': '7', 'set-cookie': ['a', 'b'] });
    const code = main(`const all = UrlFetchApp.fetch('${URL_X}').getAllHeaders(); return all;`);
    const seen = new Set<string>();
    for (let seed = 0; seed < 30; seed += 1) {
      const headers = Object.entries(Object(returnedBy(code, { ...world, seed })));
      for (const [name, value] of headers) {
        seen.add(name);
        expect(value).toEqual(name.toLowerCase() === 'retry-after' ? '7' : ['a', 'b']);
      }
    }
    expect(seen).toEqual(
      new Set(['retry-after', 'Retry-After', 'RETRY-AFTER', 'set-cookie', 'Set-Cookie', 'SET-COOKIE']),
    );
  });

  test('redirects are followed inside the whitelist only, or not at all when told so', () => {
    const handle = ({ path }: DirectRequest) => {
      if (path === '/v3/in') return { status: 302, headers: { Location: '/v3/end' }, body: '' };
      if (path === '/v3/out') return { status: 302, headers: { Location: 'https://evil.org/' }, body: '' };
      return { status: 200, headers: {}, body: path };
    };
    const at = (path: string, options = '{}') =>
      main(`const reply = UrlFetchApp.fetch('https://api.heygen.com/v3/${path}', ${options});
      return [reply.getResponseCode(), reply.getContentText()];`);
    expect(returnedBy(at('in'), { handle })).toEqual([200, '/v3/end']);
    expect(returnedBy(at('in', '{ followRedirects: false }'), { handle })).toEqual([302, '']);
    expect(refusalOf(at('out'), { handle })).toContain('not in the urlFetchWhitelist');
  });

  test('a fetch takes the server’s time and Google’s, a fetchAll that of the slowest', () => {
    const handle = ({ path }: DirectRequest) => ({
      status: 200,
      headers: {},
      body: '',
      tookMs: path.endsWith('b') ? 4_000 : 1_000,
    });
    const code = main(`UrlFetchApp.fetchAll(['a', 'b'].map((name) => 'https://api.heygen.com/v3/' + name))`);
    const { started, ended, calls } = runMain(code, { handle });
    expect(ended - started).toBe(4_150);
    expect(calls[0]?.cost).toBe(4_150);
  });

  test('a consumer’s 20,000 fetches a day are counted one by one, and come back the next day', () => {
    const world = worldOf(main(`UrlFetchApp.fetchAll(Array(10000).fill('${URL_X}'))`));
    const run = () => world.run('main', { kind: 'menu' }).error?.message ?? 'fine';
    expect([run(), run(), run()]).toEqual([
      'fine',
      'fine',
      'Service invoked too many times for one day: urlfetch.',
    ]);
    world.clock.advance(86_400_000);
    expect(run()).toBe('fine');
  });

  test('a burst beyond what was chosen is refused before anything of it leaves, and some time later it goes', () => {
    const paths: string[] = [];
    const handle = ({ path }: DirectRequest) => {
      paths.push(path);
      return { status: 200, headers: {}, body: '', tookMs: 0 };
    };
    const all = (...names: string[]) =>
      `UrlFetchApp.fetchAll([${names.map((name) => `'https://api.heygen.com/v3/${name}'`)}]);`;
    const code = main(`
      ${all('a', 'b')}
      try { ${all('c', 'd')} } catch (error) { Utilities.sleep(10000); ${all('e')} return error.message; }`);
    expect(returnedBy(code, { handle, fetchBurst: { most: 3, perMs: 10_000 } })).toBe(
      'Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000) between calls.',
    );
    expect(paths).toEqual(['/v3/a', '/v3/b', '/v3/e']);
    expect(returnedBy(code, { handle })).toBeNull();
  });

  test('what the user does not permit does not leave', () => {
    const paths: string[] = [];
    const handle = ({ path }: DirectRequest) => {
      paths.push(path);
      return { status: 200, headers: {}, body: '' };
    };
    const grantedScopes = MANIFEST.oauthScopes.filter((scope) => !scope.endsWith('external_request'));
    const refused = runMain(main(`UrlFetchApp.fetch('${URL_X}', { muteHttpExceptions: true })`), {
      handle,
      grantedScopes,
    });
    expect(refused.error?.message).toContain('script.external_request');
    expect([paths, refused.fetches]).toEqual([[], []]);
  });
});
