// Stands in for clasp 3, which cannot be tried without Google: same commands, same words, same traps. Google is the
// JSON file named by FAKE_GOOGLE.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const words = process.argv.slice(2);
const google = JSON.parse(readFileSync(process.env.FAKE_GOOGLE, 'utf8'));
google.calls.push(words.join(' '));

const option = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const project = option('--project');
const settings = project === undefined ? {} : JSON.parse(readFileSync(project, 'utf8'));
const command = words.find((word) => /^(show|create|push|open)/.test(word));

try {
  run();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  writeFileSync(process.env.FAKE_GOOGLE, JSON.stringify(google, null, 2));
}

function run() {
  if (command === 'show-authorized-user') return say(JSON.stringify({ loggedIn: google.signedIn }, null, 2));
  if (command === 'show-file-status') return say(JSON.stringify(filesToPush()));
  if (command === 'create-script') return create();
  if (command === 'push') return push();
  throw new Error(`Not played: ${words.join(' ')}`);
}

function create() {
  // Trap: the exit code is 0.
  if (settings.scriptId !== undefined) return process.stderr.write('Project file already exists.\n');
  authorize();
  const id = `script-${Object.keys(google.scripts).length + 1}-of-the-fake-google`;
  const bound = option('--type') === 'sheets';
  if (bound) google.sheets += 1;
  // Trap: the sheet is there before the script is refused.
  if (!google.apiOn)
    throw new Error(
      `User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry.`,
    );
  const manifest = JSON.stringify({ timeZone: 'America/New_York', dependencies: {}, runtimeVersion: 'V8' });
  google.scripts[id] = { 'appsscript.json': manifest };
  const sheet = bound ? `sheet-${google.sheets}` : undefined;
  if (bound) say(`Created new document: https://drive.google.com/open?id=${sheet}`);
  say(`Created new script: https://script.google.com/d/${id}/edit`);
  if (google.cutAfterCreating)
    throw new Error('request to https://script.googleapis.com failed, reason: ECONNRESET');
  // Trap: without --rootDir the download goes to the current folder; the manifest there is overwritten.
  const folder = option('--rootDir') ?? '.';
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'appsscript.json'), manifest);
  writeFileSync(
    project,
    JSON.stringify(
      { scriptId: id, rootDir: folder, parentId: sheet, scriptExtensions: ['.js', '.gs'] },
      null,
      2,
    ),
  );
  say(`└─ ${folder}/appsscript.json`);
}

function push() {
  authorize();
  const remote = google.scripts[settings.scriptId];
  if (remote === undefined) throw new Error('Requested entity was not found.');
  if (!google.apiOn) throw new Error('User has not enabled the Apps Script API. Enable it by visiting …');
  const paths = filesToPush().filesToPush;
  const local = Object.fromEntries(paths.map((path) => [basename(path), readFileSync(path, 'utf8')]));
  const changed = Object.keys(local).filter((name) => remote[name] !== local[name]);
  if (changed.length === 0) return say('[]');
  // Trap: nothing is said and nothing is pushed.
  if (changed.includes('appsscript.json') && !words.includes('--force')) return;
  google.scripts[settings.scriptId] = local;
  say(JSON.stringify(paths, null, 2));
}

function authorize() {
  if (!google.signedIn) throw new Error('No credentials found.');
}

/** As `.claspignore` says, which this project writes as "nothing but these". */
function filesToPush() {
  const patterns = readFileSync('.claspignore', 'utf8').split('\n');
  const kept = (name) => !patterns.includes('**/**') || patterns.includes(`!${name}`);
  const names = readdirSync(settings.rootDir).filter(kept).sort();
  return { filesToPush: names.map((name) => join(settings.rootDir, name)), untrackedFiles: [] };
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
