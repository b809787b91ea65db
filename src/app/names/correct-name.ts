import { failure, type Result, success } from '../../core/result.ts';
import {
  checkedCorrection,
  correctionWrites,
  type GivenCorrection,
} from '../../core/sheet/correction-writes.ts';
import { NAMES_SHEET, valueKey } from '../../core/sheet/corrections.ts';
import { anotherRun } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { refreshCorrections } from './refresh-corrections.ts';

/** Writes into the names sheet how a value is said, and makes the sheet where there is none. */
export function correctName(platform: Platform, typed: GivenCorrection): Result<null> {
  const given = checkedCorrection(typed);
  if (!given.ok) return given;
  const held = platform.lock.hold(() => write(platform, given.value));
  return held.ok ? held.value : failure(anotherRun('Nothing was written.'));
}

function write(platform: Platform, given: GivenCorrection): Result<null> {
  const { namesSheet } = platform;
  const writes = correctionWrites(namesSheet.read() ?? [], given);
  if (!writes.ok) return writes;
  const written = writes.value.length === 0 ? success(null) : namesSheet.write(writes.value);
  refreshCorrections(platform);
  if (!written.ok) return written;
  // The user may have sorted the sheet in that moment. Then the form stands beside another value.
  const { list } = platform.settings.corrections();
  const strays = writes.value.filter(
    ({ row }) =>
      row > 1 && !list.some((each) => each.line === row && valueKey(each.value) === valueKey(given.value)),
  );
  const [stray] = strays;
  return stray === undefined
    ? success(null)
    : failure(
        `The sheet “${NAMES_SHEET}” was changed in the same moment. Look at its row ${stray.row}, which may have got the wrong spoken form.`,
      );
}
