import type { Project } from './project.ts';
import { BUILT_FOLDER, PUSHED_FILES, type Target } from './target.ts';

/** What is known so far. */
export interface Facts {
  readonly target: Target;
  readonly project: Project;
  /** Script named on the command line; '' for none. */
  readonly namedScript: string;
  /** The build may send mails. */
  readonly mail: boolean;
  readonly signedIn: boolean | 'unknown';
  /** Whether the built folder holds what this source builds. Creating a script spoils it, because clasp pulls into it. */
  readonly built: boolean;
  /** Names of the files that clasp would push. Null when it was not asked since the build. */
  readonly listed: readonly string[] | null;
  /** Names of the files that clasp has pushed; none when Google has them already. Null before the push. */
  readonly pushed: readonly string[] | null;
  readonly opened: boolean;
}

export type Step =
  | { readonly kind: 'ask-who-is-signed-in' | 'build' | 'create' | 'list' | 'push' | 'open' | 'end' }
  | { readonly kind: 'keep'; readonly project: Project }
  | { readonly kind: 'stop'; readonly message: string };

/**
 * The next step. Nothing is made in the user's Drive before the account is known and the source builds. Only exactly
 * the files that belong there are pushed.
 */
export function nextStep(facts: Facts): Step {
  const { project, namedScript } = facts;
  if (namedScript !== '' && project.scriptId !== namedScript) {
    return project.scriptId === ''
      ? { kind: 'keep', project: { ...project, scriptId: namedScript } }
      : stop(`${project.file} names another script already. Delete that file, or leave --script out.`);
  }
  if (facts.signedIn === 'unknown') return { kind: 'ask-who-is-signed-in' };
  if (!facts.signedIn)
    return stop('clasp is not signed in to Google. Run "npx clasp login", then run this again.');
  if (!facts.built) return { kind: 'build' };
  if (project.scriptId === '') return { kind: 'create' };
  if (facts.listed === null) return { kind: 'list' };
  if (!isWholeSet(facts.listed)) return stop(`Nothing was pushed: ${difference(facts.listed)}`);
  if (facts.pushed === null) return { kind: 'push' };
  if (facts.pushed.length > 0 && !isWholeSet(facts.pushed)) {
    return stop(`The script is not as it should be: ${difference(facts.pushed)} Run this again.`);
  }
  return { kind: facts.opened ? 'end' : 'open' };
}

/** The facts after clasp has made a script, and has put its first files into the built folder. */
export function afterCreating(facts: Facts, project: Project): Facts {
  return { ...facts, project, built: false, listed: null };
}

function stop(message: string): Step {
  return { kind: 'stop', message };
}

function isWholeSet(files: readonly string[]): boolean {
  return files.length === PUSHED_FILES.length && PUSHED_FILES.every((file) => files.includes(file));
}

function difference(files: readonly string[]): string {
  const missing = PUSHED_FILES.filter((file) => !files.includes(file));
  const surplus = files.filter((file) => !PUSHED_FILES.includes(file));
  const parts = [
    missing.length === 0 ? '' : `${missing.join(', ')} would be missing.`,
    surplus.length === 0
      ? ''
      : `${surplus.join(', ')} in ${BUILT_FOLDER} would be pushed too; look at .claspignore.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
