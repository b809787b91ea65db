import { describe, expect, test } from 'vitest';
import type { GoogleDayName } from '../../src/page/bad-days.ts';
import { GOOGLE_DAYS } from '../../src/page/bad-days.ts';
import { GoogleDays } from '../../src/page/engine/google-days.ts';
import { MANIFEST, worldOf } from '../emulator/world.ts';

const MENU = { kind: 'menu' } as const;
const CODE = `
  function write() { SpreadsheetApp.getActiveSheet().getRange('B2').setValue("'Done"); }
  function triggers() { return ScriptApp.getProjectTriggers().length; }`;

function aDay(day: GoogleDayName) {
  const world = worldOf(CODE, { refusesAt: 'flush' });
  world.person.load('Sheet1', [
    ['name', 'status'],
    ['Ana', ''],
  ]);
  const days = new GoogleDays(world, MANIFEST.oauthScopes);
  days.set([day]);
  const run = (functionName: string) => {
    days.beforeExecution();
    return world.run(functionName, MENU);
  };
  return { world, days, run, shown: () => world.person.displayValues('Sheet1')[1]?.[1] };
}

describe('Google’s bad days', () => {
  test('have names of their own', () => {
    expect(new Set(GOOGLE_DAYS.map(({ label }) => label)).size).toBe(GOOGLE_DAYS.length);
  });

  test('Plain-text cells: an apostrophe stays in its cell, until the day is over', () => {
    const { days, run, shown } = aDay('plain-text');
    run('write');
    expect(shown()).toBe("'Done");
    days.set([]);
    run('write');
    expect(shown()).toBe('Done');
  });

  test('Protected column: the status cannot be written, wherever its column is, until the day is over', () => {
    const { world, days, run, shown } = aDay('protected');
    expect(run('write')).toMatchObject({ outcome: 'threw' });
    world.person.insertColumn('Sheet1', 2);
    expect(run('write')).toMatchObject({ outcome: 'returned' });
    world.person.deleteColumn('Sheet1', 2);
    days.set([]);
    expect(run('write')).toMatchObject({ outcome: 'returned' });
    expect(shown()).toBe('Done');
  });

  test('No trigger: the right to triggers is missing, and nothing else, until the day is over', () => {
    const { days, run } = aDay('no-trigger');
    expect(run('triggers').outcome).toBe('threw');
    expect(run('write').outcome).toBe('returned');
    days.set([]);
    expect(run('triggers').outcome).toBe('returned');
  });

  test('Slow Google: people wait, until the day is over', () => {
    const { days } = aDay('slow');
    expect(days.pace).toEqual({ startUpMs: 1_500, callMs: 300 });
    days.set([]);
    expect(days.pace).toEqual({ startUpMs: 0, callMs: 0 });
  });

  test('Google refuses in the language that was chosen last', () => {
    const { days, run } = aDay('no-trigger');
    const english = run('triggers').error?.message;
    days.speak('ja');
    expect(run('triggers').error?.message).not.toBe(english);
    days.speak('en');
    expect(run('triggers').error?.message).toBe(english);
  });
});
