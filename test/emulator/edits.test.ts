import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import type { Execution } from '../../src/emulator/execution.ts';
import type { WorldOptions } from './world.ts';
import { MANIFEST, worldOf } from './world.ts';

const TELLS = `
  function onEdit(e) {
    const { range } = e;
    console.log(range.getSheet().getSheetId(), range.getRow(), range.getColumn(), range.getNumRows(),
      range.getNumColumns(), JSON.stringify([e.oldValue, e.value, 'oldValue' in e, 'value' in e]));
  }`;

/** A world, and the records of the edits that ran in it. */
function watched(code: string, options: WorldOptions = {}): { world: Emulator; edits: Execution[] } {
  const edits: Execution[] = [];
  const world = worldOf(code, {
    ...options,
    onExecution: (execution) => {
      if (execution.kind === 'edit') edits.push(execution);
    },
  });
  return { world, edits };
}

const said = (edits: readonly Execution[]) => edits.flatMap(({ logs }) => logs.map(({ text }) => text));

describe('what fires onEdit', () => {
  test('typing does, with the value before and after, as long as there is one', () => {
    const { world, edits } = watched(TELLS);
    for (const text of ['Ann', '42', '']) world.person.type('Sheet1', 2, 3, text);
    world.person.renameHeader('Sheet1', 4, 'Name');
    expect(said(edits)).toEqual([
      '0 2 3 1 1 [null,"Ann",false,true]',
      '0 2 3 1 1 ["Ann",42,true,true]',
      '0 2 3 1 1 [42,null,true,false]',
      '0 1 4 1 1 [null,"Name",false,true]',
    ]);
  });

  test('a paste does once, over the whole block and without values, even into one cell', () => {
    const { world, edits } = watched(TELLS);
    world.person.pasteText('Sheet1', 2, 1, 'a\tb\tc\nd');
    world.person.pasteText('Sheet1', 2, 1, 'x');
    expect(world.person.displayValues('Sheet1')).toEqual([
      ['', '', ''],
      ['x', 'b', 'c'],
      ['d', '', ''],
    ]);
    expect(said(edits)).toEqual(['0 2 1 2 3 [null,null,false,false]', '0 2 1 1 1 [null,null,false,false]']);
  });

  test('undoing an edit and repeating it do, without values; undoing a sort does not', () => {
    const { world, edits } = watched(TELLS);
    world.person.load('Sheet1', [['Name'], ['b'], ['a']]);
    world.person.type('Sheet1', 2, 1, 'c');
    world.person.undo();
    world.person.redo();
    world.person.sortRows('Sheet1', 1, true);
    world.person.undo();
    expect(said(edits).slice(1)).toEqual([
      '0 2 1 1 1 [null,null,false,false]',
      '0 2 1 1 1 [null,null,false,false]',
    ]);
  });

  test('the Delete key and one act on several cells do once', () => {
    const { world, edits } = watched(TELLS);
    world.person.load('Sheet1', [['a'], ['b'], ['c']]);
    world.person.clear('Sheet1', 'A2:A3');
    world.person.enter('Sheet1', [
      { row: 5, column: 2, text: 'x' },
      { row: 4, column: 3, text: 'y' },
    ]);
    world.person.enter('Sheet1', []);
    expect(said(edits)).toEqual(['0 2 1 2 1 [null,null,false,false]', '0 4 2 2 2 [null,null,false,false]']);
    expect(world.person.displayValues('Sheet1')[0]).toEqual(['a', '', '']);
    expect(world.person.cell('Sheet1', 2, 1).value).toBe('');
  });

  test('rows that move, come or go do not, nor does loading a sheet', () => {
    const { world, edits } = watched(TELLS);
    const { person } = world;
    person.load('Sheet1', [['h'], ['b'], ['a'], ['c']]);
    person.sortRows('Sheet1', 1, true);
    person.duplicateRow('Sheet1', 2);
    person.insertRows('Sheet1', 2);
    person.deleteRows('Sheet1', 2);
    person.moveRow('Sheet1', 2, 3);
    person.cutPasteRow('Sheet1', 2, 3);
    person.setNote('Sheet1', 2, 1, 'note');
    expect(edits).toEqual([]);
  });

  test('what a script writes does not, its own writes included', () => {
    const { world, edits } = watched(`
      const write = (text) => SpreadsheetApp.getActiveSheet().getRange(9, 1).setValue(text);
      function onEdit() { write('by onEdit'); SpreadsheetApp.flush(); }
      function main() { write('by main'); }`);
    world.run('main', { kind: 'menu' });
    expect(edits).toHaveLength(0);
    world.person.type('Sheet1', 1, 1, 'x');
    expect(edits).toHaveLength(1);
    expect(world.person.cell('Sheet1', 9, 1).value).toBe('by onEdit');
  });

  test('an edit that the grid refuses does not', () => {
    const { world, edits } = watched(TELLS);
    expect(() => world.person.pasteText('Sheet1', 1000, 1, 'a\nb')).toThrow();
    expect(world.person.cell('Sheet1', 1000, 1).value).toBe('');
    expect(edits).toEqual([]);
  });

  test('nothing does where the code has no onEdit, or the script has no document', () => {
    const type = ({ world, edits }: ReturnType<typeof watched>) => {
      world.person.type('Sheet1', 1, 1, 'x');
      return edits.length;
    };
    expect(type(watched('function onOpen() {}'))).toBe(0);
    expect(type(watched(TELLS, { container: false }))).toBe(0);
    expect(type(watched(TELLS))).toBe(1);
  });
});

describe('what onEdit gets and may do', () => {
  test('its range, sheet and spreadsheet come with the event and cost no call', () => {
    const { world, edits } = watched(
      `function onEdit(e) {
        const sheet = e.range.getSheet();
        console.log(e.source.getId(), e.source.getName(), sheet.getName(), sheet.getParent().getId(), e.range.getA1Notation());
      }`,
      { spreadsheet: { id: 'the-id', name: 'Videos' } },
    );
    world.person.addSheet('Other');
    world.person.pasteText('Other', 2, 2, 'a\tb');
    expect(said(edits)).toEqual(['the-id Videos Other the-id B2:C2']);
    expect(edits[0]?.counts.total).toBe(0);
  });

  test('the range reads and writes the sheet like every other range', () => {
    const { world, edits } = watched(`function onEdit(e) {
      e.range.offset(0, 1).setValue(e.range.getValue() + '!');
    }`);
    world.person.type('Sheet1', 1, 1, 'hello');
    expect(world.person.displayValues('Sheet1')).toEqual([['hello', 'hello!']]);
    expect(edits[0]?.counts.services).toEqual({ sheets: 2 });
  });

  test('it runs as who edits, with mode LIMITED, and sees what is selected', () => {
    const { world, edits } = watched(
      `function onEdit(e) {
        console.log(e.authMode === ScriptApp.AuthMode.LIMITED, SpreadsheetApp.getActiveRange().getA1Notation());
      }`,
      { user: 'bert@example.com' },
    );
    world.person.select('Sheet1', ['B7']);
    world.person.type('Sheet1', 7, 2, 'x');
    expect(edits).toMatchObject([{ functionName: 'onEdit', user: 'bert@example.com', outcome: 'returned' }]);
    expect(said(edits)).toEqual(['true B7']);
  });

  test('the user’s address is blank unless the manifest asks for it', () => {
    const addressIn = (manifest: object) => {
      const { world, edits } = watched('function onEdit(e) { console.log(e.user.getEmail()); }', {
        manifest,
      });
      world.person.type('Sheet1', 1, 1, 'x');
      return said(edits);
    };
    const email = 'https://www.googleapis.com/auth/userinfo.email';
    expect(addressIn(MANIFEST)).toEqual(['']);
    expect(addressIn({ ...MANIFEST, oauthScopes: [...MANIFEST.oauthScopes, email] })).toEqual([
      'anna@example.com',
    ]);
  });

  test('what needs a permission is refused; properties, caches, locks and toasts work', () => {
    const { world, edits } = watched(`function onEdit() {
      for (const act of [
        () => UrlFetchApp.fetch('https://api.heygen.com/v3/videos'),
        () => ScriptApp.newTrigger('onEdit').timeBased().everyMinutes(5).create(),
        () => SpreadsheetApp.getUi().alert('hello'),
        () => LockService.getDocumentLock().tryLock(0),
        () => PropertiesService.getDocumentProperties().setProperty('a', '1'),
        () => CacheService.getDocumentCache().put('b', '2'),
        () => SpreadsheetApp.getActiveSpreadsheet().toast('seen'),
      ]) {
        try { act(); console.log('fine'); } catch (error) { console.log(error.message.slice(0, 37)); }
      }
    }`);
    world.person.type('Sheet1', 1, 1, 'x');
    const refused = 'Specified permissions are not suffici';
    expect(said(edits)).toEqual([refused, refused, refused, 'fine', 'fine', 'fine', 'fine']);
    expect(edits[0]?.fetches).toEqual([]);
    expect(world.ui.toasts().map(({ message }) => message)).toEqual(['seen']);
  });

  test('it is killed after thirty seconds', () => {
    const { world, edits } = watched(
      'function onEdit(e) { for (;;) { Utilities.sleep(1000); e.range.getValue(); } }',
    );
    world.person.type('Sheet1', 1, 1, 'x');
    expect(edits).toMatchObject([{ outcome: 'killed', reason: 'thirty-seconds' }]);
  });

  test('what it throws is recorded and leaves the edit as it was made', () => {
    const { world, edits } = watched("function onEdit() { throw new Error('no'); }");
    world.person.type('Sheet1', 1, 1, 'kept');
    expect(edits).toMatchObject([{ outcome: 'threw', error: { message: 'no' } }]);
    expect(world.person.cell('Sheet1', 1, 1).value).toBe('kept');
  });
});

describe('when onEdit runs', () => {
  const SEES = `
    function onEdit(e) { console.log(e.value, e.range.getValue()); }
    function main() { for (let n = 0; n < 3; n += 1) PropertiesService.getUserProperties().getProperty('a'); }`;

  test('after the execution during which the edit was made, once an edit, on the newest state', () => {
    const ended: string[] = [];
    const world: Emulator = worldOf(SEES, {
      onExecution: ({ functionName, logs }) =>
        ended.push(`${functionName} ${logs.map(({ text }) => text).join()}`),
    });
    world.run('main', { kind: 'menu', beforeCall: (_, n) => world.person.type('Sheet1', 1, 1, `v${n}`) });
    expect(ended).toEqual(['main ', 'onEdit v1 v3', 'onEdit v2 v3', 'onEdit v3 v3']);
  });

  test('after the last of several interleaved executions', () => {
    const ended: string[] = [];
    const world: Emulator = worldOf(SEES, { onExecution: ({ functionName }) => ended.push(functionName) });
    const edit = () => world.person.type('Sheet1', 1, 1, 'x');
    const run = { functionName: 'main', kind: 'menu' } as const;
    world.interleave([{ ...run, killAtCall: 2, beforeCall: edit }, run], (step) => step % 2);
    expect(ended).toEqual(['main', 'main', 'onEdit']);
  });

  test('late, only when it is called for, even during another execution, which it may be killed in', () => {
    const { world, edits } = watched(SEES, { simpleTriggers: 'late' });
    for (const text of ['v1', 'v2']) world.person.type('Sheet1', 1, 1, text);
    world.run('main', { kind: 'menu' });
    expect(edits).toEqual([]);
    let late: readonly Execution[] = [];
    const beforeCall = (_: unknown, n: number) => {
      if (n === 2) late = world.runLateEdits({ killAtCall: 1 });
    };
    expect(world.run('main', { kind: 'menu', beforeCall }).outcome).toBe('returned');
    expect(late).toEqual(edits);
    expect(late.map(({ outcome }) => outcome)).toEqual(['killed', 'killed']);
    expect(world.runLateEdits()).toEqual([]);
  });

  test('never, where the platform drops it', () => {
    const { world, edits } = watched(SEES, { simpleTriggers: 'never' });
    world.person.type('Sheet1', 1, 1, 'x');
    expect(world.runLateEdits()).toEqual([]);
    expect(edits).toEqual([]);
  });

  test('not at all after a restore: what waited is lost', () => {
    const { world, edits } = watched(SEES, { simpleTriggers: 'late' });
    world.person.type('Sheet1', 1, 1, 'x');
    world.restore(world.snapshot());
    expect(world.runLateEdits()).toEqual([]);
    expect(edits).toEqual([]);
    expect(world.person.cell('Sheet1', 1, 1).value).toBe('x');
  });
});
