import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { editorAddress, sheetAddress } from './addresses.ts';
import { readArguments } from './arguments.ts';
import { type DeployTools, deploy } from './deploy.ts';
import type { Project } from './project.ts';
import type { Target } from './target.ts';

/* `npm run deploy`: run from the project's folder, with clasp in the PATH as npm puts it there. */

/** Windows runs clasp only through its shell. */
const SHELL = process.platform === 'win32';

const tools: DeployTools = {
  read(file) {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  },
  write: (file, text) => writeFileSync(file, text),
  clasp(...parameters) {
    const run = spawnSync('clasp', parameters, { encoding: 'utf8', shell: SHELL });
    return { exitCode: run.status ?? 1, stdout: run.stdout ?? '', stderr: run.stderr ?? '' };
  },
  build(mail) {
    const words = ['esbuild.config.mjs', ...(mail ? ['--mail'] : [])];
    return spawnSync(process.execPath, words, { stdio: 'inherit' }).status === 0;
  },
  show(project) {
    if (!process.stdout.isTTY || process.env.CI !== undefined) return;
    const page = project.sheetId === '' ? 'open-script' : 'open-container';
    spawnSync('clasp', ['--project', project.file, page], { stdio: 'ignore', shell: SHELL });
  },
  say,
};

process.exitCode = main();

function main(): number {
  const request = readArguments(process.argv.slice(2));
  if (request.kind === 'unusable') return fail(request.message, 2);
  const outcome = deploy(tools, request.target, request.scriptId ?? '', request.mail);
  if (outcome.kind === 'stopped') return fail(outcome.message, 1);
  tellNext(request.target, outcome.project);
  if (request.mail)
    say(
      'This build may send mails, and Google asks for two more permissions. Say --mail each time that you deploy.',
    );
  return 0;
}

function tellNext(target: Target, project: Project): void {
  say('');
  if (target.name === 'sheet') {
    say(`Deployed. Open ${sheetAddress(project) ?? editorAddress(project)}`);
    say(
      'Wait for the menu Extensions ▸ Reelmerge, choose "Set HeyGen key…", and allow what Google asks for.',
    );
    say('Run this command again to update it.');
    return;
  }
  say(`Deployed. Open ${editorAddress(project)}`);
  say(
    'Choose Deploy ▸ Test deployments ▸ Editor Add-on to try it in a sheet; docs/install-and-publish.md has the rest.',
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(message: string, code: number): number {
  process.stderr.write(`${message}\n`);
  return code;
}
