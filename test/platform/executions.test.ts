import { describe, expect, test } from 'vitest';
import { refusalOf, returnedBy, runMain, worldOf } from '../emulator/world.ts';

const MENU = { kind: 'menu' } as const;
const main = (body: string): string => `function main() { ${body} }`;
const X = 'https://api.heygen.com/v3/x';

describe('Google’s executions', () => {
  test('are killed after six minutes, and run no catch and no finally', () => {
    const world = worldOf(`${main(`try { for (;;) Utilities.sleep(60000); }
        catch (error) { PropertiesService.getUserProperties().setProperty('a', 'caught'); }
        finally { PropertiesService.getUserProperties().setProperty('a', 'finally'); }`)}
      function peek() { return PropertiesService.getUserProperties().getProperties(); }`);
    expect(world.run('main', MENU)).toMatchObject({ outcome: 'killed', reason: 'six-minutes' });
    expect(world.run('peek', MENU).value).toEqual({});
  });

  test.each(['custom-function', 'open', 'edit'] as const)(
    'of the kind %s are killed after 30 seconds',
    (kind) => {
      const long = main(
        `for (;;) ${kind === 'custom-function' ? `CacheService.getUserCache().get('a')` : 'Utilities.sleep(1000)'};`,
      );
      expect(runMain(long, {}, { kind })).toMatchObject({ outcome: 'killed', reason: 'thirty-seconds' });
    },
  );

  test('are thirty at once for a user', () => {
    const world = worldOf(main(`CacheService.getUserCache().get('a');`));
    const nested = (depth: number): string => {
      let inner = '';
      const beforeCall = (): void => {
        inner = depth === 1 ? 'fine' : nested(depth - 1);
      };
      try {
        world.run('main', { ...MENU, beforeCall });
        return inner;
      } catch (error) {
        return String(error);
      }
    };
    expect(nested(30)).toBe('fine');
    expect(nested(31)).toContain('Too many simultaneous invocations');
  });

  test('cost a second before their first line', () => {
    const { started, ended } = runMain(main(''), { startUpMs: 1_000 });
    expect(ended - started).toBe(1_000);
  });

  test('pay 100 to 800 ms for a call of Sheets, 80 for a property, 60 for the cache', () => {
    const { calls } = runMain(
      main(`SpreadsheetApp.getActiveSheet().getRange('A1').getValue();
        PropertiesService.getUserProperties().getProperty('a'); CacheService.getUserCache().get('a');`),
    );
    const costs = calls.map(({ service, cost }) => [
      service,
      service === 'sheets' ? cost >= 100 && cost <= 800 : cost,
    ]);
    expect(costs).toEqual([
      ['sheets', true],
      ['sheets', true],
      ['sheets', true],
      ['properties', 80],
      ['cache', 60],
    ]);
  });

  test('start from nothing each time: what a global variable held is gone', () => {
    const world = worldOf('var n = 0; function main() { n += 1; return n; }');
    expect([world.run('main', MENU).value, world.run('main', MENU).value]).toEqual([1, 1]);
  });

  test('hear refusals in the language of their user', () => {
    const code = main(`SpreadsheetApp.getActiveSheet().getRange(0, 1);`);
    const heard = (['en', 'de', 'fr', 'ja'] as const).map((language) => refusalOf(code, { language }));
    expect(new Set(heard).size).toBe(4);
    expect(heard.slice(1).join(' ')).not.toMatch(/row|range|small/);
  });
});

describe('Google’s locks', () => {
  test('of a document are null outside a container', () => {
    expect(returnedBy(main('return LockService.getDocumentLock();'), { container: false })).toBeNull();
  });

  test('block whoever takes them twice, until the time is out', () => {
    const code = main(`const start = Date.now(); LockService.getDocumentLock().tryLock(0);
      return [LockService.getDocumentLock().tryLock(9000), Date.now() - start >= 9000];`);
    expect(returnedBy(code)).toEqual([false, true]);
  });

  test('are let go when their execution ends or is killed', () => {
    const world = worldOf(
      main(`const got = LockService.getDocumentLock().tryLock(0); Utilities.sleep(1000); return got;`),
    );
    world.run('main', { ...MENU, killAtCall: 2 });
    expect(world.run('main', MENU).value).toBe(true);
  });
});

describe('Google’s fetches', () => {
  const fetchAll = (names: readonly string[], options = 'muteHttpExceptions: true'): string =>
    `UrlFetchApp.fetchAll(${JSON.stringify(names)}.map((name) => ({ url: '${X}/' + name, ${options} })))`;

  test.each([
    ['consumer', 20_000],
    ['workspace', 100_000],
  ] as const)('of a %s account are %i a day, each member of a fetchAll counted', (account, most) => {
    const world = worldOf(main(`${fetchAll(['a', 'b', 'c'])};`), { account });
    world.run('main', MENU);
    expect(world.used('fetch')).toBe(3);
    const saved = Object(world.snapshot());
    world.restore({ ...saved, quotas: { ...saved.quotas, use: { 'fetch anna@example.com': most - 2 } } });
    expect(world.run('main', MENU).error?.message).toBe(
      'Service invoked too many times for one day: urlfetch.',
    );
  });

  test('send a form where the script names no type', () => {
    const types: (string | undefined)[] = [];
    returnedBy(main(`UrlFetchApp.fetch('${X}', { method: 'post', payload: '{}' });`), {
      handle: ({ headers }) => {
        types.push(headers['content-type']);
        return { status: 200, headers: {}, body: '' };
      },
    });
    expect(types).toEqual(['application/x-www-form-urlencoded']);
  });

  test('throw when the network fails, in spite of muteHttpExceptions, with the address in the text', () => {
    const code = main(`UrlFetchApp.fetch('${X}', { muteHttpExceptions: true });`);
    expect(refusalOf(code, { handle: () => 'cut' })).toContain(X);
  });

  test('lose every reply of a fetchAll with one of them, though all have arrived', () => {
    const arrived: string[] = [];
    const refusal = refusalOf(main(fetchAll(['a', 'b', 'c'])), {
      handle: ({ path }) => {
        arrived.push(path);
        return path.endsWith('b') ? 'cut' : { status: 200, headers: {}, body: '' };
      },
    });
    expect(refusal).toContain(`${X}/b`);
    expect(arrived).toEqual(['/v3/x/a', '/v3/x/b', '/v3/x/c']);
  });

  test('are refused before they leave when they come in a burst', () => {
    const arrived: string[] = [];
    const refusal = refusalOf(main(fetchAll(['a', 'b', 'c'])), {
      fetchBurst: { most: 2, perMs: 1_000 },
      handle: ({ path }) => {
        arrived.push(path);
        return { status: 200, headers: {}, body: '' };
      },
    });
    expect([refusal.includes('too many times in a short time'), arrived]).toEqual([true, []]);
  });

  test('have header names in any case, and may have several values for one', () => {
    const names = Array.from({ length: 12 }, (_, seed) =>
      returnedBy(main(`return Object.entries(UrlFetchApp.fetch('${X}').getAllHeaders());`), {
        seed,
        handle: () => ({ status: 200, headers: { 'x-many': ['1', '2'] }, body: '' }),
      }),
    ).flatMap((entries) => (Array.isArray(entries) ? entries : []));
    expect(new Set(names.map(([name]) => name)).size).toBeGreaterThan(1);
    expect(names.every(([, value]) => Array.isArray(value))).toBe(true);
  });

  test('go nowhere but to the addresses of the whitelist', () => {
    expect(refusalOf(main(`UrlFetchApp.fetch('https://api.heygen.com/v1/x');`))).toContain(
      'urlFetchWhitelist',
    );
  });

  test.each([
    ['a URL of 2,083 characters', `'${X}'.padEnd(2083, 'x')`, '{}', 'URLFetch URL Length'],
    [
      '101 headers',
      `'${X}'`,
      `{ headers: Object.fromEntries(Array.from({ length: 101 }, (_, n) => ['x' + n, 'y'])) }`,
      'URLFetch Header Count',
    ],
    [
      'a header of more than 8 KB',
      `'${X}'`,
      `{ headers: { x: 'y'.repeat(8193) } }`,
      'URLFetch Header Length',
    ],
    [
      'a body of more than 50 MB',
      `'${X}'`,
      `{ method: 'post', payload: 'y'.repeat(50 * 1024 * 1024 + 1) }`,
      'URLFetch POST Size',
    ],
  ])('take no more than there is: not %s', (_, url, options, limit) => {
    expect(refusalOf(main(`UrlFetchApp.fetch(${url}, ${options});`))).toContain(limit);
  });
});

describe('Google’s stores', () => {
  const STORE = 'PropertiesService.getUserProperties()';

  test('of properties take 9 KB a value and 500 KB in all', () => {
    expect(refusalOf(main(`${STORE}.setProperty('a', 'x'.repeat(9217));`))).toContain('too large');
    expect(
      refusalOf(main(`for (let n = 0; n < 60; n += 1) ${STORE}.setProperty('a' + n, 'x'.repeat(9000));`)),
    ).toContain('quota');
  });

  test.each([
    ['consumer', 50_000],
    ['workspace', 500_000],
  ] as const)('of properties allow a %s account %i calls a day, in all sheets together', (account, most) => {
    const world = worldOf(main(`${STORE}.getProperty('a');`), { account, mode: 'addon' });
    const other = world.addDocument();
    world.run('main', MENU);
    other.run('main', MENU);
    expect(world.used('properties')).toBe(2);
    const saved = Object(world.snapshot());
    world.restore({ ...saved, quotas: { ...saved.quotas, use: { 'properties anna@example.com': most } } });
    expect(other.run('main', MENU).error?.message).toContain('too many times for one day');
  });

  const CACHE = 'CacheService.getUserCache()';

  test.each([
    ['a key of 251 characters', `put('k'.repeat(251), 'v')`],
    ['a value of more than 100 KB', `put('k', 'v'.repeat(102401))`],
    ['more than six hours', `put('k', 'v', 21601)`],
    ['anything but a text', `put('k', 1)`],
  ])('of the cache do not take %s', (_, call) => {
    expect(runMain(main(`${CACHE}.${call};`)).outcome).toBe('threw');
  });

  test('of the cache hold a thousand items, and may forget any at any time', () => {
    const full = main(`const cache = ${CACHE};
      for (let n = 0; n < 1001; n += 1) cache.put('k' + n, 'v');
      return Object.keys(cache.getAll(Array.from({ length: 1001 }, (_, n) => 'k' + n))).length;`);
    expect(returnedBy(full)).toBe(900);
    expect(
      returnedBy(main(`${CACHE}.put('k', 'v'); return ${CACHE}.get('k');`), { cacheForgets: 1 }),
    ).toBeNull();
  });
});
