import { describe, expect, test } from 'vitest';
import type { Dialog } from '../../src/emulator/services/ui-service.ts';
import { refusalOf, runMain, worldOf } from './world.ts';

const main = (body: string): string => `function main() { ${body} }`;
const UI = 'const ui = SpreadsheetApp.getUi();';

describe('dialogs', () => {
  test('an alert shows its words and answers with a button', () => {
    const asked: Dialog[] = [];
    const world = worldOf(
      main(`${UI} const button = ui.alert('Render', '3 videos', ui.ButtonSet.YES_NO);
        return [button === ui.Button.YES, String(ui.alert('Done')), button === 'YES'];`),
      {
        answer: (dialog) => {
          asked.push(dialog);
          return { button: dialog.buttons === 'OK' ? 'OK' : 'YES' };
        },
      },
    );
    expect(world.run('main', { kind: 'menu' }).value).toEqual([true, 'OK', false]);
    expect(asked).toEqual([
      { kind: 'alert', title: 'Render', message: '3 videos', buttons: 'YES_NO' },
      { kind: 'alert', title: '', message: 'Done', buttons: 'OK' },
    ]);
    expect(world.ui.dialogs()).toHaveLength(2);
  });

  test('a prompt gives what was typed', () => {
    const code = main(`${UI} const reply = ui.prompt('Key', 'Paste it', ui.ButtonSet.OK_CANCEL);
      return [reply.getResponseText(), reply.getSelectedButton() === ui.Button.OK];`);
    expect(runMain(code, { answer: () => ({ button: 'OK', text: 'abc' }) }).value).toEqual(['abc', true]);
  });

  test('buttons of another enumeration are refused', () => {
    expect(refusalOf(main(`${UI} ui.alert('a', 'b', 'YES_NO')`))).toContain(
      "don't match the method signature for Ui.alert",
    );
  });

  test('a toast is seen by who sits before the sheet, and by nobody in a trigger', () => {
    const world = worldOf(main(`SpreadsheetApp.getActiveSpreadsheet().toast('3 queued', 'Mail merge', 8)`));
    world.run('main', { kind: 'trigger' });
    expect(world.ui.toasts()).toEqual([]);
    world.run('main', { kind: 'menu' });
    expect(world.ui.toasts()).toEqual([{ message: '3 queued', title: 'Mail merge', seconds: 8 }]);
  });
});

describe('pages', () => {
  const show = (html: string) => {
    const world = worldOf(
      main(`${UI} ui.showSidebar(HtmlService.createHtmlOutputFromFile('page').setTitle('Mail merge'))`),
      { pages: { page: html } },
    );
    const { error } = world.run('main', { kind: 'menu' });
    return error?.message ?? world.ui.sidebar();
  };

  test('the sidebar shows the page of that name', () => {
    const html = '<p>Hello</p><script>const a = 1; // fine</script>';
    expect(show(html)).toEqual({ title: 'Mail merge', html, width: null, height: null });
  });

  test('a page that HtmlService would damage is refused', () => {
    expect(show('<script>const u = `https://x`;</script>')).toContain('template literal');
    expect(show('<p><?= 1 ?></p>')).toContain('scriptlet');
    expect(show('<p>`quoted`</p>')).toMatchObject({ html: '<p>`quoted`</p>' });
  });

  test('a page that is not there is named', () => {
    expect(refusalOf(main(`HtmlService.createHtmlOutputFromFile('other')`))).toBe(
      'No HTML file named other was found.',
    );
  });
});
