import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Replaces a file at once and for good: whoever is killed meanwhile leaves the old file or the new one. */
export function writeDurably(file: string, text: string): void {
  const fresh = `${file}.new`;
  const descriptor = openSync(fresh, 'w');
  try {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, file);
  // The rename itself lasts only once the folder is on disk; Windows cannot open folders and needs no such thing.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** The saved text; null when nothing was saved yet. */
export function readSaved(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
