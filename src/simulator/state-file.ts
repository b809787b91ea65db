import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Replaces a file in one step. A process that is killed meanwhile leaves the old file or the new one, whole. */
export function writeDurably(file: string, text: string): void {
  const fresh = `${file}.new`;
  try {
    writeWhole(fresh, text);
    renameSync(fresh, file);
  } catch (error) {
    // A part of a file is of no use, and takes the room that is missing.
    rmSync(fresh, { force: true });
    throw error;
  }
  // The rename survives a power cut only once the folder is on disk. Windows cannot open folders, and need not.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function writeWhole(file: string, text: string): void {
  const descriptor = openSync(file, 'w');
  try {
    writeAll(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

/** Returns when all of it is on disk, with the number of bytes. */
function writeAll(descriptor: number, text: string): number {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
  fsyncSync(descriptor);
  return bytes.length;
}

/** The file is written anew when this many bytes were added to it, and at least as many as it began with. */
const LEAST_TO_COMPACT = 1_000_000;

/**
 * A file that gets the whole state at the first save, and what has changed at each one after that, so that a save is
 * cheap however much there is. What was saved when `save` returns survives a kill, which may cut the next change short.
 */
export class GrowingFile {
  readonly #file: string;
  #descriptor: number | null = null;
  #begunWith = 0;
  #added = 0;

  constructor(file: string) {
    this.#file = file;
  }

  save(state: { whole(): string; changes(): string }): void {
    if (this.#descriptor === null || this.#added > Math.max(LEAST_TO_COMPACT, this.#begunWith)) {
      this.close();
      writeDurably(this.#file, state.whole());
      this.#descriptor = openSync(this.#file, 'a');
      this.#begunWith = statSync(this.#file).size;
      this.#added = 0;
      return;
    }
    this.#added += writeAll(this.#descriptor, state.changes());
  }

  close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }
}

/** The saved text. Null: nothing was saved yet. */
export function readSaved(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
