import { describe, expect, test } from 'vitest';
import type { DocumentAccess } from '../../src/emulator/emulator-options.ts';
import type { InstallMode } from '../../src/emulator/services/trigger-service.ts';
import { START, worldOf } from '../emulator/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MENU = { kind: 'menu' } as const;

/** The refusal of a trigger with this timing, or 'fine'. */
const asked = (timing: string, mode: InstallMode = 'bound'): string => {
  const world = worldOf(`function main() { ScriptApp.newTrigger('tick').timeBased().${timing}.create(); }`, {
    mode,
  });
  return world.run('main', MENU).error?.message ?? 'fine';
};

/** A world in which `tick` runs once an hour, for as long as it is told. */
const ticking = (tick: string, options: Parameters<typeof worldOf>[1] = {}) => {
  const world = worldOf(
    `function main() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
    function tick(e) { ${tick} }`,
    options,
  );
  world.run('main', MENU);
  return world;
};
const nextTick = (world: ReturnType<typeof ticking>) => {
  world.clock.moveTo(Math.max(world.clock.now(), world.nextTriggerAt() ?? 0));
  return world.fireDueTriggers()[0];
};

describe('Google’s time-driven triggers', () => {
  test('come every 1, 5, 10, 15 or 30 minutes to a script that is bound to a sheet', () => {
    const fine = Array.from({ length: 31 }, (_, n) => n).filter(
      (n) => asked(`everyMinutes(${n})`) === 'fine',
    );
    expect(fine).toEqual([1, 5, 10, 15, 30]);
  });

  test('come to a published add-on once an hour at most, and `after` is no way round that', () => {
    const refusal = 'The recurrence interval for an Add-on trigger must be at least one hour.';
    expect(asked('everyMinutes(30)', 'addon')).toBe(refusal);
    expect(asked('after(60000)', 'addon')).toBe(refusal);
    expect(asked('everyHours(1)', 'addon')).toBe('fine');
  });

  test('are one for each user and document in a published add-on', () => {
    const world = ticking('', { mode: 'addon' });
    expect(world.run('main', MENU).error?.message).toMatch(/too many time-based triggers in this document/);
    expect(world.run('main', { ...MENU, user: 'bert@example.com' }).outcome).toBe('returned');
    expect(world.addDocument().run('main', MENU).outcome).toBe('returned');
  });

  test('never run in a test deployment', () => {
    const world = ticking('', { mode: 'addon-test' });
    world.clock.advance(48 * HOUR);
    expect([world.nextTriggerAt(), world.fireDueTriggers()]).toEqual([null, []]);
  });

  test('are twenty at most for a user', () => {
    const world = ticking('');
    const outcomes = Array.from({ length: 20 }, () => world.run('main', MENU).outcome);
    expect(outcomes.lastIndexOf('returned')).toBe(18);
  });

  test.each([
    ['consumer', 90],
    ['workspace', 360],
  ] as const)('of a %s account run for %i minutes a day', (account, minutes) => {
    const world = worldOf(
      `function main() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create(); }
      function tick() { Utilities.sleep(300000); }`,
      { account },
    );
    world.run('main', MENU);
    let ran = 0;
    while (nextTick(world)?.outcome === 'returned') ran += 5;
    expect(ran).toBe(minutes);
  });

  test('run as the user who made them, and nobody else sees them', () => {
    const world = ticking('return Session.getEffectiveUser().getEmail();', {
      user: 'bert@example.com',
      manifest: { timeZone: 'Etc/UTC', runtimeVersion: 'V8' },
    });
    expect(nextTick(world)?.value).toBe('bert@example.com');
    const list = worldOf(`function main() { return ScriptApp.getProjectTriggers().length; }`);
    list.restore(world.snapshot());
    expect(list.run('main', { ...MENU, user: 'anna@example.com' }).value).toBe(0);
    expect(list.run('main', { ...MENU, user: 'bert@example.com' }).value).toBe(1);
  });

  test('may run while another run of theirs is under way', () => {
    const world = worldOf(`function tick() {
      const store = PropertiesService.getUserProperties();
      const before = Number(store.getProperty('n'));
      store.setProperty('n', String(before + 1));
      return before;
    }`);
    const run = { functionName: 'tick', kind: 'trigger' } as const;
    const runs = world.interleave([run, run], (step) => step % 2);
    expect(runs.map(({ value }) => value)).toEqual([0, 0]);
  });

  test('have no user interface and no selection, and the first sheet counts as the active one', () => {
    const world = ticking(`
      let refusal = '';
      try { SpreadsheetApp.getUi(); } catch (error) { refusal = error.message; }
      const sheet = SpreadsheetApp.getActiveSheet();
      return [refusal, sheet.getActiveRangeList(), sheet.getName()];`);
    world.person.addSheet('Second');
    world.person.select('Second', ['A1']);
    expect(nextTick(world)?.value).toEqual([
      'Cannot call SpreadsheetApp.getUi() from this context.',
      null,
      'Sheet1',
    ]);
  });

  test('fire no onEdit by what they write', () => {
    const edits: string[] = [];
    const world = worldOf(
      `function main() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue('x'); } function onEdit() {}`,
      { onExecution: ({ functionName }) => edits.push(functionName) },
    );
    world.run('main', { kind: 'trigger' });
    expect(edits).toEqual(['main']);
    world.person.type('Sheet1', 1, 1, 'by hand');
    expect(edits).toEqual(['main', 'onEdit']);
  });

  test('of every document are those of the project; getUserTriggers knows this document’s', () => {
    const code = `function main() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
      function counts() { return [ScriptApp.getProjectTriggers(), ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet())].map((list) => list.length); }`;
    const one = worldOf(code, { mode: 'addon' });
    const two = one.addDocument();
    one.run('main', MENU);
    expect([one, two].map((document) => document.run('counts', MENU).value)).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  test.each<[DocumentAccess, string]>([
    ['null', 'null'],
    ['exception', 'Service Spreadsheets failed while accessing the document.'],
  ])('may find no document, and get %s for it', (addonTriggerDocument, heard) => {
    const world = ticking(
      `try { return String(SpreadsheetApp.getActiveSpreadsheet()); } catch (error) { return error.message; }`,
      { mode: 'addon', addonTriggerDocument },
    );
    expect(nextTick(world)?.value).toBe(heard);
  });

  test('may be there and never fire again', () => {
    const world = ticking('');
    world.stopTriggers();
    world.clock.moveTo(START + 24 * HOUR);
    expect([world.triggers().length, world.fireDueTriggers()]).toEqual([1, []]);
  });
});
