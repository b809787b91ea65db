import { describe, expect, test } from 'vitest';
import { worldOf } from '../emulator/world.ts';

const MENU = { kind: 'menu' } as const;
const WRITE = `function main() { const sheet = SpreadsheetApp.getActiveSheet(); sheet.getRange('A1').setValue('one'); sheet.getRange('A2').setValue('two'); SpreadsheetApp.flush(); }`;

describe('Google buffers writes', () => {
  test('until the flush, so that nobody else sees them before', () => {
    const world = worldOf(WRITE);
    const seen: string[][][] = [];
    world.run('main', { ...MENU, beforeCall: () => seen.push(world.person.displayValues('Sheet1')) });
    expect(seen.every((cells) => cells.length === 0)).toBe(true);
    expect(world.person.displayValues('Sheet1')).toEqual([['one'], ['two']]);
  });

  test('or until the end of the run', () => {
    const world = worldOf(WRITE.replace('SpreadsheetApp.flush();', ''));
    world.run('main', MENU);
    expect(world.person.displayValues('Sheet1')).toEqual([['one'], ['two']]);
  });

  test('and a kill may lose any of them', () => {
    const world = worldOf(WRITE);
    world.run('main', { ...MENU, killAtCall: 5, keepOnKill: (index) => index === 1 });
    expect(world.person.displayValues('Sheet1')).toEqual([[''], ['two']]);
  });

  test('at their coordinates: what moves meanwhile does not take them along', () => {
    const world = worldOf(WRITE);
    world.person.load('Sheet1', [['first'], ['second']]);
    let inserted = false;
    const beforeCall = ({ method }: { method: string }): void => {
      if (method === 'flush' && !inserted) world.person.insertRows('Sheet1', 1);
      inserted ||= method === 'flush';
    };
    world.run('main', { ...MENU, beforeCall });
    expect(world.person.displayValues('Sheet1')).toEqual([['one'], ['two'], ['second']]);
  });
});

describe('Google may refuse a write only at the flush', () => {
  const code = (end: string): string =>
    `function main() {
      const sheet = SpreadsheetApp.getActiveSheet();
      const heard = [];
      for (const step of [() => sheet.getRange('B2').setValue('x'), () => SpreadsheetApp.flush()]) {
        try { step(); heard.push('passed'); } catch (error) { heard.push('threw'); }
        ${end}
      }
      return heard;
    }`;
  const forbid = {
    'a protection': (world: ReturnType<typeof worldOf>) => world.person.protect('Sheet1', 'B:B'),
    'a validation rule': (world: ReturnType<typeof worldOf>) => world.person.validate('Sheet1', 'B2', ['y']),
    'a typed column': (world: ReturnType<typeof worldOf>) =>
      world.person.makeTable('Sheet1', 'A1:C9', { 2: 'number' }),
  };

  test.each(Object.entries(forbid))('because of %s', (_, prepare) => {
    const world = worldOf(code(''), { refusesAt: 'flush' });
    prepare(world);
    expect(world.run('main', MENU).value).toEqual(['passed', 'threw']);
    expect(world.person.displayValues('Sheet1')).toEqual([]);
  });

  test.each(Object.entries(forbid))('or at the end of the run, because of %s', (_, prepare) => {
    const world = worldOf(code('return heard;'), { refusesAt: 'flush' });
    prepare(world);
    expect(world.run('main', MENU)).toMatchObject({ outcome: 'threw', value: null });
  });
});

describe('Google may serve reads from what this execution has read', () => {
  const READ = `const sheet = SpreadsheetApp.getActiveSheet(); const read = () => sheet.getRange('A1').getDisplayValue();`;
  const seen = (body: string): unknown => {
    const world = worldOf(`function main() { ${READ} const before = read(); Utilities.sleep(1); ${body} }`, {
      readsAreCached: true,
    });
    const beforeCall = ({ method }: { method: string }): void => {
      if (method === 'sleep') world.person.type('Sheet1', 1, 1, 'new');
    };
    return world.run('main', { ...MENU, beforeCall }).value;
  };

  test('so that it does not see what another has written since', () => {
    expect(seen('return [before, read()];')).toEqual(['', '']);
  });

  test('until it flushes', () => {
    expect(seen('SpreadsheetApp.flush(); return [before, read()];')).toEqual(['', 'new']);
  });
});
