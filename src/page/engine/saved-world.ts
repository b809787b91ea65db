import type { Plain } from '../../emulator/service.ts';
import { readJournal, StateJournal } from '../../local/state-journal.ts';

/** What is kept between two starts. */
export type SavedWorld = {
  readonly title: string;
  readonly emulator: Plain;
};

/** Where worlds are saved. What was saved when `save` returns survives a kill. */
export interface WorldJournal {
  save(world: SavedWorld): void;
  close(): void;
}

/** The property in which the add-on keeps the user's key. */
const KEY_PROPERTY = 'HEYGEN_KEY';

/** Null when nothing was saved, or only something damaged or of another sheet. */
export function readSavedWorld(file: string, title: string): SavedWorld | null {
  try {
    const saved = readJournal(file)?.snapshot ?? null;
    if (typeof saved !== 'object' || saved === null || !('emulator' in saved)) return null;
    const { title: sheet, emulator } = saved;
    return sheet === title && typeof emulator === 'object' ? { title, emulator } : null;
  } catch {
    // This is only a world to play in, so a damaged one is replaced without asking.
    return null;
  }
}

/** Saves the world by what has changed. The key of a real account is never written; the simulator's opens nothing. */
export function worldJournal(file: string, withKey: boolean): WorldJournal {
  return new StateJournal(file, withKey ? null : { is: (name) => name === KEY_PROPERTY, sign: KEY_PROPERTY });
}
