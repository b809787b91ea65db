import { textListLine } from '../../core/check/text-list.ts';
import { counted } from '../../core/count-words.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { anotherRun } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { readAll } from './read-all.ts';

/**
 * Writes what the selected rows will say into a sheet of its own, for colleagues who read it there. Spends nothing, and
 * changes no other sheet. Returns the sentence to show.
 */
export function listTexts(platform: Platform, tab: Tab): Result<string> {
  const allowed = platform.textsSheet.mayBeWritten();
  if (!allowed.ok) return allowed;
  const texts = readAll(platform, tab, 'selected');
  if (!texts.ok) return texts;
  if (texts.value.length === 0)
    return failure('No row is selected. Select the rows to read, then write them again.');
  const lines = texts.value.map((text) => textListLine(tab.name, text));
  const held = platform.lock.hold(() => platform.textsSheet.write(lines));
  if (!held.ok) return failure(anotherRun('No texts were written.'));
  if (!held.value.ok) return held.value;
  return success(`${counted(lines.length, 'text is', 'texts are')} in the sheet “Reelmerge preview”.`);
}
