import { expect, test } from 'vitest';
import { ownPage } from './own-page.ts';

const begin = ownPage();

test('a row is heard for its price, its exact length replaces the estimate, and the same words cost nothing again', async () => {
  const story = await begin();
  const { page, visitor, sidebar } = story;
  await story.open('Script');
  await story.select(3);
  await story.says('about 8 s');
  const hear = story.button(/^Hear it for \$0\.0\d$/);
  await hear.focus();
  await page.keyboard.press('Enter');
  await sidebar.getByLabel('Recording').waitFor();
  expect(await story.focused()).toBe('Recording');
  await story.says(/ characters · 8 s$/);
  await expect.poll(() => visitor.counter('charged')).not.toBe('$0.00');
  await story.isClean();

  const charged = await visitor.counter('charged');
  await story.select(2);
  await story.select(3);
  await story.button('Hear it (paid already)').click();
  await sidebar.getByLabel('Recording').waitFor();
  await story.says(/ characters · 8 s$/);
  await expect.poll(() => visitor.counter('charged')).toBe(charged);
  expect(await visitor.counter('paid videos')).toBe('0');
}, 90_000);

test('where there is no speech the sentence says so, nothing is paid, and one row is offered as a sample', async () => {
  const story = await begin();
  const { visitor } = story;
  await story.day('No speech');
  await story.open('Script');
  await story.select(4);
  await story.button(/^Hear it for/).click();
  await story.says(/^HeyGen cannot speak in this voice without a video\. Nothing was paid\./);
  await story.isNowhereGreen();
  await story.isClean();
  await story.button('Render this row as a sample…').click();
  await story.says('1 row selected');
  await story.button('Render 1 video').waitFor();
  await story.says(/^about \$\d\.\d\d to \$\d\.\d\d$/);
  expect(await visitor.counter('charged')).toBe('$0.00');
}, 90_000);

test('a sample says why each row is in it, is watched in the sidebar, and approved lets the rest go', async () => {
  const story = await begin();
  const { page, visitor, sidebar } = story;
  await story.open('Render');
  await story.select(2, 9);
  await sidebar.getByText('See 5 videos before the rest').click();
  const sample = story.box('Sample');
  // Names, not ids.
  await sample
    .getByText(/^Row 2: the first row, the longest text, avatar Anna in Office, voice Sara/)
    .waitFor();
  await sample.getByText('Row 4: the fallback of <<first_name>>').waitFor();
  await story.isClean();
  await story.button(/^Render a sample/).click();
  await story.says('5 videos of the sample under way.');
  expect(await story.button(/^Approve/).count()).toBe(0);
  await visitor.speed(300);
  await story.says('The sample is done. Watch it, then approve it or change the script.');
  expect(await story.statuses()).toEqual({ Done: 5 });

  const watch = story.button('Watch the video of Row 2');
  await watch.focus();
  await page.keyboard.press('Enter');
  const frame = await story.frame();
  await expect
    .poll(() => frame.evaluate<number>(`document.querySelector('video[controls]')?.duration || 0`))
    .toBeGreaterThan(1);
  expect(await story.focused()).toBe('Close the video of Row 2');
  await story.isClean();
  await story.button('Approve and render the rest (3)').click();
  await expect.poll(() => story.statuses(), { timeout: 20_000 }).toEqual({ Done: 8 });
  await expect.poll(() => visitor.counter('paid videos')).toBe('8');
}, 90_000);

test('a script that is changed instead asks for another sample, and the rest was not paid for', async () => {
  const story = await begin();
  const { visitor, sidebar } = story;
  const names = ['Ana', 'Ben', 'Chiara', 'Dai'];
  await story.newSheet(
    'first_name\tavatar_id\tvoice_id',
    ...names.map((name) => `${name}\tAnna_Office_Front_public\tvoice_en_sara`),
  );
  await story.select(2, 5);
  await story.open('Script');
  const script = sidebar.getByRole('textbox', { name: 'Script for the whole sheet' });
  await script.fill('Hello <<first_name>>.');
  await story.button('Save').click();
  await story.says('Saved for the sheet “Sheet2”.');
  await story.open('Render');
  await sidebar.getByText('See 2 videos before the rest').click();
  await story.button(/^Render a sample/).click();
  await visitor.speed(300);
  await story.says('The sample is done.');
  await story.button('Change the script').click();
  await script.fill('Good morning, <<first_name>>.');
  await story.button('Save').click();
  await story.says('Saved for the sheet “Sheet2”.');
  await story.open('Render');
  // The two that are there say other words now.
  await sidebar.getByText('See 1 video before the rest').waitFor();
  expect(await story.button(/^Approve/).count()).toBe(0);
  await expect.poll(() => visitor.counter('paid videos')).toBe('2');
}, 90_000);

test('a check finds all mistakes by what mends them, leads to each cell, and its notes go when they are mended', async () => {
  const story = await begin('--sheet', 'examples/mistakes.csv');
  const { page, visitor } = story;
  await story.open('Render');
  await story.select(2, 20);
  await story.button('Check selected rows').click();
  const check = story.box('Check rows');
  await check.getByText('19 rows checked: 3 rows can be rendered.').waitFor();
  await check.getByText('Row 3: <<first_name>> is empty.').waitFor();
  await check.getByText('2 rows: <<frist_name>> matches no column.').waitFor();
  // Sixteen rows with a mistake, and one line for each remedy.
  expect(await check.getByRole('listitem').count()).toBe(14);
  await story.isClean();
  const noted = page.locator('.noted');
  const notes = await noted.count();
  expect(notes).toBeGreaterThan(10);
  await check.getByRole('button', { name: 'Go to cell in row 4, column script' }).click();
  await page.locator('.name-box').getByText('F4').waitFor();
  expect(await visitor.cell(4, 6).locator('.noted').getAttribute('title')).toContain(
    '<<frist_name>> matches no column',
  );

  await visitor.cell(3, 1).click();
  await page.keyboard.type('Ida');
  await page.keyboard.press('Enter');
  await expect.poll(() => visitor.cell(3, 1).textContent()).toBe('Ida');
  await story.select(2, 20);
  await story.button('Check again').click();
  await check.getByText('19 rows checked: 4 rows can be rendered.').waitFor();
  await expect.poll(() => noted.count()).toBe(notes - 1);
  expect(await visitor.counter('charged')).toBe('$0.00');
}, 90_000);
