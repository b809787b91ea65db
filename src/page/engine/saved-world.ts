import type { Plain } from '../../emulator/service.ts';
import { readSaved, writeDurably } from '../../simulator/state-file.ts';

/** What is kept between two starts. */
export interface SavedWorld {
  readonly title: string;
  readonly emulator: Plain;
}

/** The property in which the add-on keeps the user's key. */
const KEY_PROPERTY = 'HEYGEN_KEY';

/** Null when nothing was saved, or only something damaged or of another sheet. */
export function readSavedWorld(file: string, title: string): SavedWorld | null {
  const text = readSaved(file);
  if (text === null) return null;
  try {
    const saved: SavedWorld = JSON.parse(text);
    return saved.title === title && typeof saved.emulator === 'object' ? saved : null;
  } catch {
    // This is only a world to play in, so a damaged one is replaced without asking.
    return null;
  }
}

/** The key of a real account is never written to disk. The simulator's key opens nothing. */
export function saveWorld(file: string, world: SavedWorld, withKey: boolean): void {
  const text = JSON.stringify(world, (name, value: unknown) =>
    name === KEY_PROPERTY && !withKey ? undefined : value,
  );
  writeDurably(file, text);
}
