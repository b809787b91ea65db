import type { ClaspRun } from './clasp-replies.ts';
import { readCreated, readListed, readPushed, readSignedIn } from './clasp-replies.ts';
import { API_SWITCH, troubleSentence } from './clasp-troubles.ts';
import { afterCreating, type Facts, nextStep } from './plan.ts';
import { chooseProject, type Project, projectText } from './project.ts';
import { BUILT_FOLDER, PUSHED_FILES, type Target, TITLE } from './target.ts';

/** What deploying touches outside itself. */
export interface Desk {
  /** A file's text, null when it is not there. */
  read(file: string): string | null;
  write(file: string, text: string): void;
  clasp(...parameters: string[]): ClaspRun;
  /** Builds the folder anew; false when that failed, with its reason already on the screen. */
  build(): boolean;
  /** Shows a page to the user, where there is a screen. */
  show(project: Project): void;
  say(line: string): void;
}

/** Where it ended up, or the sentence that says why it did not. */
export type Outcome =
  | { readonly kind: 'deployed'; readonly project: Project }
  | { readonly kind: 'stopped'; readonly message: string };

/** Takes the planner's steps until it says that there is none left. */
export function deploy(desk: Desk, target: Target, namedScript: string): Outcome {
  desk.say('Deploying needs two things of your Google account:');
  desk.say('  1. clasp is signed in to it: npx clasp login');
  desk.say(`  2. the Apps Script API is on: ${API_SWITCH}`);
  const chosen = chooseProject(target, desk.read);
  if (chosen.kind === 'unreadable') return { kind: 'stopped', message: chosen.message };
  let facts: Facts = {
    target,
    project: chosen.project,
    namedScript,
    signedIn: 'unknown',
    built: false,
    listed: null,
    pushed: null,
    opened: false,
  };
  for (;;) {
    const taken = takeStep(desk, facts);
    if ('kind' in taken) return taken;
    facts = taken;
  }
}

function takeStep(desk: Desk, facts: Facts): Facts | Outcome {
  const { project } = facts;
  const step = nextStep(facts);
  switch (step.kind) {
    case 'stop':
      return stopped(step.message);
    case 'end':
      return { kind: 'deployed', project };
    case 'keep':
      desk.write(step.project.file, projectText(step.project));
      return { ...facts, project: step.project };
    case 'ask-who-is-signed-in': {
      const signedIn = readSignedIn(desk.clasp('show-authorized-user', '--json').stdout);
      if (signedIn !== null) return { ...facts, signedIn };
      return stopped('clasp did not say who is signed in. Run "npm ci", then run this again.');
    }
    case 'build':
      desk.say(`Building ${BUILT_FOLDER}.`);
      if (desk.build()) return { ...facts, built: true };
      return stopped(
        'The build failed, so nothing was pushed. Correct what it says above, then run this again.',
      );
    case 'create':
      return create(desk, facts);
    case 'list': {
      const run = desk.clasp('--project', project.file, 'show-file-status', '--json');
      const listed = readListed(run.stdout);
      return listed === null ? stopped(troubleSentence('list', run, project)) : { ...facts, listed };
    }
    case 'push': {
      desk.say(`Pushing ${PUSHED_FILES.join(', ')}.`);
      // Without --force a changed manifest makes clasp skip everything and call that a success.
      const run = desk.clasp('--project', project.file, 'push', '--force', '--json');
      const pushed = run.exitCode === 0 ? readPushed(run.stdout) : null;
      return pushed === null ? stopped(troubleSentence('push', run, project)) : { ...facts, pushed };
    }
    case 'open':
      desk.show(project);
      return { ...facts, opened: true };
  }
}

/** clasp's exit code says little: whether there is a script is read from what it wrote and printed. */
function create(desk: Desk, facts: Facts): Facts | Outcome {
  const { target, project } = facts;
  desk.say(target.name === 'sheet' ? 'Making a new sheet with a script of its own.' : 'Making a new script.');
  desk.write(project.file, projectText(project));
  const run = desk.clasp(
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
  const written = chooseProject({ ...target, projectFiles: [project.file] }, desk.read);
  const created = readCreated(run.stdout);
  if (written.kind === 'chosen' && written.project.scriptId !== '')
    return afterCreating(facts, written.project);
  if (created === null) return stopped(troubleSentence('create', run, project));
  const rescued = { ...project, ...created };
  desk.write(project.file, projectText(rescued));
  return afterCreating(facts, rescued);
}

function stopped(message: string): Outcome {
  return { kind: 'stopped', message };
}
