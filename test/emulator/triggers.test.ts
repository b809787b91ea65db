import { describe, expect, test } from 'vitest';
import type { DocumentAccess } from '../../src/emulator/emulator-options.ts';
import { refusalOf, returnedBy, START, worldOf } from './world.ts';

const MINUTE = 60_000;
const create = (timing: string): string =>
  `function main() { ScriptApp.newTrigger('tick').timeBased().${timing}.create(); } function tick() {}`;

describe('clock triggers', () => {
  test.each([1, 5, 10, 15, 30])('bound to a sheet, everyMinutes(%i) is allowed', (minutes) => {
    expect(returnedBy(create(`everyMinutes(${minutes})`))).toBeNull();
  });

  test('other minutes are not', () => {
    expect(refusalOf(create('everyMinutes(2)'))).toContain('It must be one of 1,5,10,15,30');
  });

  test.each(['addon', 'addon-test'] as const)('in mode %s nothing comes more often than hourly', (mode) => {
    const refusal = 'The recurrence interval for an Add-on trigger must be at least one hour.';
    expect(refusalOf(create('everyMinutes(30)'), { mode })).toBe(refusal);
    expect(refusalOf(create('after(60000)'), { mode })).toBe(refusal);
    expect(returnedBy(create('everyHours(1)'), { mode })).toBeNull();
  });

  test('an add-on has one clock trigger per user and document, another user has his own', () => {
    const world = worldOf(create('everyHours(1)'), { mode: 'addon' });
    const run = (user: string) => world.run('main', { kind: 'menu', user }).error?.message ?? 'fine';
    expect([run('anna@example.com'), run('bert@example.com')]).toEqual(['fine', 'fine']);
    expect(run('anna@example.com')).toMatch(/^This add-on has created too many time-based triggers/);
  });

  test('a user has twenty triggers at most, those that have fired once included', () => {
    const world = worldOf(create('after(1000)'));
    const run = () => world.run('main', { kind: 'menu' }).error?.message ?? 'fine';
    expect(Array.from({ length: 20 }, run)).toEqual(Array(20).fill('fine'));
    world.clock.advance(MINUTE);
    expect(world.fireDueTriggers()).toHaveLength(20);
    expect(run()).toMatch(/^This script has too many triggers/);
  });

  test('fire when they are due, at least their period apart, as who made them and without a user interface', () => {
    const world = worldOf(`
      function main() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create(); }
      function tick(e) {
        try { SpreadsheetApp.getUi(); } catch (error) { console.log(error.message); }
        console.log(e.authMode === ScriptApp.AuthMode.FULL, e.triggerUid.length);
      }`);
    world.run('main', { kind: 'menu', user: 'bert@example.com' });
    expect(world.fireDueTriggers()).toEqual([]);
    world.clock.moveTo(START + 17 * MINUTE);
    const [execution, ...others] = world.fireDueTriggers();
    expect(others).toEqual([]);
    expect(execution).toMatchObject({ kind: 'trigger', user: 'bert@example.com', outcome: 'returned' });
    expect(execution?.logs.map(({ text }) => text)).toEqual([
      'Cannot call SpreadsheetApp.getUi() from this context.',
      'true 36',
    ]);
    expect(world.nextTriggerAt()).toBe(START + 22 * MINUTE);
  });

  test('in a test deployment never fire', () => {
    const world = worldOf(create('everyHours(1)'), { mode: 'addon-test' });
    world.run('main', { kind: 'menu' });
    world.clock.advance(100 * 60 * MINUTE);
    expect(world.triggers()).toHaveLength(1);
    expect(world.nextTriggerAt()).toBeNull();
    expect(world.fireDueTriggers()).toEqual([]);
  });

  test('are listed and deleted by their own user only', () => {
    const world = worldOf(`${create('everyMinutes(1)')}
      function list() { return ScriptApp.getProjectTriggers().map((trigger) => [trigger.getHandlerFunction(), trigger.getEventType() === ScriptApp.EventType.CLOCK]); }
      function clear() { ScriptApp.getProjectTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger)); }`);
    world.run('main', { kind: 'menu' });
    const list = (user: string) => world.run('list', { kind: 'menu', user }).value;
    expect(list('anna@example.com')).toEqual([['tick', true]]);
    expect(list('bert@example.com')).toEqual([]);
    world.run('clear', { kind: 'menu', user: 'bert@example.com' });
    expect(world.triggers()).toHaveLength(1);
    world.run('clear', { kind: 'menu' });
    expect(world.triggers()).toEqual([]);
  });

  test('stop running when the day’s ninety minutes are used up, and go on the next day', () => {
    const world =
      worldOf(`function main() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create(); }
      function tick() { Utilities.sleep(299000); }`);
    world.run('main', { kind: 'menu' });
    const fire = () => {
      world.clock.moveTo(Math.max(world.clock.now(), world.nextTriggerAt() ?? 0));
      return world.fireDueTriggers()[0]?.error?.message ?? 'fine';
    };
    const day = Array.from({ length: 20 }, fire);
    expect(day.slice(0, 19)).toEqual(Array(19).fill('fine'));
    expect(day[19]).toBe('Service using too much computer time for one day');
    world.clock.advance(86_400_000);
    expect(fire()).toBe('fine');
  });

  describe('of an add-on', () => {
    const tickIn = (addonTriggerDocument: DocumentAccess) => {
      const world = worldOf(
        `function main() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
        function tick() { return [SpreadsheetApp.getActiveSpreadsheet(), SpreadsheetApp.getActiveSheet(), LockService.getDocumentLock()]; }`,
        { mode: 'addon', addonTriggerDocument },
      );
      world.run('main', { kind: 'menu' });
      world.clock.advance(61 * MINUTE);
      return world.fireDueTriggers()[0];
    };

    test('may find null where its document was', () => {
      expect(tickIn('null')).toMatchObject({ outcome: 'returned', value: [null, null, null] });
    });

    test('may get an exception for it', () => {
      expect(tickIn('exception')?.error?.message).toBe(
        'Service Spreadsheets failed while accessing the document.',
      );
    });
  });

  test('that Google has stopped stay in the list and never fire again', () => {
    const world = worldOf(`${create('everyMinutes(1)')}
      function list() { return ScriptApp.getProjectTriggers().length; }`);
    world.run('main', { kind: 'menu' });
    world.stopTriggers();
    world.clock.advance(60 * MINUTE);
    expect(world.nextTriggerAt()).toBeNull();
    expect(world.fireDueTriggers()).toEqual([]);
    expect(world.run('list', { kind: 'menu' }).value).toBe(1);
    const later = worldOf('');
    later.restore(world.snapshot());
    expect(later.nextTriggerAt()).toBeNull();
    world.run('main', { kind: 'menu' });
    expect(world.nextTriggerAt()).not.toBeNull();
  });
});
