import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
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
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The saved text. Null: nothing was saved yet. */
export function readSaved(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
