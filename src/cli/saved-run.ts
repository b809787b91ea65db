import { failure, type Result, success } from '../core/result.ts';
import { recordOf } from '../emulator/plain.ts';
import type { Plain } from '../emulator/service.ts';
import { SPREADSHEET_SERVICE, SpreadsheetService } from '../emulator/spreadsheet/spreadsheet-service.ts';
import { SpreadsheetUser } from '../emulator/spreadsheet/spreadsheet-user.ts';
import type { HeyGenChoice } from './arguments.ts';
import { readJournal } from './state-journal.ts';

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
  const read = readJournal(file);
  if (!read.ok) {
    return failure(
      `${file} is no state of this command, or it is damaged (${read.failure}). Restore it, or give another file with --state. A run without it knows nothing of the videos in it and may pay for them again.`,
    );
  }
  if (read.value === null) return success(null);
  const { reelmergeRender, heygen, emulator = null } = recordOf(read.value);
  if (reelmergeRender !== FORMAT || (heygen !== 'heygen' && heygen !== 'server' && heygen !== 'simulator')) {
    return failure(`${file} was saved by another version of Reelmerge. Give another file with --state.`);
  }
  return success({ heygen, emulator });
}

/** The cells of the kept sheet as the user sees them, without an emulator. */
export function sheetOfSavedRun(run: SavedRun): string[][] {
  const service = new SpreadsheetService();
  service.restore(recordOf(recordOf(run.emulator).services)[SPREADSHEET_SERVICE] ?? null);
  return new SpreadsheetUser(service).displayValues(TAB);
}
