import { readFileSync } from 'node:fs';
import { failure, type Result, success } from '../core/result.ts';
import { listOf, recordOf, textOf } from '../emulator/plain.ts';
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
  /** Of a run with `--again` that has not come to its end: the runs whose results it replaces. Null: none. */
  readonly renewing: readonly string[] | null;
}

const FORMAT = 2;

export function savedRunOf(run: SavedRun): Plain {
  return { reelmergeRender: FORMAT, ...run };
}

/** A state file that no run may go on from, with a sentence that says why. */
export type UnusableState =
  | { readonly kind: 'other-version'; readonly message: string }
  /** `before` is what it held before the damage; null when nothing of it can be trusted. */
  | { readonly kind: 'damaged'; readonly message: string; readonly before: SavedRun | null };

/**
 * Reads the state file; null when there is none. A damaged one is never passed over, and no run goes on from
 * the part before the damage: what was paid after that would be paid again.
 */
export function readSavedRun(file: string): Result<SavedRun | null, UnusableState> {
  const read = readJournal(file);
  if (read === null) return success(null);
  const { snapshot, damagedLine } = read;
  if (damagedLine === null) {
    const run = savedRun(snapshot);
    return run === null ? failure(otherVersion(file)) : success(run);
  }
  if (isOfEarlierVersion(file)) return failure(otherVersion(file));
  return failure({
    kind: 'damaged',
    message: `${file} is damaged: line ${damagedLine} does not match its checksum.`,
    before: snapshot === null ? null : savedRun(snapshot),
  });
}

function savedRun(saved: Plain): SavedRun | null {
  const { reelmergeRender, heygen, emulator = null, renewing = null } = recordOf(saved);
  if (reelmergeRender !== FORMAT || (heygen !== 'heygen' && heygen !== 'server' && heygen !== 'simulator')) {
    return null;
  }
  return { heygen, emulator, renewing: renewing === null ? null : listOf(renewing).map(textOf) };
}

/** Before there were checksums a line was nothing but JSON. */
function isOfEarlierVersion(file: string): boolean {
  return readFileSync(file, 'utf8').startsWith('{');
}

function otherVersion(file: string): UnusableState {
  const message = `${file} was saved by another version of Reelmerge. Give another file with --state.`;
  return { kind: 'other-version', message };
}

/** The cells of the kept sheet as the user sees them, without an emulator. */
export function sheetOfSavedRun(run: SavedRun): string[][] {
  const service = new SpreadsheetService();
  service.restore(recordOf(recordOf(run.emulator).services)[SPREADSHEET_SERVICE] ?? null);
  return new SpreadsheetUser(service).displayValues(TAB);
}
