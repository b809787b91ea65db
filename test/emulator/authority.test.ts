import { describe, expect, test } from 'vitest';
import { MANIFEST, refusalOf, returnedBy, worldOf } from './world.ts';

const SCOPE = 'https://www.googleapis.com/auth/';

describe('what a script may do', () => {
  test.each([
    'PropertiesService.getUserProperties()',
    'CacheService.getUserCache()',
    'LockService.getDocumentLock()',
    'SpreadsheetApp.getActiveSpreadsheet()',
    'SpreadsheetApp.getActiveSheet()',
    'ScriptApp.getProjectTriggers()',
    'UrlFetchApp.fetch("https://api.heygen.com/v3/x")',
  ])('%s throws under AuthMode NONE, while loading and in onOpen', (expression) => {
    const loading = worldOf(`${expression}; function onOpen() {}`).open({ authMode: 'NONE' });
    const running = worldOf(`function onOpen() { ${expression}; }`).open({ authMode: 'NONE' });
    for (const { error } of [loading, running]) {
      expect(error?.message).toMatch(/^Specified permissions are not sufficient to call /);
    }
  });

  test('a menu can be built under NONE, and onOpen is told the mode', () => {
    const world = worldOf(`function onOpen(e) {
      const label = e.authMode === ScriptApp.AuthMode.NONE ? 'Start' : 'Render';
      SpreadsheetApp.getUi().createAddonMenu().addItem(label, 'render').addSeparator()
        .addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('Help', 'help')).addToUi();
    }`);
    expect(world.open({ authMode: 'NONE' }).error).toBeNull();
    expect(world.ui.menus()).toEqual([
      {
        label: 'Add-on',
        entries: [
          { kind: 'item', label: 'Start', functionName: 'render' },
          { kind: 'separator' },
          {
            kind: 'submenu',
            label: 'More',
            entries: [{ kind: 'item', label: 'Help', functionName: 'help' }],
          },
        ],
      },
    ]);
  });

  test('LIMITED reads the sheet and settings, but fetches nothing, makes no trigger and shows no sidebar', () => {
    const open = (body: string) =>
      worldOf(`function onOpen() { ${body} }`, { pages: { page: '<p>' } }).open().error?.message ?? 'fine';
    expect(
      open('PropertiesService.getUserProperties().getProperty("x"); SpreadsheetApp.getActiveSheet();'),
    ).toBe('fine');
    for (const body of [
      'UrlFetchApp.fetch("https://api.heygen.com/v3/x")',
      'ScriptApp.newTrigger("tick").timeBased().everyMinutes(1).create()',
      'SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("page"))',
      'SpreadsheetApp.getUi().alert("Hello")',
    ]) {
      expect(open(body)).toMatch(/^Specified permissions are not sufficient/);
    }
  });

  test('a scope that the user denied is named in the refusal', () => {
    const granted = MANIFEST.oauthScopes.filter((scope) => !scope.endsWith('external_request'));
    const code = 'function main() { UrlFetchApp.fetch("https://api.heygen.com/v3/x"); }';
    expect(refusalOf(code, { grantedScopes: granted })).toBe(
      `Specified permissions are not sufficient to call UrlFetchApp.fetch. Required permissions: (${SCOPE}script.external_request)`,
    );
    expect(returnedBy(code)).toBeNull();
  });

  test('a scope that the manifest does not hold helps nobody, and a user has no address without one', () => {
    expect(refusalOf('function main() { Session.getActiveUser().getEmail(); }')).toContain(
      `${SCOPE}userinfo.email`,
    );
    const oauthScopes = [...MANIFEST.oauthScopes, `${SCOPE}userinfo.email`];
    const code = 'function main() { return Session.getActiveUser().getEmail(); }';
    expect(returnedBy(code, { manifest: { ...MANIFEST, oauthScopes } })).toBe('anna@example.com');
  });

  test('a trigger has no user interface', () => {
    const code = 'function main() { SpreadsheetApp.getUi(); }';
    expect(refusalOf(code, {}, { kind: 'trigger' })).toBe(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });

  test('without a container there is no document, no document lock and no document property', () => {
    const code = `function main() {
      return [LockService.getDocumentLock(), PropertiesService.getDocumentProperties(), SpreadsheetApp.getActive()];
    }`;
    expect(returnedBy(code, { container: false })).toEqual([null, null, null]);
  });
});
