import { request } from 'node:http';
import { expect, test } from 'vitest';
import { findingsOf } from '../sidebar/axe.ts';
import { sharedPage } from './shared-page.ts';

const shared = sharedPage();

function ask(path: string, method: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, shared.local.url), { method, headers }, (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? 0);
    });
    sent.once('error', reject);
    sent.end(method === 'POST' ? '{"kind":"close-sidebar"}' : undefined);
  });
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

test('it says first which HeyGen is used, and where the page is', () => {
  expect(shared.local.printed.split('\n')[0]).toBe(
    'HeyGen: the built-in simulator (any key opens it, nothing is paid)',
  );
  expect(shared.local.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('only the page itself is answered: no other name, no other site, no page in a sandbox', async () => {
  const own = { ...JSON_TYPE, Origin: shared.local.url };
  expect(await ask('/act', 'POST', own)).toBe(200);
  expect(await ask('/act', 'POST', JSON_TYPE)).toBe(403);
  expect(await ask('/act', 'POST', { ...JSON_TYPE, Origin: 'https://example.com' })).toBe(403);
  expect(await ask('/act', 'POST', { ...JSON_TYPE, Origin: 'null' })).toBe(403);
  expect(await ask('/events', 'GET', { Host: 'rebound.example.com' })).toBe(403);
  expect(await ask('/events', 'GET', { 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
  expect(await ask('/', 'GET', {})).toBe(200);
});

test.each(['light', 'dark'] as const)('axe-core finds nothing on the page, %s', async (colorScheme) => {
  const visitor = await shared.visit({ colorScheme });
  const { page } = visitor;
  expect(await findingsOf(page)).toEqual([]);
  await visitor.addOn('Set HeyGen key…');
  await page.getByRole('dialog').waitFor();
  expect(await findingsOf(page)).toEqual([]);
  await visitor.answer('Cancel');
  await page.close();
});

test('the sidebar is the add-on’s own page, without an origin, and its calls reach the add-on', async () => {
  const visitor = await shared.visit();
  const { page } = visitor;
  await visitor.addOn('Open sidebar');
  const frame = page.frameLocator('.sidebar iframe');
  await frame.locator('input').first().waitFor();
  const handle = await page.locator('.sidebar iframe').elementHandle();
  const inside = await handle?.contentFrame();
  expect(await inside?.evaluate('self.origin')).toBe('null');
  expect(await inside?.evaluate('innerWidth')).toBe(300);
  const told = await inside?.evaluate(
    `new Promise((done) => google.script.run.withSuccessHandler(done).withFailureHandler(done).sidebarStart())`,
  );
  expect(JSON.parse(String(told))).toMatchObject({ ok: true, value: { sheet: { tab: 'outreach' } } });
  const refused = await inside?.evaluate(
    `new Promise((done) => google.script.run.withFailureHandler((error) => done(error.message)).noSuchFunction())`,
  );
  expect(refused).toBe('Script function not found: noSuchFunction');
  const thrown = await inside?.evaluate(
    `(() => { try { google.script.run.sidebarRow(new Date()); return ''; } catch (error) { return error.message; } })()`,
  );
  expect(thrown).toContain('illegal value');
  await page.getByRole('button', { name: 'Close the sidebar' }).click();
  await page.locator('.sidebar').waitFor({ state: 'detached' });
  await page.close();
});

test('the keyboard reaches the sheet, the menus and the panel', async () => {
  const visitor = await shared.visit();
  const { page } = visitor;
  await page.keyboard.press('F6');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toContain('Undo');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Edit');
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.locator('.name-box').textContent()).toBe('A3');
  await page.close();
});

test('a dialog outlives a reload, and the world stands still meanwhile', async () => {
  const visitor = await shared.visit();
  const { page } = visitor;
  await visitor.addOn('Set HeyGen key…');
  await page.getByText('stands: a dialog is open').waitFor();
  await page.reload();
  await page.getByRole('dialog').waitFor();
  await visitor.answer('Cancel');
  await page.close();
});

test('Ctrl-C ends it cleanly, and the next start goes on where it ended', async () => {
  const visitor = await shared.visit();
  const { page } = visitor;
  await visitor.cell(2, 1).click();
  await page.keyboard.type('Kept');
  await page.keyboard.press('Enter');
  await visitor.cell(2, 1).getByText('Kept').waitFor();
  expect(await shared.local.end()).toBe(0);
  await shared.local.start();
  await visitor.open(shared.local.url);
  expect(await visitor.cell(2, 1).textContent()).toBe('Kept');
  await page.close();
});
