import { expect, test } from 'vitest';
import { ownPage } from './own-page.ts';

const begin = ownPage();

test('with HeyGen down a check says what it could not look at, Render loses and repeats nothing, and all goes on afterwards', async () => {
  const story = await begin();
  const { visitor } = story;
  await story.day('HeyGen is down');
  await story.open('Render');
  await story.select(2, 4);
  await story.button('Check selected rows').click();
  await story.says(/^\d avatars and voices were not checked\. HeyGen is having problems\./);
  await story.isNowhereGreen();
  await story.button('Render 3 videos').click();
  await story.says('3 rows unconfirmed');
  await story.says('HeyGen is having problems.');
  expect(await story.statuses()).toEqual({ Unconfirmed: 3 });
  await story.isNowhereGreen();
  await story.isClean();

  await story.day('HeyGen is down');
  await visitor.speed(300);
  await expect.poll(() => story.statuses(), { timeout: 30_000 }).toEqual({ Done: 3 });
  await expect.poll(() => visitor.counter('paid videos')).toBe('3');
}, 90_000);

test('a key that is refused later pauses the run, nothing is green, and another key lets it go on by itself', async () => {
  const story = await begin();
  const { visitor, sidebar } = story;
  await story.open('Render');
  await story.select(2, 4);
  await story.button('Render 3 videos').waitFor();
  await story.day('Key refused');
  await story.button('Render 3 videos').click();
  await story.says('Paused: the key is refused');
  await story.says('3 videos wait, not sent and not paid.');
  await story.isNowhereGreen();
  await story.isClean();
  await story.button('Resume').click();
  await story.says('Still paused: the key is refused.');

  await story.button('Replace the key').click();
  await story.button('Replace key').click();
  await sidebar.getByLabel('HeyGen API key').fill('another-key');
  await story.button('Test connection').click();
  await story.says('HeyGen does not accept this API key.');
  expect(await sidebar.getByLabel('HeyGen API key').inputValue()).toBe('another-key');
  await story.isNowhereGreen();
  await story.day('Key refused');
  await story.button('Test connection').click();
  await story.says('Connected as local@example.com.');
  await visitor.speed(300);
  await expect.poll(() => story.statuses(), { timeout: 30_000 }).toEqual({ Done: 3 });
  await expect.poll(() => visitor.counter('paid videos')).toBe('3');
}, 90_000);

test('a budget that is reached in the middle leaves the rest queued with one sentence, and a higher one lets it go on', async () => {
  const story = await begin();
  const { visitor } = story;
  await story.select(2, 6);
  await story.set('Budget for a run (USD)', '1.4');
  await story.open('Render');
  await story.button('Render 5 videos').click();
  await story.says('Paused: the budget is reached');
  await story.says('The budget of $1.40 for a run is reached: 3 rows wait.');
  await visitor.speed(300);
  await expect.poll(() => story.statuses(), { timeout: 20_000 }).toEqual({ Done: 2, Queued: 3 });
  await story.says('2 of 5 finished');
  await story.isClean();
  await story.button('Change the budget').click();
  await story.set('Budget for a run (USD)', '50');
  await story.says('Saved for the sheet “outreach”.');
  await story.open(/^Render/);
  await story.button('Resume').click();
  await expect.poll(() => story.statuses(), { timeout: 30_000 }).toEqual({ Done: 5 });
  await expect.poll(() => visitor.counter('paid videos')).toBe('5');
}, 90_000);

test('a price table of nonsense is refused with a sentence, and what was typed stays', async () => {
  const story = await begin();
  const { page, sidebar } = story;
  const price = (name: string) => sidebar.getByLabel(name, { exact: true });
  await story.open('Settings');
  const before = await price('Speech').inputValue();
  const nonsense = [
    ['Avatar IV, photo', 'a lot'],
    ['Avatar IV, twin or studio', '-1'],
    ['Avatar V, twin', ''],
    ['Cinematic', '99999999'],
  ] as const;
  for (const [name, text] of nonsense) await price(name).fill(text);
  await story.says('Write each price as a number below 10,000, such as 0.05.');
  await story.button('Save prices').focus();
  await page.keyboard.press('Enter');
  await story.isNowhereGreen();
  await story.isClean();
  await story.open('Script');
  await story.open('Settings');
  for (const [name, text] of nonsense) {
    expect(await price(name).inputValue()).toBe(text);
    expect(await price(name).getAttribute('aria-invalid')).toBe('true');
  }
  await story.button('Discard').click();
  expect(await price('Cinematic').inputValue()).toBe('7');
  expect(await price('Speech').inputValue()).toBe(before);

  const budget = sidebar.getByLabel('Budget for a day (USD)');
  for (const text of ['ten', '-5', '1e999', '9'.repeat(30)]) {
    await budget.fill(text);
    await story.says('Write a number from 0 to 1,000,000, such as 25, or leave the field empty.');
  }
  await budget.fill('12,5');
  await budget.press('Enter');
  await story.says('Saved for the sheet “outreach”.');
  expect(await budget.inputValue()).toBe('12.5');
}, 90_000);
