import { describe, expect, test } from 'vitest';
import { refusalOf, returnedBy, worldOf } from './world.ts';

const main = (body: string): string => `function main() { ${body} }`;

describe('PropertiesService', () => {
  const STORE = 'const store = PropertiesService.getUserProperties();';

  test('keeps texts from one execution to the next, each user’s apart', () => {
    const world =
      worldOf(`function put(value) { PropertiesService.getUserProperties().setProperty('a', value); }
      function get() { return PropertiesService.getUserProperties().getProperty('a'); }`);
    world.run('put', { kind: 'menu', args: ['mine'] });
    expect(world.run('get', { kind: 'menu' }).value).toBe('mine');
    expect(world.run('get', { kind: 'menu', user: 'bert@example.com' }).value).toBeNull();
  });

  test('reads, lists, replaces and deletes', () => {
    const code = main(`${STORE}
      store.setProperties({ a: '1', b: '2' }).setProperty('c', '3').deleteProperty('a');
      const first = [store.getProperties(), store.getKeys(), store.getProperty('a')];
      store.setProperties({ d: '4' }, true);
      return [...first, store.getProperties(), store.deleteAllProperties().getKeys()];`);
    expect(returnedBy(code)).toEqual([{ b: '2', c: '3' }, ['b', 'c'], null, { d: '4' }, []]);
  });

  test.each(['1', 'true', 'null', 'undefined', '{}'])(
    'refuses the value %s: only texts are kept',
    (value) => {
      expect(refusalOf(main(`${STORE} store.setProperty('a', ${value})`))).toMatch(
        /don't match the method signature/,
      );
    },
  );

  test('refuses more than 9 KB a value and 500 KB a store, and writes nothing of it', () => {
    expect(refusalOf(main(`${STORE} store.setProperty('a', 'é'.repeat(4609))`))).toBe(
      'Argument too large: value',
    );
    const code = main(`${STORE}
      store.setProperty('kept', 'yes');
      const many = {};
      for (let n = 0; n < 60; n += 1) many['key' + n] = 'x'.repeat(9000);
      let message = '';
      try { store.setProperties(many); } catch (error) { message = error.message; }
      return [message, store.getKeys()];`);
    expect(returnedBy(code)).toEqual([expect.stringMatching(/property storage quota/), ['kept']]);
  });
});

describe('CacheService', () => {
  const CACHE = 'const cache = CacheService.getScriptCache();';

  test('forgets when the time is over: ten minutes unless told, six hours at most', () => {
    const world = worldOf(`function put() { const cache = CacheService.getScriptCache();
        cache.put('short', 'a', 1); cache.put('usual', 'b'); cache.putAll({ long: 'c' }, 21600); }
      function keys() { return Object.keys(CacheService.getScriptCache().getAll(['short', 'usual', 'long'])); }`);
    const keysAfter = (ms: number) => {
      world.clock.advance(ms);
      return world.run('keys', { kind: 'menu' }).value;
    };
    world.run('put', { kind: 'menu' });
    expect(keysAfter(0)).toEqual(['short', 'usual', 'long']);
    expect(keysAfter(2_000)).toEqual(['usual', 'long']);
    expect(keysAfter(600_000)).toEqual(['long']);
    expect(keysAfter(21_000_000)).toEqual([]);
  });

  test('refuses keys over 250 characters, values over 100 KB, times over six hours and what is no text', () => {
    expect(refusalOf(main(`${CACHE} cache.put('k'.repeat(251), 'a')`))).toBe('Argument too large: key');
    expect(refusalOf(main(`${CACHE} cache.put('k', 'a'.repeat(102401))`))).toBe('Argument too large: value');
    expect(refusalOf(main(`${CACHE} cache.put('k', 'a', 21601)`))).toBe(
      'Argument too large: expirationInSeconds',
    );
    expect(refusalOf(main(`${CACHE} cache.put('k', 1)`))).toMatch(/don't match/);
  });

  test('keeps the 900 longest-lived when there are more than 1,000', () => {
    const code = main(`${CACHE}
      const many = {};
      for (let n = 0; n < 1000; n += 1) many['k' + n] = 'x';
      cache.putAll(many, 700);
      cache.put('brief', 'x', 600);
      return [cache.get('brief'), Object.keys(cache.getAll(Object.keys(many))).length];`);
    expect(returnedBy(code)).toEqual([null, 900]);
  });

  test('may forget anything at any time', () => {
    const code = main(`${CACHE} cache.put('a', '1'); return cache.get('a');`);
    expect(returnedBy(code)).toBe('1');
    expect(returnedBy(code, { cacheForgets: 1 })).toBeNull();
  });
});
