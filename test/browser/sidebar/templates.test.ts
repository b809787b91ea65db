import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeTemplates } from './fake-catalogue.ts';
import { FAKE_ROWS } from './fake-rows.ts';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const argsOf = (server: FakeServer, name: string) =>
  server.log.filter((call) => call.name === name).map(({ args }) => args);

const openTemplates = (page: Page) => page.getByRole('radio', { name: 'Templates' }).check();

describe('the picker of templates', () => {
  it('asks for them page by page, and only once it is opened', async () => {
    const server = new FakeServer();
    server.templates = fakeTemplates(14);
    const page = await openSidebar(browser, server);
    await page.locator('.item').first().waitFor();
    expect(server.count('sidebarTemplates')).toBe(0);
    await openTemplates(page);
    await page.getByText('14 templates', { exact: true }).waitFor();
    expect(argsOf(server, 'sidebarTemplates')).toEqual([[null], ['5'], ['10']]);
    await page.getByRole('textbox', { name: 'Search templates' }).fill('renewal');
    await page.getByText('2 of 14 templates').waitFor();
    await page.context().close();
  });

  it('opens on the template of the active row', async () => {
    const server = new FakeServer();
    server.sheet.row(4).changes = FAKE_ROWS.template;
    const page = await openSidebar(browser, server);
    await page.getByRole('option', { name: /Renewal reminder/u, selected: true }).waitFor();
    expect(await page.getByRole('radio', { name: 'Templates' }).isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Search templates' }).count()).toBe(0);
    await page.getByRole('radio', { name: 'Avatars' }).check();
    await page.getByRole('listbox', { name: 'Avatars' }).waitFor();
    await page.context().close();
  });

  it('by keyboard: one is chosen, given to the selected rows, and made the default', async () => {
    const server = new FakeServer();
    server.sheet.selected = [4, 5];
    const page = await openSidebar(browser, server);
    await page.getByRole('radio', { name: 'Avatars' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('listbox', { name: 'Templates' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByText('Not written yet').waitFor();
    await page.getByRole('button', { name: 'Use for 2 selected rows' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Written into 2 rows.').waitFor();
    expect(argsOf(server, 'sidebarUse').map(([values]) => values)).toEqual([{ template_id: 'template-1' }]);
    await page.getByRole('button', { name: 'Use as this sheet’s default' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Saved for the sheet').waitFor();
    expect(argsOf(server, 'sidebarDefaults')).toEqual([[{ template_id: 'template-1' }, 'Outreach']]);
    await page.context().close();
  });

  it('adds the columns of a template and says which, and says so when none was missing', async () => {
    const server = new FakeServer();
    const page = await openSidebar(browser, server);
    await openTemplates(page);
    await page.locator('.item', { hasText: 'Invitation' }).click();
    const add = page.getByRole('button', { name: 'Add columns for this template' });
    await add.click();
    await page.getByText('Added 2 columns: template_id, hero_picture.').waitFor();
    expect(argsOf(server, 'sidebarTemplateColumns')).toEqual([['template-1']]);
    await add.click();
    await page.getByText('The sheet has every column that this template needs.').waitFor();
    server.failNext('sidebarTemplateColumns', 'The sheet has no room for another column. Remove one.');
    await add.click();
    await page.getByText('The sheet has no room for another column. Remove one.').waitFor();
    await page.context().close();
  });

  it('looks again when asked, past what was kept of them, and keeps the focus', async () => {
    const server = new FakeServer();
    server.templates = [];
    const page = await openSidebar(browser, server);
    await openTemplates(page);
    await page.getByText('No templates in this account').waitFor();
    server.templates = fakeTemplates(6);
    const again = page.getByRole('button', { name: 'Reload' });
    await again.focus();
    await page.keyboard.press('Enter');
    await page.getByText('6 templates', { exact: true }).waitFor();
    expect(argsOf(server, 'sidebarTemplates')).toEqual([[null], [null, true], ['5']]);
    expect(await again.evaluate('document.activeElement.textContent')).toBe('Reload');
    await page.context().close();
  });

  it('says what to do when there are none, and offers to try again when they did not come', async () => {
    const server = new FakeServer();
    server.templates = [];
    server.failNext('sidebarTemplates', 'HeyGen did not answer. Wait a minute and try again.');
    const page = await openSidebar(browser, server);
    await openTemplates(page);
    await page.getByText('HeyGen did not answer.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('No templates in this account').waitFor();
    await page.getByText('Only templates with variables are listed. Create one in HeyGen.').waitFor();
    await page.context().close();
  });
});

describe('a template that was chosen', () => {
  it('is not written together with a look or a voice, nor they with it', async () => {
    const server = new FakeServer();
    const page = await openSidebar(browser, server);
    await page.locator('.item').nth(2).click();
    await openTemplates(page);
    await page.locator('.item').first().click();
    await page.getByRole('radio', { name: 'Avatars' }).check();
    await page.locator('.item').nth(2).click();
    await page.getByRole('button', { name: 'Use for 1 selected row' }).click();
    await page.getByText('Written into 1 row.').waitFor();
    expect(argsOf(server, 'sidebarUse').map(([values]) => values)).toEqual([{ avatar_id: 'look-2' }]);
    await page.context().close();
  });
});
