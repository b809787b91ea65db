import { createHash } from 'node:crypto';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpServer } from '../../emulator/http-server.ts';
import { startHttpServer } from '../../emulator/http-server.ts';
import { launchBrowser, Visitor } from './local-page.ts';
import { type OwnAddOn, startOwnAddOn } from './own-add-on.ts';

const CODE = `
function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Open sidebar', 'openSidebar').addToUi(); }
function openSidebar() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('page').setTitle('Upload'));
}
function look(form) {
  return [Object.keys(form), form.title, form.file.getName(), form.file.getContentType(), form.file.getBytes().length];
}
function upload(form) {
  const reply = UrlFetchApp.fetch('https://api.heygen.com/v3/assets', { method: 'post', payload: { file: form.file } });
  return reply.getContentText();
}`;

const HTML = `<!DOCTYPE html><html lang="en"><head><title>Upload</title></head><body><form>
  <label>Title <input name="title" value="Größe"></label>
  <label>Left out <input name="off" value="x" disabled></label>
  <label>File <input type="file" name="file"></label></form></body></html>`;

const MB = 1024 * 1024;
const BYTE = '(at * 2654435761) >>> 24';
const byte = (at: number): number => (at * 2_654_435_761) >>> 24;
let browser: Browser;
let heygen: HttpServer;
let own: OwnAddOn;
let frame: Frame;

beforeAll(async () => {
  heygen = await startHttpServer();
  own = await startOwnAddOn({ code: CODE, html: HTML, rows: [['a']], origin: heygen.origin });
  browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
  await new Visitor(page).open(own.url);
  const handle = await page.waitForSelector('.sidebar iframe');
  const inside = await handle.contentFrame();
  if (inside === null) throw new Error('There is no sidebar.');
  frame = inside;
  await frame.waitForSelector('form');
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await own?.close();
  await heygen?.close();
});

/** What `google.script.run.<name>(...)` comes to; `args` as they stand in the page's script. */
function run(name: string, args: string): Promise<unknown> {
  return frame.evaluate(`new Promise((done) => {
    const form = document.forms[0];
    try {
      google.script.run.withSuccessHandler(done).withFailureHandler((error) => done(error.message)).${name}(${args});
    } catch (error) { done('thrown: ' + error.message); }
  })`);
}

/** Chooses a file of so many bytes, of which the one at `at` is `BYTE(at)`. */
function choose(name: string, type: string, size: number): Promise<unknown> {
  return frame.evaluate(`(() => {
    const list = new DataTransfer();
    const bytes = new Uint8Array(${size}).map((_, at) => ${BYTE});
    list.items.add(new File([bytes], '${name}', { type: '${type}' }));
    document.forms[0].file.files = list.files;
  })()`);
}

test('a form without a file gives its texts and an empty Blob', async () => {
  expect(await run('look', 'form')).toEqual([['title', 'file'], 'Größe', '', 'application/octet-stream', 0]);
});

test('a file comes with its name, its type and its bytes', async () => {
  await choose('Größe 1.png', 'image/png', 1_000);
  expect(await run('look', 'form')).toEqual([['title', 'file'], 'Größe', 'Größe 1.png', 'image/png', 1_000]);
});

test('a file of 32 MB reaches HeyGen byte for byte', async () => {
  await choose('Größe 1.png', 'image/png', 32 * MB);
  const seen = JSON.parse(String(await run('upload', 'form')));
  const boundary = String(seen.headers['content-type']).replace(/^multipart\/form-data; boundary=/, '');
  const sent = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="Größe 1.png"\r\nContent-Type: image/png\r\n\r\n`,
    ),
    Buffer.alloc(32 * MB).map((_, at) => byte(at)),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  expect(seen.sha256).toBe(createHash('sha256').update(sent).digest('hex'));
});

test('more than 50 MB fail with a sentence', async () => {
  await choose('film.mp4', 'video/mp4', 50 * MB);
  expect(await run('look', 'form')).toBe('The form is larger than 50 MB.');
});

test('a form beside other arguments, inside one, or with two fields of one name fails where it stands', async () => {
  expect(await run('look', 'form, 1')).toMatch(/^thrown: .*illegal value/);
  expect(await run('look', '{ form }')).toMatch(/^thrown: .*illegal value/);
  expect(await run('look', 'form.file')).toMatch(/^thrown: .*illegal value/);
  const twice = `(() => { const twice = form.cloneNode(true); twice.append(form.title.cloneNode()); return twice; })()`;
  expect(await run('look', twice)).toMatch(/^thrown: .*several fields called "title"/);
});
