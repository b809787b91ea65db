import type { CellPatch } from '../../core/jobs/write-back.ts';
import type { Table } from '../../core/sheet/table.ts';
import type { Tab } from '../ports/tab.ts';
import { disown } from '../tabs/tab-table.ts';

/** What came of claiming empty columns. */
export interface Claims {
  /** How many headers now say whose their column is. */
  readonly made: number;
  /** Why columns are not filled. When there are any, the table has to be read anew. */
  readonly refusals: readonly string[];
}

/**
 * Says on the headers of empty columns whose they are, before the first value stands in them. A column of formulas
 * that show nothing is the user's. A column whose header cannot be written is left alone, and the others are filled
 * all the same.
 */
export function claimColumns(tab: Tab, table: Table, patches: readonly CellPatch[]): Claims {
  const wanted = table.extras.filter(
    ({ name, note }) => note !== '' && patches.some(({ output }) => output[name] !== ''),
  );
  if (wanted.length === 0) return { made: 0, refusals: [] };
  const notes = tab.headerNotes();
  const refusals: string[] = [];
  let made = 0;
  for (const { name, index, note } of wanted) {
    const header = table.headers[index] ?? name;
    if (tab.holdsFormulas(index + 1)) {
      refusals.push(
        `The column “${header}” holds formulas, so Reelmerge leaves it to you. To have it filled, make an empty column of this name.`,
      );
    } else {
      const before = notes[index] ?? '';
      const written = tab.writeNotes(index + 1, [
        { row: 1, note: before === '' ? note : `${before}\n${note}` },
      ]);
      made += written.ok ? 1 : 0;
      if (written.ok) continue;
      refusals.push(
        `The column “${header}” was not filled, because its header could not be written. ${written.failure}`,
      );
    }
    disown(tab, name);
  }
  return { made, refusals };
}
