import { afterEach, expect, test } from 'vitest';
import { type Google, REAL_CLASP, Workshop } from './workshop.ts';

const FIRST_SCRIPT = 'script-1-of-the-fake-google';
const WHOLE_SET = ['appsscript.json', 'main.js', 'sidebar.html'];
const workshops: Workshop[] = [];

function workshop(google: Partial<Google> = {}, clasp?: string): Workshop {
  const made = new Workshop(google, clasp);
  workshops.push(made);
  return made;
}

afterEach(() => {
  for (const made of workshops.splice(0)) made.remove();
});

test('the first deploy makes a sheet, pushes the built files and says where the sheet is', async () => {
  const here = workshop();
  const { exitCode, stdout, stderr } = await here.deploy();
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('https://docs.google.com/spreadsheets/d/sheet-1/edit');
  expect(here.filesAtGoogle(FIRST_SCRIPT)).toEqual(WHOLE_SET);
});

test('it says beforehand what it needs of the Google account', async () => {
  const { stdout } = await workshop().deploy();
  expect(stdout).toContain('npx clasp login');
  expect(stdout).toContain('https://script.google.com/home/usersettings');
});

test("the manifest that creating downloads is replaced by the add-on's own before the push", async () => {
  const here = workshop();
  await here.deploy();
  expect(here.google().scripts[FIRST_SCRIPT]?.['appsscript.json']).toContain('oauthScopes');
  expect(here.has('appsscript.json')).toBe(false);
  expect(here.builds()).toBe(2);
});

test('--mail builds the add-on that may send mails, and says what that means; without it, the normal one', async () => {
  const here = workshop();
  const { stdout } = await here.deploy('--mail');
  expect(stdout).toContain('This build may send mails');
  expect(here.read('builds.log')).toBe('built --mail\nbuilt --mail\n');
  expect((await here.deploy()).stdout).not.toContain('mails');
  expect(here.read('builds.log')).toBe('built --mail\nbuilt --mail\nbuilt\n');
});

test('the second deploy updates the same script and makes nothing', async () => {
  const here = workshop();
  await here.deploy();
  here.write('esbuild.config.mjs', here.read('esbuild.config.mjs').replace('onOpen', 'onOpenAnew'));
  expect((await here.deploy()).exitCode).toBe(0);
  expect(here.google().sheets).toBe(1);
  expect(here.google().scripts[FIRST_SCRIPT]?.['main.js']).toContain('onOpenAnew');
});

test('a deploy without any change is a success', async () => {
  const here = workshop();
  await here.deploy();
  expect((await here.deploy()).exitCode).toBe(0);
});

test('the committed project file never learns the script id', async () => {
  const here = workshop();
  const before = here.read('.clasp.json');
  await here.deploy();
  expect(here.read('.clasp.json')).toBe(before);
  expect(here.read('.clasp.local.json')).toContain(FIRST_SCRIPT);
});

test('a script id in .clasp.json is used, and no sheet is made', async () => {
  const here = workshop({ scripts: { mine: {} } });
  here.write('.clasp.json', JSON.stringify({ scriptId: 'mine', rootDir: 'dist' }));
  const { exitCode, stdout } = await here.deploy();
  expect(exitCode).toBe(0);
  expect(stdout).toContain('https://script.google.com/d/mine/edit');
  expect(here.filesAtGoogle('mine')).toEqual(WHOLE_SET);
  expect(here.google().sheets).toBe(0);
});

test('a script named with --script is used from then on', async () => {
  const named = 'a-script-that-somebody-made-before';
  const here = workshop({ scripts: { [named]: {} } });
  expect((await here.deploy('--script', named)).exitCode).toBe(0);
  expect((await here.deploy()).exitCode).toBe(0);
  expect(here.filesAtGoogle(named)).toEqual(WHOLE_SET);
  expect(here.google().sheets).toBe(0);
});

test('--script does not quietly take the place of another script', async () => {
  const here = workshop();
  await here.deploy();
  const { exitCode, stderr } = await here.deploy('--script', 'a-script-that-somebody-made-before');
  expect(exitCode).toBe(1);
  expect(stderr).toContain('.clasp.local.json names another script already');
});

test('--addon makes a script that stands alone, beside the one of the sheet', async () => {
  const here = workshop();
  await here.deploy();
  const { exitCode, stdout } = await here.deploy('--addon');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Test deployments');
  expect(here.filesAtGoogle('script-2-of-the-fake-google')).toEqual(WHOLE_SET);
  expect(here.google().sheets).toBe(1);
});

test('when the download after creating is cut, the ids are kept and no second sheet is made', async () => {
  const here = workshop({ cutAfterCreating: true });
  expect((await here.deploy()).exitCode).toBe(0);
  expect(here.filesAtGoogle(FIRST_SCRIPT)).toEqual(WHOLE_SET);
  await here.deploy();
  expect(here.google().sheets).toBe(1);
});

test('without the Apps Script API it says where to switch it on, and goes on once it is', async () => {
  const here = workshop({ apiOn: false });
  const { exitCode, stderr } = await here.deploy();
  expect(exitCode).toBe(1);
  expect(stderr).toBe(
    'The Apps Script API is off for this Google account. Switch it on at https://script.google.com/home/usersettings, wait a minute, then run this again. An empty file named Reelmerge may have been left in your Drive; it can be deleted.\n',
  );
  here.change({ apiOn: true });
  expect((await here.deploy()).exitCode).toBe(0);
});

test('who is not signed in is told so, and nothing is built or made', async () => {
  const here = workshop({ signedIn: false });
  const { exitCode, stderr } = await here.deploy();
  expect(exitCode).toBe(1);
  expect(stderr).toBe('clasp is not signed in to Google. Run "npx clasp login", then run this again.\n');
  expect(here.builds()).toBe(0);
  expect(here.google().sheets).toBe(0);
});

test('the real clasp is understood when nobody is signed in', async () => {
  const { exitCode, stderr } = await workshop({}, REAL_CLASP).deploy();
  expect(exitCode).toBe(1);
  expect(stderr).toContain('clasp is not signed in');
});

test('a source that does not build makes no sheet', async () => {
  const here = workshop();
  here.write('broken', '');
  const { exitCode, stderr } = await here.deploy();
  expect(exitCode).toBe(1);
  expect(stderr).toContain('The build failed, so nothing was pushed');
  expect(here.google().sheets).toBe(0);
});

test('a stray file in the built folder is not pushed', async () => {
  const here = workshop();
  here.write('untidy', '');
  expect((await here.deploy()).exitCode).toBe(0);
  expect(here.filesAtGoogle(FIRST_SCRIPT)).toEqual(WHOLE_SET);
});

test('nothing is pushed when clasp would push something else', async () => {
  const here = workshop();
  await here.deploy();
  here.write('untidy', '');
  here.write('.claspignore', '');
  const { exitCode, stderr } = await here.deploy();
  expect(exitCode).toBe(1);
  expect(stderr).toContain('Nothing was pushed: notes.js in dist would be pushed too');
  expect(here.filesAtGoogle(FIRST_SCRIPT)).toEqual(WHOLE_SET);
});

test('a script that is gone is told with what to do', async () => {
  const here = workshop();
  await here.deploy();
  here.change({ scripts: {} });
  const { exitCode, stderr } = await here.deploy();
  expect(exitCode).toBe(1);
  expect(stderr).toContain('or delete .clasp.local.json to have a new one made');
});

test('a project file that cannot be read is told by its name', async () => {
  const here = workshop();
  here.write('.clasp.local.json', '{ oops');
  const { exitCode, stderr } = await here.deploy();
  expect(exitCode).toBe(1);
  expect(stderr).toContain('.clasp.local.json is not readable');
});

test.each([[['--force']], [['--script']], [['--script', 'no id']]])(
  '%j is refused with how it is used',
  async (words) => {
    const { exitCode, stderr } = await workshop().deploy(...words);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('npm run deploy -- [--addon] [--mail] [--script SCRIPT_ID]');
  },
);
