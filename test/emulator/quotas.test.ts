import { describe, expect, test } from 'vitest';
import { createVirtualClock } from '../../src/emulator/clock.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { createDirectTransport } from '../../src/emulator/transport/direct.ts';
import { MANIFEST, START, worldOf } from './world.ts';

const SPENDER = `
  function spend(calls) {
    const store = PropertiesService.getUserProperties();
    for (let n = 0; n < calls; n += 2) { store.setProperty('n', String(n)); store.getProperty('n'); }
  }
  function touch() { PropertiesService.getDocumentProperties().getProperties(); }`;

describe('the day’s calls of properties', () => {
  test('count reads and writes of every store, for each user', () => {
    const world = worldOf(SPENDER);
    world.run('spend', { kind: 'menu', args: [10] });
    world.run('touch', { kind: 'sidebar' });
    world.run('spend', { kind: 'menu', args: [4], user: 'bert@example.com' });
    expect([world.used('properties'), world.used('properties', 'bert@example.com')]).toEqual([11, 4]);
  });

  test.each([
    ['consumer', 50_000],
    ['workspace', 500_000],
  ] as const)('of a %s account are %i; the next is refused, until the next day', (account, most) => {
    const world = worldOf(SPENDER, { account });
    const spend = () => world.run('touch', { kind: 'menu' }).error?.message ?? 'fine';
    const saved = Object(world.snapshot());
    const use = (calls: number) =>
      world.restore({
        ...saved,
        quotas: {
          day: Math.floor((START - 8 * 3_600_000) / 86_400_000),
          use: { 'properties anna@example.com': calls },
        },
      });
    use(most - 1);
    expect([spend(), spend()]).toEqual(['fine', 'Service invoked too many times for one day: properties.']);
    expect(world.used('properties')).toBe(most);
    world.clock.advance(86_400_000);
    expect(spend()).toBe('fine');
  });
});

describe('start-up', () => {
  test('takes a second of every execution, before its first line', () => {
    const world = createEmulator({
      bundle: { code: 'function main() { return Date.now(); }', manifest: MANIFEST, pages: {} },
      clock: createVirtualClock({ start: START }),
      transport: createDirectTransport(() => 'cut'),
    });
    const runs = [world.run('main', { kind: 'menu' }), world.run('main', { kind: 'sidebar' })];
    expect(runs.map(({ value }) => Number(value) - START)).toEqual([1_000, 2_000]);
    expect(runs.map(({ started, ended }) => ended - started)).toEqual([1_000, 1_000]);
  });
});
