import { describe, expect, test } from 'vitest';
import { START, worldOf } from './world.ts';

const MINUTE = 60_000;
const CODE = `
  function begin() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
  function tick() { SpreadsheetApp.getActiveSheet().appendRow(['tick']); }
  function seen() {
    return [ScriptApp.getProjectTriggers().length, ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet()).length];
  }
  function clearProject() { ScriptApp.getProjectTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger)); }
  function put(value) {
    for (const store of [PropertiesService.getUserProperties(), PropertiesService.getScriptProperties(), PropertiesService.getDocumentProperties()])
      store.setProperty('a', value);
    for (const cache of [CacheService.getUserCache(), CacheService.getDocumentCache()]) cache.put('a', value);
  }
  function get() {
    const stores = [PropertiesService.getUserProperties(), PropertiesService.getScriptProperties(), PropertiesService.getDocumentProperties()];
    return [...stores.map((store) => store.getProperty('a')), CacheService.getUserCache().get('a'), CacheService.getDocumentCache().get('a')];
  }
  function hold() {
    const taken = [LockService.getDocumentLock(), LockService.getUserLock()].map((lock) => lock.tryLock(0));
    PropertiesService.getUserProperties().getKeys();
    return taken;
  }
  function name() { return SpreadsheetApp.getActiveSpreadsheet().getName(); }
  function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Begin', 'begin').addToUi(); }`;

const MENU = { kind: 'menu' } as const;

const twoDocuments = () => {
  const one = worldOf(CODE, {
    mode: 'addon',
    addonTriggerDocument: 'document',
    spreadsheet: { name: 'One' },
  });
  return { one, two: one.addDocument({ name: 'Two' }) };
};

describe('two documents of one user', () => {
  test('have their own sheets, menus and names', () => {
    const { one, two } = twoDocuments();
    two.person.type('Sheet1', 1, 1, 'here');
    two.open();
    expect([one, two].map((document) => document.run('name', MENU).value)).toEqual(['One', 'Two']);
    expect([one, two].map(({ person }) => person.displayValues('Sheet1'))).toEqual([[], [['here']]]);
    expect([one, two].map(({ ui }) => ui.menus().length)).toEqual([0, 1]);
  });

  test('share properties and caches of the user and of the script, not those of the document', () => {
    const { one, two } = twoDocuments();
    one.run('put', { ...MENU, args: ['x'] });
    expect(two.run('get', MENU).value).toEqual(['x', 'x', null, 'x', null]);
    expect(one.run('get', MENU).value).toEqual(['x', 'x', 'x', 'x', 'x']);
  });

  test('have a document lock each, and one user lock', () => {
    const { one, two } = twoDocuments();
    one.holdLock('document', MINUTE);
    expect(two.run('hold', MENU).value).toEqual([true, true]);
    expect(one.run('hold', MENU).value).toEqual([false, true]);
    two.holdLock('user:anna@example.com', MINUTE);
    expect(two.run('hold', MENU).value).toEqual([true, false]);
  });

  test('each have one trigger, and each sees both as those of the project', () => {
    const { one, two } = twoDocuments();
    expect([one, two].map((document) => document.run('begin', MENU).outcome)).toEqual([
      'returned',
      'returned',
    ]);
    expect(two.run('begin', MENU).error?.message).toMatch(/too many time-based triggers in this document/);
    expect([one, two].map((document) => document.run('seen', MENU).value)).toEqual([
      [2, 1],
      [2, 1],
    ]);
    expect(one.run('seen', { ...MENU, user: 'bert@example.com' }).value).toEqual([0, 0]);
  });

  test('take each other’s trigger away by deleting those of the project', () => {
    const { one, two } = twoDocuments();
    one.run('begin', MENU);
    two.run('begin', MENU);
    two.run('clearProject', MENU);
    expect(one.triggers()).toEqual([]);
  });

  test('each work in their own sheet when their triggers fire', () => {
    const { one, two } = twoDocuments();
    one.run('begin', MENU);
    two.run('begin', MENU);
    one.clock.moveTo(START + 61 * MINUTE);
    expect(two.fireDueTriggers()).toHaveLength(2);
    expect([one, two].map(({ person }) => person.displayValues('Sheet1'))).toEqual([[['tick']], [['tick']]]);
  });

  test('share the day’s quotas', () => {
    const { one, two } = twoDocuments();
    one.run('put', { ...MENU, args: ['x'] });
    two.run('put', { ...MENU, args: ['y'] });
    expect([one.used('properties'), two.used('properties')]).toEqual([6, 6]);
  });

  test('can be interleaved', () => {
    const { one, two } = twoDocuments();
    const runs = one.interleave(
      [
        { functionName: 'hold', ...MENU },
        { functionName: 'hold', ...MENU, on: two },
      ],
      (step) => step % 2,
    );
    expect(runs.map(({ value }) => value)).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  test('run onEdit for an edit in one while an execution is under way in the other', () => {
    const ran: string[] = [];
    const one = worldOf(
      `function main() { Utilities.sleep(1000); } function onEdit(e) { console.log(e.source.getName()); }`,
      {
        mode: 'addon',
        onExecution: ({ functionName, logs }) => ran.push(functionName, ...logs.map(({ text }) => text)),
      },
    );
    const two = one.addDocument({ name: 'Two' });
    one.run('main', { ...MENU, beforeCall: () => two.person.type('Sheet1', 1, 1, 'x') });
    expect(ran).toEqual(['onEdit', 'Two', 'main']);
  });

  test('are in one snapshot', () => {
    const { one, two } = twoDocuments();
    one.person.type('Sheet1', 1, 1, 'one');
    two.person.type('Sheet1', 1, 1, 'two');
    two.run('begin', MENU);
    const snapshot = two.snapshot();
    expect(() => worldOf(CODE, { mode: 'addon' }).restore(snapshot)).toThrow(
      'This state was saved with 2 documents: add the others first.',
    );
    const later = twoDocuments();
    later.one.restore(snapshot);
    expect([later.one, later.two].map(({ person }) => person.displayValues('Sheet1'))).toEqual([
      [['one']],
      [['two']],
    ]);
    expect(later.two.run('seen', MENU).value).toEqual([1, 1]);
    expect(later.one.run('seen', MENU).value).toEqual([1, 0]);
  });
});

test('getUserTriggers wants the spreadsheet', () => {
  const code = `function main() { return ScriptApp.getUserTriggers(null); }`;
  expect(worldOf(code).run('main', MENU).error?.message).toMatch(/don't match the method signature/);
});

test('a bound script has one document', () => {
  expect(() => worldOf(CODE).addDocument()).toThrow(/bound to a spreadsheet/);
});
