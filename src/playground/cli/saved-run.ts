import { failure, type Result, success } from '../../core/result.ts';
import { recordOf, textOf } from '../emulator/plain.ts';
import type { Plain } from '../emulator/service.ts';
import { UserHands } from '../emulator/spreadsheet/hands.ts';
import { SPREADSHEET_SERVICE, SpreadsheetService } from '../emulator/spreadsheet/spreadsheet-service.ts';
import { readSaved } from '../simulator/state-file.ts';
import type { HeyGenChoice } from './arguments.ts';

/** The tab that the CSV is loaded into: the one of a new spreadsheet. */
export const TAB = 'Sheet1';

/** What the state file holds between two runs of the command, and for one that follows a kill. */
export interface SavedRun {
  readonly heygen: HeyGenChoice['kind'];
  readonly emulator: Plain;
}

const FORMAT = 1;

export function savedRunOf(run: SavedRun): Plain {
  return { reelmergeRender: FORMAT, heygen: run.heygen, emulator: run.emulator };
}

/**
 * Reads the state file; null when there is none. The failure is a sentence: a damaged file is never
 * passed over, because the ledger in it is what keeps videos from being paid twice.
 */
export function readSavedRun(file: string): Result<SavedRun | null, string> {
  let saved: Plain;
  try {
    const text = readSaved(file);
    if (text === null) return success(null);
    saved = JSON.parse(text);
  } catch (error) {
    return failure(
      `${file} cannot be read (${String(error)}). Restore it, or delete it to begin anew: its finished and unfinished videos are then forgotten, and rows may be paid twice.`,
    );
  }
  if (typeof saved !== 'object' || saved === null || recordOf(saved).reelmergeRender !== FORMAT) {
    return failure(`${file} is not a state of this command. Give another file with --state.`);
  }
  const { heygen, emulator = null } = recordOf(saved);
  const kind = textOf(heygen);
  if (kind !== 'heygen' && kind !== 'server' && kind !== 'simulator') {
    return failure(`${file} was saved by another version of Reelmerge.`);
  }
  return success({ heygen: kind, emulator });
}

/** The cells of the kept sheet as the user sees them, without an emulator. */
export function sheetOfSavedRun(run: SavedRun): string[][] {
  const service = new SpreadsheetService();
  service.restore(recordOf(recordOf(run.emulator).services)[SPREADSHEET_SERVICE] ?? null);
  return new UserHands(service).displayValues(TAB);
}
