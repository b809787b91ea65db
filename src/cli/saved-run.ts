import { readFileSync } from 'node:fs';
import { failure, type Result, success } from '../core/result.ts';
import { listOf, recordOf, textOf } from '../emulator/plain.ts';
import type { Plain } from '../emulator/service.ts';
import { SPREADSHEET_SERVICE, SpreadsheetService } from '../emulator/spreadsheet/spreadsheet-service.ts';
import { SpreadsheetUser } from '../emulator/spreadsheet/spreadsheet-user.ts';
import { readJournal } from '../local/state-journal.ts';
import type { HeyGenChoice } from './arguments.ts';

/** The tab for the CSV: a new spreadsheet has just this one. */
export const TAB = 'Sheet1';

/** What the state file keeps for the next run of the command, also after a kill. */
export interface SavedRun {
  readonly heygen: HeyGenChoice['kind'];
  readonly emulator: Plain;
  /** What the last `--again` on this sheet replaces; null when there was none. */
  readonly replacement: Replacement | null;
  /** The runs that had results on the sheet when the state began: its ledger does not know their videos. */
  readonly elsewhere: readonly string[];
}

/** The results that `--again` replaces. */
export interface Replacement {
  /** Name of the order: see again-order.ts. */
  readonly order: string;
  /** The runs that had results on the sheet when it began. */
  readonly runs: readonly string[];
}

const FORMAT = 2;

export function savedRunOf(run: SavedRun): Plain {
  const { heygen, emulator, replacement, elsewhere } = run;
  return {
    reelmergeRender: FORMAT,
    heygen,
    emulator,
    replacement: replacement && { ...replacement },
    elsewhere,
  };
}

/** A state file that cannot be used, with a sentence that says why. */
export type UnusableState =
  | { readonly kind: 'other-version'; readonly message: string }
  /** `before` is what it held before the damage. Null when nothing of it can be trusted. */
  | { readonly kind: 'damaged'; readonly message: string; readonly before: SavedRun | null };

/**
 * Reads the state file. Null when there is none. A damaged one is a failure: whatever was paid for after the damage
 * would be paid for again.
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
  const { reelmergeRender, heygen, emulator = null, replacement = null, elsewhere = [] } = recordOf(saved);
  if (reelmergeRender !== FORMAT || (heygen !== 'heygen' && heygen !== 'server' && heygen !== 'simulator')) {
    return null;
  }
  return {
    heygen,
    emulator,
    replacement: replacement === null ? null : replacementOf(replacement),
    elsewhere: listOf(elsewhere).map(textOf),
  };
}

function replacementOf(saved: Plain): Replacement {
  const { order, runs } = recordOf(saved);
  return { order: textOf(order), runs: listOf(runs).map(textOf) };
}

/** Before there were checksums, each line was plain JSON. */
function isOfEarlierVersion(file: string): boolean {
  return readFileSync(file, 'utf8').startsWith('{');
}

function otherVersion(file: string): UnusableState {
  const message = `${file} was saved by another version of Reelmerge. Give another file with --state.`;
  return { kind: 'other-version', message };
}

/** The cells of the kept sheet as the user sees them, without an emulator. */
export function sheetOfSavedRun(run: SavedRun): string[][] {
  return userOf(run).displayValues(TAB);
}

/** The kept spreadsheet in the hands of its user, without an emulator. */
export function userOf(run: SavedRun): SpreadsheetUser {
  const service = new SpreadsheetService();
  service.restore(recordOf(recordOf(run.emulator).services)[SPREADSHEET_SERVICE] ?? null);
  return new SpreadsheetUser(service);
}
