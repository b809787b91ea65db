import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { MENU } from '../../src/app/menu.ts';
import { MINUTE, people, World } from './world.ts';

const CODE = readFileSync('dist/main.js', 'utf8');
const MANIFEST = JSON.parse(readFileSync('dist/appsscript.json', 'utf8'));

/** All code is parsed anew at each click and each firing: size is latency, about 6 ms of a slow core for 100 kB. */
const MOST_BYTES = 760_000;

/** Functions that Google or the page calls by name. */
const ENTRY_POINTS = [
  ...MENU.flatMap((item) => (item === null ? [] : [item.run])),
  ...['onOpen', 'onEdit', 'onInstall', 'syncOnTrigger', 'REELMERGE_SCRIPT'],
];

/** Two conversions of zod's that nothing here calls, and that the bundler cannot leave out. */
const NEVER_CALLED = /base64ToUint8Array\(|btoa\(binaryString\)|atob\(base64\)/;

const SCOPE = 'https://www.googleapis.com/auth/';

/** Which calls need which scope. */
const NEEDS: Readonly<Record<string, RegExp>> = {
  'spreadsheets.currentonly': /SpreadsheetApp\.getActive/,
  'script.container.ui': /\.showSidebar\(/,
  'script.external_request': /UrlFetchApp\.fetch/,
  'script.scriptapp': /ScriptApp\.(newTrigger|getProjectTriggers)/,
};

describe('the built bundle', () => {
  it('declares every function that Google calls, and the others are the sidebar’s', () => {
    const declared = [...CODE.matchAll(/^function (\w+)\(/gm)].map((found) => found[1] ?? '');
    expect(declared).toEqual(expect.arrayContaining(ENTRY_POINTS));
    const others = declared.filter((name) => !(ENTRY_POINTS as readonly string[]).includes(name));
    expect(others.filter((name) => !/^sidebar[A-Z]/.test(name))).toEqual([]);
    expect(declared.filter((name) => name.endsWith('_'))).toEqual([]);
    expect(new Set(declared).size).toBe(declared.length);
  });

  it('is ES2019: lowering it again changes nothing', async () => {
    const as = async (target: string): Promise<string> =>
      (await transform(CODE, { target, charset: 'utf8', legalComments: 'none' })).code;
    expect(await as('es2019')).toBe(await as('esnext'));
  });

  it('has no private or static fields, no import and no export', async () => {
    const plain = await withoutTexts();
    expect(plain).not.toMatch(/[\s(.]#[a-z]\w*\s*[=;(]/i);
    expect(plain).not.toMatch(/^\s*static\s/m);
    expect(plain).not.toMatch(/^\s*(import|export)\s/m);
  });

  it('calls nothing that Apps Script lacks, unless it looks first', async () => {
    const lacking =
      /(?<![\w.$])(fetch|setTimeout|setInterval|atob|btoa|structuredClone|queueMicrotask|require|alert)\(/g;
    const plain = await withoutTexts();
    const calls = [...plain.matchAll(lacking)].map((found) => near(plain, found.index));
    expect(calls.filter((text) => !NEVER_CALLED.test(text))).toEqual([]);
    const made =
      /new (URL|URLSearchParams|TextEncoder|TextDecoder|Blob|AbortController|XMLHttpRequest|File)\b/g;
    const unguarded = [...plain.matchAll(made)]
      .map((found) => near(plain, found.index, 400))
      .filter((text) => !text.includes('try {'));
    expect(unguarded).toEqual([]);
    expect(plain).not.toMatch(/(?<![\w.$'"`])(process|window|localStorage|performance|crypto)\.\w/);
  });

  it('uses every scope of the manifest, and no service without its scope', () => {
    expect([...MANIFEST.oauthScopes].sort()).toEqual(
      Object.keys(NEEDS)
        .map((name) => SCOPE + name)
        .sort(),
    );
    for (const [scope, use] of Object.entries(NEEDS)) expect(CODE, scope).toMatch(use);
    const services = new Set(
      [...CODE.matchAll(/(?<![\w.$])([A-Z]\w+(?:App|Service))\./g)].map((found) => found[1]),
    );
    expect([...services].sort()).toEqual([
      'CacheService',
      'HtmlService',
      // Its reference names no scope.
      'LanguageApp',
      'LockService',
      'PropertiesService',
      'ScriptApp',
      'SpreadsheetApp',
      'UrlFetchApp',
    ]);
    expect(CODE).not.toMatch(/DriveApp|GmailApp|MailApp|openById|openByUrl|getActiveUser|getEffectiveUser/);
  });

  it('fetches only what the manifest’s whitelist allows', () => {
    const world = new World({ faults: [{ when: { method: 'POST', nth: 1 }, do: '404' }] });
    world.prepare(people(3));
    const executions = [world.menu('renderSelectedRows')];
    for (let run = 0; run < 20; run++) {
      const execution = world.fire();
      if (execution === null) break;
      executions.push(execution);
    }
    world.emulator.clock.moveTo(world.now + MINUTE);
    executions.push(world.menu('checkForFinishedVideos'));
    const urls = executions.flatMap(({ fetches }) => fetches.map(({ url }) => url));
    expect(urls.length).toBeGreaterThan(5);
    for (const url of urls) {
      expect(
        MANIFEST.urlFetchWhitelist.some((prefix: string) => url.startsWith(prefix)),
        url,
      ).toBe(true);
    }
    const bases = [...CODE.matchAll(/https:\/\/api\.[\w./-]+/g)].map(([found]) => found);
    expect(new Set(bases)).toEqual(new Set(['https://api.heygen.com/v3/']));
    for (const prefix of MANIFEST.urlFetchWhitelist) expect(prefix).toMatch(/^https:\/\/[\w.]+\/.+/);
  });

  it(`is smaller than ${MOST_BYTES / 1_000} kB`, () => {
    expect(Buffer.byteLength(CODE)).toBeLessThan(MOST_BYTES);
  });
});

/** The code with its texts emptied and without comments: words in a sentence are no code. */
async function withoutTexts(): Promise<string> {
  const { code } = await transform(CODE, { target: 'es2019', charset: 'utf8', legalComments: 'none' });
  return code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""').replace(/\/\*[\s\S]*?\*\//g, '');
}

function near(code: string, at: number, reach = 60): string {
  return code.slice(Math.max(0, at - reach), at + 40);
}
