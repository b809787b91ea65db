import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAddOn } from '../../esbuild.config.mjs';
import { PUSHED_FILES } from '../../src/deploy/target.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const CLASP = join(REPOSITORY, 'node_modules/@google/clasp/build/src/index.js');
let folder = '';

/** A copy of what clasp sees, with a script id: without one it lists nothing. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reelmerge-pushed-'));
  cpSync(join(REPOSITORY, '.claspignore'), join(folder, '.claspignore'));
  writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId: 'any', rootDir: 'dist' }));
  await buildAddOn(join(folder, 'dist'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the real clasp would push. It needs no network for this, and is given no account. */
function wouldPush(): unknown {
  const parameters = [CLASP, '--auth', join(folder, 'no-account.json'), 'show-file-status', '--json'];
  const { stdout, stderr } = spawnSync(process.execPath, parameters, { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout).filesToPush.sort();
}

test('clasp would push the manifest, the script and the page, and nothing else', () => {
  expect(wouldPush()).toEqual(PUSHED_FILES.map((file) => join('dist', file)));
});

const SCOPE = 'https://www.googleapis.com/auth/';

test('only a build that sends mails knows how, and asks for the permissions: to send, and to see the address', async () => {
  const built = join(folder, 'with-mail');
  await buildAddOn(built, { mail: true });
  const read = (from: string, file: string): string => readFileSync(join(folder, from, file), 'utf8');
  const scopesOf = (from: string): readonly string[] => JSON.parse(read(from, 'appsscript.json')).oauthScopes;
  for (const file of PUSHED_FILES) expect(read('dist', file)).not.toMatch(/MailApp|send_mail|userinfo/);
  expect(read('with-mail', 'main.js')).toContain('MailApp.sendEmail(');
  expect(scopesOf('with-mail')).toEqual([
    ...scopesOf('dist'),
    `${SCOPE}script.send_mail`,
    `${SCOPE}userinfo.email`,
  ]);
  rmSync(built, { recursive: true });
});

test('what else lies in the built folder stays here', () => {
  writeFileSync(join(folder, 'dist', 'Code.js'), 'function left() {}');
  writeFileSync(join(folder, 'dist', 'main.js.map'), '{}');
  expect(wouldPush()).toEqual(PUSHED_FILES.map((file) => join('dist', file)));
});
