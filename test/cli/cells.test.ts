import { parse } from 'csv-parse/sync';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildCommand, Desk, render } from './command.ts';

let desk: Desk;

beforeAll(buildCommand);
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

it('gives every exotic cell back exactly, in the real command', async () => {
  const header = '\ufeffscript,avatar_id,a,a,,b ,c';
  const first = '"Hello <<c>>,\nsay ""hi""",Anna_Office_Front_public,007,=SUM(A1),+1, TRUE ,👩🏽‍🚀 é';
  const second = "'Hi,Anna_Office_Front_public,16:9,,,,'x";
  const short = 'Hello,Anna_Office_Front_public';
  const blank = ',,,,,,';
  const lines = [header, first, second, short, blank, second];
  const ran = await render([desk.write('sheet.csv', lines.join('\r\n'))]);
  expect(ran.stderr).toBe('');
  const out = desk.read('sheet.rendered.csv').split('\r\n');
  expect(out).toHaveLength(lines.length);
  expect(out[0]).toBe(`${header},status,problem,video_url,video_page,thumbnail,seconds,job`);
  expect(out[1]?.startsWith(`${first},Done,,http`)).toBe(true);
  expect(out[2]?.startsWith(`${second},Done,,http`)).toBe(true);
  // A short row is filled up with blank cells, so that the outputs stand in their columns.
  expect(out[3]?.startsWith(`${short},,,,,,Done,,http`)).toBe(true);
  expect(out[4]).toBe(`${blank},,,,,,,`);
  expect(out[5]?.startsWith(`${second},Done,,http`)).toBe(true);
});

it('fills the columns for a mail: the HTML, and the address of the picture instead of a formula', async () => {
  const lines = [
    'script,avatar_id,email_html,thumbnail_image',
    'Hello Ana,Anna_Office_Front_public,,',
    'Hello Ben,Anna_Office_Front_public,,',
  ];
  const ran = await render([desk.write('sheet.csv', lines.join('\n'))]);
  expect(ran.stderr).toBe('');
  const [headers = [], ...rows] = parse(desk.read('sheet.rendered.csv')) as string[][];
  const shown = rows.map((row) => Object.fromEntries(headers.map((header, at) => [header, row[at] ?? ''])));
  expect(shown.map(({ script }) => script)).toEqual(['Hello Ana', 'Hello Ben']);
  for (const { email_html, thumbnail_image, thumbnail, video_page } of shown) {
    expect(email_html).toContain(`href="${video_page}"`);
    expect(thumbnail_image).toMatch(/^http/);
    expect(thumbnail_image).toBe(thumbnail);
  }
});
