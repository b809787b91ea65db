import type { ClaspRun } from './clasp-replies.ts';
import { readCreated, readListed, readPushed, readSignedIn } from './clasp-replies.ts';
import { API_SWITCH, troubleSentence } from './clasp-troubles.ts';
import { afterCreating, type Facts, nextStep } from './plan.ts';
import { chooseProject, type Project, projectText } from './project.ts';
import { BUILT_FOLDER, PUSHED_FILES, type Target, TITLE } from './target.ts';

/** Everything outside the program that deploying uses. */
export interface DeployTools {
  /** A file's text, null when it is not there. */
  read(file: string): string | null;
  write(file: string, text: string): void;
  clasp(...parameters: string[]): ClaspRun;
  /** Rebuilds the folder; with `mail`, as a build that may send mails. False when that failed, and then the reason is on the screen already. */
  build(mail: boolean): boolean;
  /** Shows a page to the user, where there is a screen. */
  show(project: Project): void;
  say(line: string): void;
}

/** Where it ended up, or the sentence that says why it did not. */
export type Outcome =
  | { readonly kind: 'deployed'; readonly project: Project }
  | { readonly kind: 'stopped'; readonly message: string };

/** Takes one step of the plan after the other, until there is none left. */
export function deploy(tools: DeployTools, target: Target, namedScript: string, mail = false): Outcome {
  tools.say('Deploying needs two things of your Google account:');
  tools.say('  1. clasp is signed in to it: npx clasp login');
  tools.say(`  2. the Apps Script API is on: ${API_SWITCH}`);
  const chosen = chooseProject(target, tools.read);
  if (chosen.kind === 'unreadable') return { kind: 'stopped', message: chosen.message };
  let facts: Facts = {
    target,
    project: chosen.project,
    namedScript,
    mail,
    signedIn: 'unknown',
    built: false,
    listed: null,
    pushed: null,
    opened: false,
  };
  for (;;) {
    const taken = takeStep(tools, facts);
    if ('kind' in taken) return taken;
    facts = taken;
  }
}

function takeStep(tools: DeployTools, facts: Facts): Facts | Outcome {
  const { project } = facts;
  const step = nextStep(facts);
  switch (step.kind) {
    case 'stop':
      return stopped(step.message);
    case 'end':
      return { kind: 'deployed', project };
    case 'keep':
      tools.write(step.project.file, projectText(step.project));
      return { ...facts, project: step.project };
    case 'ask-who-is-signed-in': {
      const signedIn = readSignedIn(tools.clasp('show-authorized-user', '--json').stdout);
      if (signedIn !== null) return { ...facts, signedIn };
      return stopped('clasp did not say who is signed in. Run "npm ci", then run this again.');
    }
    case 'build':
      tools.say(`Building ${BUILT_FOLDER}.`);
      if (tools.build(facts.mail)) return { ...facts, built: true };
      return stopped(
        'The build failed, so nothing was pushed. Correct what it says above, then run this again.',
      );
    case 'create':
      return create(tools, facts);
    case 'list': {
      const run = tools.clasp('--project', project.file, 'show-file-status', '--json');
      const listed = readListed(run.stdout);
      return listed === null ? stopped(troubleSentence('list', run, project)) : { ...facts, listed };
    }
    case 'push': {
      tools.say(`Pushing ${PUSHED_FILES.join(', ')}.`);
      // Without --force a changed manifest makes clasp skip everything and call that a success.
      const run = tools.clasp('--project', project.file, 'push', '--force', '--json');
      const pushed = run.exitCode === 0 ? readPushed(run.stdout) : null;
      return pushed === null ? stopped(troubleSentence('push', run, project)) : { ...facts, pushed };
    }
    case 'open':
      tools.show(project);
      return { ...facts, opened: true };
  }
}

/** clasp's exit code says little. Whether there is a script shows in what clasp wrote and printed. */
function create(tools: DeployTools, facts: Facts): Facts | Outcome {
  const { target, project } = facts;
  tools.say(
    target.name === 'sheet' ? 'Making a new sheet with a script of its own.' : 'Making a new script.',
  );
  tools.write(project.file, projectText(project));
  const run = tools.clasp(
    '--project',
    project.file,
    'create-script',
    '--type',
    target.scriptType,
    '--title',
    TITLE,
    '--rootDir',
    BUILT_FOLDER,
  );
  const written = chooseProject({ ...target, projectFiles: [project.file] }, tools.read);
  const created = readCreated(run.stdout);
  if (written.kind === 'chosen' && written.project.scriptId !== '')
    return afterCreating(facts, written.project);
  if (created === null) return stopped(troubleSentence('create', run, project));
  const rescued = { ...project, ...created };
  tools.write(project.file, projectText(rescued));
  return afterCreating(facts, rescued);
}

function stopped(message: string): Outcome {
  return { kind: 'stopped', message };
}
