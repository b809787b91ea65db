import { basename } from 'node:path';

/** The outcome of a run of clasp. */
export interface ClaspRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Reads `show-authorized-user --json`. Null when it cannot be read. */
export function readSignedIn(stdout: string): boolean | null {
  const reply = parsed(stdout);
  if (typeof reply !== 'object' || reply === null || !('loggedIn' in reply)) return null;
  return reply.loggedIn === true;
}

/** Reads the names of the files to push from `show-file-status --json`. Null when they cannot be read. */
export function readListed(stdout: string): readonly string[] | null {
  const reply = parsed(stdout);
  if (typeof reply !== 'object' || reply === null || !('filesToPush' in reply)) return null;
  return fileNames(reply.filesToPush);
}

/** Reads the names of the pushed files from `push --json`. Null when they cannot be read, as after a skipped push. */
export function readPushed(stdout: string): readonly string[] | null {
  return fileNames(parsed(stdout));
}

/**
 * Reads the ids that `create-script` prints as soon as it has them. If the download after that fails, they are written
 * nowhere else, and the next run would make another sheet.
 */
export function readCreated(stdout: string): { readonly scriptId: string; readonly sheetId: string } | null {
  const scriptId = /script\.google\.com\/d\/([\w-]+)/u.exec(stdout)?.[1];
  if (scriptId === undefined) return null;
  return { scriptId, sheetId: /drive\.google\.com\/open\?id=([\w-]+)/u.exec(stdout)?.[1] ?? '' };
}

function fileNames(paths: unknown): readonly string[] | null {
  if (!Array.isArray(paths)) return null;
  return paths.map((path) => basename(String(path).replaceAll('\\', '/')));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
