import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAddOn } from '../../esbuild.config.mjs';
import { type Bundle, loadBundle } from '../../src/emulator/bundle.ts';
import type { EmulatorOptions } from '../../src/emulator/emulator-options.ts';
import type { Execution } from '../../src/emulator/execution.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { type Keep, type Kill, killPoints } from './kill.ts';
import { breachesAtTheEnd } from './laws.ts';
import { called, sentByPage } from './page-calls.ts';
import { KEY, MINUTE, people, World } from './world.ts';

const SCOPE = 'https://www.googleapis.com/auth/';
const MAIL_SCOPES = [`${SCOPE}script.send_mail`, `${SCOPE}userinfo.email`];
const BERT = 'bert@example.com';

let folder = '';
let bundle: Bundle;
let normal: readonly string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reelmerge-mail-'));
  await buildAddOn(folder, { mail: true });
  bundle = loadBundle(folder);
  normal = Object(bundle.manifest).oauthScopes.filter((scope: string) => !MAIL_SCOPES.includes(scope));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A sheet of so many people whose user wants mails, in the build that sends them. */
function mailing(rows: number, heygen: SimulatorChoices = {}, options: Partial<EmulatorOptions> = {}): World {
  const world = new World({ renderMs: [MINUTE, 3 * MINUTE], ...heygen }, { bundle, ...options });
  world.prepare(people(rows));
  wantMails(world);
  return world;
}

function wantMails(world: World): void {
  called(world, 'sidebarSheetSettings', { mailsEnds: true }, world.sheet);
}

/** What the user's mails are about. */
function subjects(world: World): string[] {
  return world.emulator.mails().map(({ subject }) => subject);
}

describe('a run that has ended', () => {
  it('is told by one mail to the user who started it, with counts, reasons, and the way to the sheet', () => {
    const world = mailing(4, { failWhen: 'Person2,' });
    world.menu('renderSelectedRows');
    expect(world.emulator.mails()).toEqual([]);
    world.follow();
    world.menu('checkForFinishedVideos');
    const [mail, ...more] = world.emulator.mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ from: 'anna@example.com', to: 'anna@example.com', name: 'Reelmerge' });
    expect(mail?.subject).toMatch(/^3 videos done, 1 failed in “.+”$/);
    expect(mail?.body).toMatch(/^Run of 1 Mar 2026, 09:00 on the sheet “.+”: 3 videos done, 1 failed\.$/m);
    expect(mail?.body).toMatch(/^- 1 video: \S.+$/m);
    expect(mail?.body).toContain('3 finished videos: estimated');
    expect(mail?.body).toMatch(
      /^Open the spreadsheet: https:\/\/docs\.google\.com\/spreadsheets\/d\/\w+\/edit$/m,
    );
    expect(mail?.htmlBody).toContain('<a href="https://docs.google.com/spreadsheets/d/');
    expect(JSON.stringify(world.emulator.mails())).not.toContain(KEY);
  });

  it('is mailed from the sidebar as well, where no trigger runs', () => {
    const world = mailing(2, {}, { mode: 'addon-test' });
    sentByPage(world);
    world.emulator.clock.advance(5 * MINUTE);
    called(world, 'sidebarSync', true);
    expect(subjects(world)).toEqual([expect.stringContaining('2 videos done')]);
  });

  it('has a mail for each press of Render, and none where the sheet wants none', () => {
    const world = mailing(3);
    world.hands.select(world.sheet, ['A2:Z2']);
    world.menu('renderSelectedRows');
    world.hands.select(world.sheet, ['A3:Z3']);
    world.menu('renderSelectedRows');
    world.follow();
    expect(subjects(world)).toHaveLength(2);
    called(world, 'sidebarSheetSettings', { mailsEnds: false }, world.sheet);
    world.hands.select(world.sheet, ['A4:Z4']);
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.isFinished()).toBe(true);
    expect(subjects(world)).toHaveLength(2);
  });

  it('is not mailed when it was taken back', () => {
    const world = mailing(2);
    called(world, 'sidebarRender', called(world, 'sidebarPlan').value.runPrint);
    called(world, 'sidebarCancelQueued');
    world.emulator.clock.advance(5 * MINUTE);
    called(world, 'sidebarSync', true);
    world.follow();
    expect(subjects(world)).toEqual([]);
  });

  it('is mailed to nobody but the user who pressed Render, although another one’s pass sees the end', () => {
    const world = mailing(2);
    // Both use one HeyGen account, so each follows the other's videos.
    world.connect(KEY, BERT);
    world.menu('renderSelectedRows');
    world.emulator.clock.advance(10 * MINUTE);
    world.menu('checkForFinishedVideos', { user: BERT });
    expect(world.isFinished()).toBe(true);
    expect(subjects(world)).toEqual([]);
    world.follow();
    expect(world.emulator.mails().map(({ from, to }) => [from, to])).toEqual([
      ['anna@example.com', 'anna@example.com'],
    ]);
  });

  it('is mailed once all of a long run has ended, and not when only what was read of it has', {
    timeout: 120_000,
  }, () => {
    const world = mailing(260, { slots: 20, renderMs: [MINUTE, 2 * MINUTE] }, { account: 'workspace' });
    world.hands.select(world.sheet, ['A2:Z131']);
    world.menu('renderSelectedRows');
    world.hands.select(world.sheet, ['A132:Z261']);
    world.menu('renderSelectedRows');
    world.follow();
    expect(subjects(world)).toEqual([
      expect.stringContaining('130 videos done'),
      expect.stringContaining('130 videos done'),
    ]);
  });

  it('of another spreadsheet is left to that one', () => {
    const world = mailing(2, {}, { mode: 'addon' });
    const other = world.another();
    world.menu('renderSelectedRows');
    other.prepare(people(1));
    wantMails(other);
    other.menu('renderSelectedRows');
    world.emulator.clock.advance(10 * MINUTE);
    other.menu('checkForFinishedVideos');
    expect(subjects(world)).toEqual([expect.stringContaining('1 video done')]);
    world.menu('checkForFinishedVideos');
    expect(subjects(world)).toEqual([
      expect.stringContaining('1 video done'),
      expect.stringContaining('2 videos done'),
    ]);
  });
});

it('strangers’ words are text in the mail, and one line of it', () => {
  const world = new World(
    { renderMs: [MINUTE, MINUTE], failWhen: 'Person1,' },
    { bundle, spreadsheet: { name: 'Lists\r\nBcc: all@example.com <b>' } },
  );
  world.prepare(people(1));
  world.hands.renameSheet(world.sheet, '<img src=x onerror=alert(1)> & "co"');
  wantMails(world);
  world.menu('renderSelectedRows');
  world.follow();
  const [mail] = world.emulator.mails();
  expect(mail?.subject).toBe('1 video failed in “Lists Bcc: all@example.com <b>”');
  expect(mail?.htmlBody).not.toMatch(/<img|<b>/);
  expect(mail?.htmlBody).toContain('&#60;img src=x onerror=alert(1)&#62; &#38; &#34;co&#34;');
});

describe.each(['en', 'ja'] as const)('a mail that Google refuses (%s)', (language) => {
  const afterRun = (prepare: (world: World) => void, fits: RegExp) => {
    const world = mailing(2, {}, { language });
    prepare(world);
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.isFinished()).toBe(true);
    expect(breachesAtTheEnd(world)).toEqual([]);
    const told = called(world, 'sidebarSync', false).value.remarks;
    expect(told).toEqual([expect.stringMatching(fits)]);
    expect(called(world, 'sidebarSync', true).value.remarks).toEqual([]);
    return world;
  };

  it.each(MAIL_SCOPES)(
    'because the user left out %s is told once in the sidebar, and breaks nothing',
    (left) => {
      const others = [...normal, ...MAIL_SCOPES].filter((scope) => scope !== left);
      const world = afterRun(
        (before) => before.emulator.grant(others),
        /^Google did not let Reelmerge send you a mail.*allow everything/,
      );
      expect(world.emulator.mails()).toEqual([]);
    },
  );

  it('because a hundred were sent today is told once, and the next day brings mails again', () => {
    const world = afterRun((before) => {
      const saved = Object(before.emulator.snapshot());
      const use = { ...saved.quotas.use, 'mail anna@example.com': 100 };
      before.emulator.restore({ ...saved, quotas: { ...saved.quotas, use } });
    }, /^No mail was sent about the end of the run, because Google sends no more mails for you today\./);
    expect(world.emulator.mails()).toEqual([]);
    world.emulator.clock.advance(24 * 60 * MINUTE);
    world.hands.type(world.sheet, 2, 1, 'Carla');
    world.menu('renderChangedRowsAgain');
    world.follow();
    expect(subjects(world)).toHaveLength(1);
  });

  it('is told at once to the user who switches mails on', () => {
    const world = new World({}, { bundle, language });
    world.prepare(people(1));
    world.emulator.grant(normal);
    expect(() => wantMails(world)).toThrow('Google did not let Reelmerge send you a mail');
    expect(called(world, 'sidebarRow', 0).value.settings.mailsEnds).toBe(false);
  });
});

describe('killed at its n-th platform call, no run is mailed twice, and a lost mail costs nothing else', () => {
  let start: World;
  let rendered: World;
  beforeAll(() => {
    start = mailing(2, { renderMs: [30_000, 30_000] });
    rendered = start.copy();
    rendered.menu('renderSelectedRows');
  });
  const rendering = (kill?: Kill) => {
    const world = start.copy();
    return { world, execution: world.menu('renderSelectedRows', kill) };
  };
  const ending = (kill?: Kill) => {
    const world = rendered.copy();
    const execution = world.fire(kill);
    if (execution === null) throw new Error('There is no trigger.');
    return { world, execution };
  };
  const isMail = ({ service, method }: Execution['calls'][number]) =>
    service === 'mail' && method === 'sendEmail';

  it.each([
    { what: 'rendering', run: rendering, kept: ['nothing'] },
    { what: 'ending', run: ending, kept: ['nothing', 'everything', (index) => index % 2 === 0] },
  ] satisfies { what: string; run: typeof ending; kept: Keep[] }[])('while $what', ({ run, kept }) => {
    const healthy = run().execution;
    const points = killPoints(healthy);
    let mailed = 0;
    for (const keepOnKill of kept) {
      for (const killAtCall of points) {
        const { world } = run({ killAtCall, keepOnKill });
        world.follow();
        world.pressOn();
        const runs = new Set(world.ledger().map(({ job = '' }) => job.replace(/-.*/, ''))).size;
        const at = `${killAtCall} ${String(keepOnKill)}`;
        expect({ at, breaches: breachesAtTheEnd(world) }).toEqual({ at, breaches: [] });
        expect(subjects(world).length, at).toBeLessThanOrEqual(runs);
        mailed += subjects(world).length > 0 ? 1 : 0;
      }
    }
    // Only a kill between the striking off and the sending loses one.
    const around = healthy.calls.some(isMail) ? 2 : 0;
    expect(mailed).toBeGreaterThanOrEqual(kept.length * (points.length - around));
  });

  it('and Undo, which takes the ledger back to before the end, brings no second mail', () => {
    const world = mailing(2);
    world.menu('renderSelectedRows');
    const before = world.hands.displayValues('Reelmerge jobs');
    world.follow();
    expect(subjects(world)).toHaveLength(1);
    for (const [row, line] of before.entries()) {
      for (const [column, text] of line.entries()) {
        if (row > 0) world.hands.type('Reelmerge jobs', row + 1, column + 1, text);
      }
    }
    world.menu('checkForFinishedVideos');
    world.follow();
    expect(subjects(world)).toHaveLength(1);
  });
});

it('a normal build offers no mails, sends none, and asks for no permission to', () => {
  const world = new World({ renderMs: [MINUTE, MINUTE] });
  world.prepare(people(1));
  expect(called(world, 'sidebarSettings').value.mails).toBe(false);
  wantMails(world);
  world.menu('renderSelectedRows');
  world.follow();
  expect(world.isFinished()).toBe(true);
  expect(world.emulator.mails()).toEqual([]);
  expect(called(new World({}, { bundle }), 'sidebarSettings').value.mails).toBe(true);
});
