import { describe, expect, test } from 'vitest';
import { createPageCalls } from '../../src/emulator/page-calls.ts';
import { createSeededRandom } from '../../src/emulator/seeded-random.ts';
import { MANIFEST, refusalOf, returnedBy, runMain, worldOf } from '../emulator/world.ts';

const main = (body: string): string => `function main() { ${body} }`;
const PERMISSION = /permission/;

describe('a published add-on that was not used in the file yet', () => {
  const open = (body: string) => worldOf(`function onOpen() { ${body} }`).open({ authMode: 'NONE' });

  test.each([
    'PropertiesService.getUserProperties()',
    'PropertiesService.getDocumentProperties()',
    'SpreadsheetApp.getActiveSpreadsheet()',
    'CacheService.getUserCache()',
  ])('may not call %s', (call) => {
    expect(open(call).error?.message).toMatch(PERMISSION);
  });

  test('may build its menu, and nothing else', () => {
    expect(open(`SpreadsheetApp.getUi().createAddonMenu().addItem('Start', 'main').addToUi();`).outcome).toBe(
      'returned',
    );
  });

  test('has its global statements run under the same mode', () => {
    const world = worldOf('const store = PropertiesService.getUserProperties(); function onOpen() {}');
    expect(world.open({ authMode: 'NONE' }).error?.message).toMatch(PERMISSION);
  });
});

describe('permissions', () => {
  test('that the user has left out are refused one by one', () => {
    const grantedScopes = MANIFEST.oauthScopes.filter((scope) => !scope.endsWith('script.scriptapp'));
    expect(refusalOf(main('ScriptApp.getProjectTriggers();'), { grantedScopes })).toMatch(PERMISSION);
    expect(returnedBy(main('return SpreadsheetApp.getActiveSheet().getName();'), { grantedScopes })).toBe(
      'Sheet1',
    );
  });
});

describe('pages', () => {
  test.each([
    [
      'a template literal, in which "//" would be stripped',
      '<script>const url = `https://example.com`;</script>',
    ],
    ['"<?", which would run as a scriptlet', '<p><?= 1 ?></p>'],
  ])('are refused here for %s', (_, html) => {
    expect(runMain(main(`HtmlService.createHtmlOutput(${JSON.stringify(html)});`)).outcome).toBe('threw');
  });

  test('in the sidebar are one at a time', () => {
    const world = worldOf(
      main(
        `for (const page of ['one', 'two']) SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(page));`,
      ),
      {
        pages: { one: '<p>one</p>', two: '<p>two</p>' },
      },
    );
    world.run('main', { kind: 'menu' });
    expect(world.ui.sidebar()?.html).toBe('<p>two</p>');
  });
});

describe('google.script.run', () => {
  const world = worldOf(`
    function fine() { return SpreadsheetApp.getActiveSheet().getName(); }
    function hidden_() {}
    const arrow = () => 1;
    function dated() { return { rows: [1, 2], at: new Date() }; }
    function who() { return Session.getTemporaryActiveUserKey(); }`);
  const reply = (functionName: string, args: readonly unknown[] = []) =>
    world.serve({ functionName, args }).reply;

  test('reaches functions of the top level whose names do not end in an underscore', () => {
    expect(reply('fine')).toEqual({ ok: true, value: 'Sheet1' });
    expect([reply('hidden_').ok, reply('arrow').ok]).toEqual([false, false]);
  });

  test.each([
    ['a Date', new Date(0)],
    ['a function', () => 1],
  ])('sends no %s', (_, argument) => {
    expect(world.serve({ functionName: 'fine', args: [argument] })).toMatchObject({
      reply: { ok: false },
      execution: null,
    });
  });

  test('loses a whole result for one Date in it', () => {
    expect(reply('dated')).toEqual({ ok: true, value: null });
  });

  test('makes ten calls at once, and keeps no order', () => {
    const settled: number[] = [];
    const refused: number[] = [];
    const calls = createPageCalls(() => ({ ok: true, value: null }), createSeededRandom(1));
    for (let n = 0; n < 11; n += 1) {
      calls.submit({ functionName: 'fine', args: [] }, ({ ok }) => (ok ? settled : refused).push(n));
    }
    while (calls.settleOne());
    expect(refused).toEqual([10]);
    expect([...settled].sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, n) => n));
    expect(settled).not.toEqual([...settled].sort((a, b) => a - b));
  });

  test('fails, or runs as another account, in a browser with several Google accounts', () => {
    const request = { functionName: 'who', args: [] };
    const denied = world.serve(request, { otherAccount: true });
    expect(denied.execution).toBeNull();
    expect(denied.reply).toEqual({ ok: false, error: expect.stringContaining('PERMISSION_DENIED') });
    expect(world.serve(request, { user: 'other@example.com' }).reply).not.toEqual(world.serve(request).reply);
  });
});
