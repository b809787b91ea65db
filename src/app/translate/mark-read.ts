import { counted } from '../../core/count-words.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { isBlank } from '../../core/sheet/display-value.ts';
import { DRAFT_MARK, wordsOfDraft } from '../../core/sheet/draft-mark.ts';
import { type UnreadDraft, unreadDrafts, unreadPrint } from '../../core/translate/unread-drafts.ts';
import { anotherRun, OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { tableOf } from '../tabs/tab-table.ts';
import { writeRows } from '../tabs/write-rows.ts';
import { formulaRows } from './draft-rows.ts';

/**
 * A person has read this draft: takes its mark away, in every row that holds exactly this text. Returns a sentence. A
 * text that was edited since is another draft, which nobody has read.
 */
export function markRead(platform: Platform, print: string): Result<string> {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return failure(OPEN_YOUR_SHEET);
  const held = platform.lock.hold(() => takeMark(platform, tab, print));
  return held.ok ? held.value : failure(anotherRun('Nothing was written.'));
}

function takeMark(platform: Platform, tab: Tab, print: string): Result<string> {
  const draft = findDraft(platform, tab, print);
  if (draft === undefined) return failure(EDITED);
  const words = wordsOfDraft(draft.cell);
  if (words === null || isBlank(words)) return failure(MISSHAPEN);
  const formulas = formulaRows(tab, draft.index, draft.rows);
  const rows = draft.rows.filter((row) => !formulas.has(row));
  if (rows.length === 0) return failure(FORMULA);
  const written = writeRows(
    tab,
    [draft.index + 1],
    rows.map((row) => ({ row, contents: [{ kind: 'text', text: words }] })),
  );
  if (!written.ok) return written;
  platform.spreadsheet.flush();
  // What stands there still was moved in that moment, and its mark was taken from another text.
  const left = findDraft(platform, tab, print);
  const isLeft = left !== undefined && left.rows.length > formulaRows(tab, left.index, left.rows).size;
  if (isLeft) return failure(movedWords(rows));
  return success(`Marked as read in ${counted(rows.length, 'row')}.`);
}

function findDraft(platform: Platform, tab: Tab, print: string): UnreadDraft | undefined {
  const unread = unreadDrafts(tableOf(tab), platform.settings.defaults(tab.id));
  return unread.find((draft) => unreadPrint(draft) === print);
}

const EDITED = 'The draft was changed since you read it. Nothing was marked. Read it as it is now.';

const MISSHAPEN = `A part of the mark would stay. Delete “${DRAFT_MARK}” from the cell by hand.`;

const FORMULA =
  'The draft is shown by a formula. Mark it as read where the formula takes it from, or paste it as a value.';

function movedWords(rows: readonly number[]): string {
  return `The sheet was changed in the same moment. Look at row ${rows.slice(0, 5).join(', ')}, which may have got the text of another row. Undo brings its own back.`;
}
