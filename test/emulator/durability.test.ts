import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import type { Plain } from '../../src/emulator/service.ts';
import { worldOf } from './world.ts';

const CODE = `
  function write() {
    const sheet = SpreadsheetApp.getActiveSheet();
    sheet.getRange(1, 1).setValue('flushed');
    SpreadsheetApp.flush();
    sheet.getRange(2, 1).setValue('buffered');
    PropertiesService.getUserProperties().setProperty('a', '1');
    CacheService.getUserCache().put('c', '2');
    ScriptApp.newTrigger('write').timeBased().everyMinutes(5).create();
    SpreadsheetApp.getActiveSheet().getName();
  }
  function read() {
    return [SpreadsheetApp.getActiveSheet().getDataRange().getDisplayValues(),
      PropertiesService.getUserProperties().getProperties(), CacheService.getUserCache().get('c'), Math.random()];
  }
`;

describe('what survives', () => {
  test('a restored snapshot goes on exactly where it was taken', () => {
    const world = worldOf(CODE);
    world.run('write', { kind: 'menu' });
    const saved: Plain = JSON.parse(JSON.stringify(world.snapshot()));
    const other = worldOf(CODE, { seed: 99 });
    other.restore(saved);
    expect(other.clock.now()).toBe(world.clock.now());
    expect(other.triggers()).toEqual(world.triggers());
    const read = (emulator: Emulator) => emulator.run('read', { kind: 'menu' }).value;
    const first = read(world);
    expect(first).toMatchObject([[['flushed'], ['buffered']], { a: '1' }, '2', expect.any(Number)]);
    expect(read(other)).toEqual(first);
    world.restore(saved);
    expect(read(world)).toEqual(first);
  });

  test('each durable change is told when it happens; its snapshot holds nothing that is still buffered', () => {
    const saved: Plain[] = [];
    const world: Emulator = worldOf(CODE, { onDurable: () => saved.push(world.snapshot()) });
    world.run('write', { kind: 'menu' });
    // flush, property, trigger, and the end of the run
    expect(saved).toHaveLength(4);
    const columns = saved.map((snapshot) => {
      const other = worldOf(CODE);
      other.restore(snapshot);
      return [other.person.displayValues('Sheet1').flat().join(), other.triggers().length];
    });
    expect(columns).toEqual([
      ['flushed', 0],
      ['flushed', 0],
      ['flushed', 1],
      ['flushed,buffered', 1],
    ]);
  });

  test('a snapshot from the middle of an execution says that it was under way', () => {
    const saved: Plain[] = [];
    const world: Emulator = worldOf(CODE, { onDurable: () => saved.push(world.snapshot()) });
    const { started } = world.run('write', { kind: 'menu' });
    world.restore(saved[0] ?? null);
    expect(world.interrupted()).toEqual([
      { functionName: 'write', kind: 'menu', user: 'anna@example.com', started },
    ]);
    world.restore(world.snapshot());
    expect(world.interrupted()).toEqual([]);
  });
});

describe('speed', () => {
  test('an execution of sixty calls takes some milliseconds, whatever the size of the code', () => {
    const filler = Array.from({ length: 2_000 }, (_, n) => `function f${n}(a) { return a + ${n}; }`).join(
      '\n',
    );
    const world = worldOf(`${filler} function main() {
      for (let n = 0; n < 60; n += 1) PropertiesService.getUserProperties().setProperty('k' + n, 'v');
    }`);
    world.run('main', { kind: 'menu' });
    const started = performance.now();
    for (let n = 0; n < 20; n += 1) expect(world.run('main', { kind: 'menu' }).counts.total).toBe(60);
    expect((performance.now() - started) / 20).toBeLessThan(60);
  });
});
