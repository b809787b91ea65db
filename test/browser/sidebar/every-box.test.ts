import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NameView } from '../../../src/app/check/list-names.ts';
import type { RunView } from '../../../src/app/sidebar/runs-view.ts';
import { USUAL_SETTINGS } from '../../../src/core/settings/sheet-settings.ts';
import { findingsOf } from './axe.ts';
import { MEDIA } from './fake-catalogue.ts';
import { group, noCheck, noPlan, noProgress } from './fake-progress.ts';
import { FakeServer } from './fake-server.ts';
import { launchBrowser, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const LONG = 'Kangiqsualujjuaq-Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';

function name(value: string, more: Partial<NameView> = {}): NameView {
  return {
    value,
    say: '',
    by: '',
    place: 'script',
    column: 'first_name',
    rows: [4],
    count: 1,
    spokenIn: 'English',
    language: 'en',
    risks: [],
    voice: { voiceId: 'voice-1', speed: 1, locale: 'en-US' },
    heard: { value: false, say: false },
    ...more,
  };
}

function run(more: Partial<RunView>): RunView {
  return {
    run: 'r',
    when: '2026-11-22T10:00:00.000Z',
    who: 'you',
    isForgettable: true,
    videos: 40,
    done: 38,
    failed: 2,
    cancelled: 0,
    open: 0,
    usd: 31.2,
    calls: 12,
    compared: 'Expected 9 min and $30.10, came to 9 min 20 s and $31.20.',
    rows: [2, 3],
    failedRows: [3],
    ...more,
  };
}

/** Everything that a sidebar can hold at once, with long words. */
function fullServer(): FakeServer {
  const server = new FakeServer();
  server.names = {
    tab: 'Outreach',
    names: [
      name(LONG, {
        risks: ['It has letters that English lacks.', 'It is written with capitals inside.'],
        count: 12,
      }),
      name('Siobhán', { say: 'Shi-vawn', by: 'names sheet', heard: { value: true, say: true } }),
      name('Łukasz', { say: 'Woo-kash', by: 'say column', voice: null }),
    ],
    more: 7,
  };
  server.runs = {
    tab: 'Outreach',
    runs: [run({}), run({ run: 's', who: 'another account', open: 4 })],
    csv: 'a',
  };
  server.texts = [
    {
      row: 4,
      text: `Hello ${LONG}, how are things?`,
      marks: [{ start: 6, end: 6 + LONG.length, field: 'first_name' }],
      fallbacks: ['company'],
      seconds: 4,
      problems: [],
      state: 'ready',
    },
  ];
  const absurd = {
    ...group('warning', LONG, `“N/A” in the column “${LONG}” would be said.`, [4, 5]),
    absurd: true,
  };
  server.plan = {
    ...noPlan(),
    runPrint: 'full',
    videos: 40,
    seconds: 700,
    cost: 99,
    range: { least: 90, most: 110 },
    balance: { amount: 84.2, unit: 'usd' },
    topUpUrl: 'https://app.heygen.com/settings',
    asksAbove: 25,
    priceNews: ['HeyGen seems to charge 0.081 a second for “Avatar IV, photo”; the table says 0.05.'],
    sameWords: '12 of these videos say and show the very same as others.',
    leftOut: [`2 rows waiting for approval: “${LONG}” does not say yes (rows 3 and 4)`],
    steering: ['avatar_id', LONG],
    blocked: [{ ...group('block', LONG, `<<${LONG}>> is empty.`, [6]), fallback: 'there' }],
    blockedRows: 1,
    warnings: [{ ...absurd, emptyWords: ['N/A'] }],
    warnedRows: 2,
    sample: {
      rows: [{ row: 4, why: `the longest script, the fallback of <<${LONG}>>` }],
      unshown: `voice ${LONG}`,
      runPrint: 'sample',
      cost: '$1.10 to $1.40',
      required: false,
      made: {
        approved: false,
        open: 0,
        videos: [
          {
            row: 4,
            why: 'the longest script',
            status: 'Done',
            video_url: `${MEDIA}video-1.mp4`,
            thumbnail: `${MEDIA}video-1.svg`,
            seconds: 14,
          },
        ],
      },
    },
  };
  server.check = {
    ...noCheck(),
    rows: 40,
    ready: 38,
    groups: [...server.plan.blocked, absurd],
    findings: [{ kind: 'block', row: 6, column: LONG, message: `<<${LONG}>> is empty.` }],
    seconds: 700,
    usd: 99,
  };
  server.progress = {
    ...noProgress(),
    counts: { ...noProgress().counts, Queued: 12, Done: 5, Changed: 2, Failed: 1 },
    undo: { run: 'r', videos: 12, seconds: 60 },
    stuck: [{ row: 4, column: 'status', message: 'Under way for 40 min, others took 5 min.' }],
    changed: [{ row: 5, column: LONG, message: `The script was changed: “${LONG}”.` }],
    failed: [{ row: 8, column: 'problem', message: 'The voice is not available any more.' }],
    actual: 'The last run was expected to take 9 min and came to 9 min 20 s.',
  };
  server.sheet.settings = { ...USUAL_SETTINGS, voices: { de: 'voice-1', 'pt-BR': LONG } };
  server.sheet.hasLanguages = true;
  return server;
}

/** Goes through every box, opens what can be opened, and looks at it with `look`. */
async function throughEveryBox(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  const press = (label: string | RegExp) => page.getByRole('button', { name: label }).first().click();
  const unfold = () =>
    page.evaluate("document.querySelectorAll('#panel details').forEach((each) => { each.open = true; })");
  await page.getByRole('tab', { name: 'Script' }).click();
  await press('List names');
  await page.getByText('Siobhán').waitFor();
  await press('Read selected rows');
  await page.getByText('1 text', { exact: true }).waitFor();
  await unfold();
  await look('Script, with names and texts');
  await page.getByRole('tab', { name: 'Render' }).click();
  await page.getByRole('timer', { name: 'Undo time' }).waitFor();
  await press(/runs$/);
  await page.getByRole('link', { name: /CSV/ }).waitFor();
  await press(/^Check/);
  await unfold();
  await look('Render, with a sample, runs, a check and undo');
  await press(/^Forget the texts/);
  await look('Forgetting texts');
  await press(/^Render 40/);
  await page.locator('.question').first().waitFor();
  await look('a question before Render');
  expect(await page.locator('.question').first().innerText()).not.toContain('..');
  await page.getByRole('tab', { name: 'Settings' }).click();
  await unfold();
  await look('Settings, with voices by language');
  await page.getByRole('tab', { name: 'Voice' }).click();
  await look('Voice, with languages');
}

async function sideways(page: Page): Promise<unknown> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}

describe('every box of the sidebar at 300 px, with long words', () => {
  it.each(['light', 'dark'] as const)(
    'axe-core finds nothing in %s colours, and nothing scrolls sideways',
    async (scheme) => {
      const page = await openSidebar(browser, fullServer(), { scheme });
      await throughEveryBox(page, async (where) => {
        expect(await findingsOf(page, scheme === 'dark' ? 'colours' : 'all'), where).toEqual([]);
        expect(await sideways(page), where).toBeLessThanOrEqual(0);
      });
      await page.context().close();
    },
  );

  it('with texts at twice their size nothing is cut off sideways', async () => {
    const page = await openSidebar(browser, fullServer(), { height: 500 });
    await page.addStyleTag({ content: ':root { font-size: 200% }' });
    await throughEveryBox(page, async (where) => {
      expect(await sideways(page), where).toBeLessThanOrEqual(0);
    });
    await page.context().close();
  });
});

it('a panel that breaks says so, can be shown again, and the other tabs go on', async () => {
  const server = fullServer();
  server.sheet.settings = { ...USUAL_SETTINGS, voices: { 'no language': 'voice-1' } };
  const page = await openSidebar(browser, server);
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByText('This tab could not be shown').waitFor();
  await page.getByRole('button', { name: 'Show it again' }).click();
  await page.getByText('This tab could not be shown').waitFor();
  expect(await findingsOf(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Script' }).click();
  await page.getByRole('button', { name: 'List names' }).waitFor();
  await page.context().close();
});
