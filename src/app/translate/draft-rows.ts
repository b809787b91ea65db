import { counted } from '../../core/count-words.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { scriptVariants } from '../../core/row/language-choice.ts';
import type { Defaults } from '../../core/row/row-cells.ts';
import { asDraft } from '../../core/sheet/draft-mark.ts';
import { rowsOfSelection } from '../../core/sheet/selection.ts';
import { cellOf, type Row, type Table } from '../../core/sheet/table.ts';
import {
  type DraftPlan,
  draftPlan,
  draftPrint,
  draftQuestion,
  nameOf,
  sourceKey,
  textsOf,
} from '../../core/translate/draft-plan.ts';
import { draftSource } from '../../core/translate/draft-source.ts';
import { translateTemplate } from '../../core/translate/translate-template.ts';
import { anotherRun, OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { hiddenRows } from '../tabs/hidden-rows.ts';
import { selectedRows } from '../tabs/selected-rows.ts';
import { tableOf } from '../tabs/tab-table.ts';
import { writeRows } from '../tabs/write-rows.ts';
import { type Translating, translating } from './translating.ts';

/** What is to be confirmed first. */
export interface DraftQuestion {
  readonly question: string;
  /** Identifies the question. */
  readonly print: string;
}

/** What was done, and why it was not more; '' when it was all. */
export interface Drafted {
  readonly message: string;
  readonly trouble: string;
}

/** How long a person waits for drafts. What is left is drafted at the next press. */
const PATIENCE_MS = 60_000;
const HIDDEN_BUDGET_MS = 20_000;

/**
 * Drafts the scripts of the selected rows in a language, as texts that nobody has read. Without the print of its
 * question it only asks. A cell with a text is never written, and no lock is held while Google translates.
 */
export function draftRows(platform: Platform, typed: string, print: string): Result<DraftQuestion | Drafted> {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return failure(OPEN_YOUR_SHEET);
  const defaults = platform.settings.defaults(tab.id);
  const table = tableOf(tab);
  const [fault] = table.issues;
  if (fault !== undefined) return failure(fault.message);
  const selected = rowsOfSelection(selectedRows(platform), table);
  const hidden = hiddenRows(tab, selected, HIDDEN_BUDGET_MS);
  if (!hidden.ok) return hidden;
  const shown = selected.filter((row) => !hidden.value.has(row));
  const planned = draftPlan(table, filledAmong(table, shown), defaults, typed);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const asked = draftPrint(tab.id, plan);
  if (print !== asked) return success({ question: draftQuestion(plan), print: asked });
  const { drafts, trouble } = translated(platform, plan);
  if (drafts.size === 0) return failure(trouble);
  const held = platform.lock.hold(() => writeDrafts(platform, tab, defaults, plan, drafts));
  if (!held.ok) return failure(anotherRun('Nothing was written.'));
  if (!held.value.ok) return held.value;
  const message = `Drafted in ${nameOf(plan.language)} for ${counted(held.value.value, 'row')}. Read it, then mark it as read.`;
  return success({ message, trouble });
}

interface Translated {
  /** By the key of the source. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Why some are missing; '' when none is. */
  readonly trouble: string;
}

function translated(platform: Platform, plan: DraftPlan): Translated {
  const until = Math.min(platform.deadline, platform.clock.now() + PATIENCE_MS);
  const drafts = new Map<string, string>();
  const byLanguage = new Map<string, Translating>();
  let trouble = '';
  for (const source of textsOf(plan)) {
    if (platform.clock.now() >= until) {
      trouble = 'The others take longer: draft again for them.';
      break;
    }
    const google = byLanguage.get(source.language) ?? translating(platform, source.language, plan.language);
    byLanguage.set(source.language, google);
    const draft = translateTemplate(source.text, google.translate);
    if (draft.ok) drafts.set(sourceKey(source), draft.value);
    else trouble = draft.failure;
    if (google.failed()) break;
  }
  return { drafts, trouble };
}

/**
 * Writes the drafts, each beside the text that it was made from, whatever has moved meanwhile. Returns how many. The
 * column is added first where it is missing.
 */
function writeDrafts(
  platform: Platform,
  tab: Tab,
  defaults: Defaults,
  plan: DraftPlan,
  drafts: Translated['drafts'],
): Result<number> {
  const numbers = plan.rows.map(({ row }) => row);
  const there = columnOf(tableOf(tab), plan);
  const formulas = there < 0 ? new Set<number>() : formulaRows(tab, there, numbers);
  if (there < 0) {
    const note = `The script in ${nameOf(plan.language)}, for rows whose column “language” says so.`;
    const added = tab.appendHeaders([{ name: plan.column, note }]);
    if (!added.ok) return added;
  }
  // Read anew and last: until the write, the user may sort the sheet.
  platform.spreadsheet.refresh();
  const table = tableOf(tab);
  const column = columnOf(table, plan);
  const now = draftPlan(table, filledAmong(table, numbers), defaults, plan.language);
  if (!now.ok || column < 0) return failure(CHANGED);
  const rows = now.value.rows.flatMap(({ row, source }) => {
    const draft = drafts.get(sourceKey(source));
    return draft === undefined || formulas.has(row) ? [] : [{ row, text: asDraft(draft) }];
  });
  if (rows.length === 0) return failure(CHANGED);
  const written = writeRows(
    tab,
    [column + 1],
    rows.map(({ row, text }) => ({ row, contents: [{ kind: 'text', text }] })),
  );
  if (!written.ok) return written;
  platform.spreadsheet.flush();
  const strays = strayRows(tableOf(tab), plan, defaults, drafts, new Set(rows.map(({ row }) => row)));
  return strays.length === 0 ? success(rows.length) : failure(strayWords(plan.column, strays));
}

/** Rows with the draft of another text: the user may have sorted the sheet in the moment of writing. */
function strayRows(
  table: Table,
  plan: DraftPlan,
  defaults: Defaults,
  drafts: Translated['drafts'],
  written: ReadonlySet<number>,
): readonly number[] {
  const column = columnOf(table, plan);
  const texts = new Set([...drafts.values()].map(asDraft));
  return table.rows
    .filter((row) => {
      const cell = cellOf(row, column);
      if (!texts.has(cell)) return false;
      const source = draftSource(table, row, defaults, plan.language);
      const own = source === null ? undefined : drafts.get(sourceKey(source));
      return own === undefined ? written.has(row.number) : asDraft(own) !== cell;
    })
    .map(({ number }) => number);
}

/** Rows in which a formula stands in the column. What it shows may be blank. */
export function formulaRows(tab: Tab, column: number, rows: readonly number[]): ReadonlySet<number> {
  const first = Math.min(...rows);
  const last = Math.max(...rows);
  if (rows.length === 0 || !tab.holdsFormulas(column + 1)) return new Set();
  const area = { row: first, column: column + 1, rows: last - first + 1, columns: 1 };
  const formulas = tab.readFormulas(area);
  return new Set(rows.filter((row) => (formulas[row - first]?.[0] ?? '') !== ''));
}

const CHANGED =
  'The sheet was changed while Google translated, so nothing was written. Look at the rows, then draft again.';

function strayWords(column: string, strays: readonly number[]): string {
  const rows = strays.slice(0, 5);
  return `The sheet was changed in the same moment. Look at “${column}” in row ${rows.join(', ')}${strays.length > rows.length ? ' …' : ''}: it may have got the draft of another row.`;
}

function filledAmong(table: Table, numbers: readonly number[]): readonly Row[] {
  const wanted = new Set(numbers);
  return table.rows.filter(({ number, blank }) => !blank && wanted.has(number));
}

function columnOf(table: Table, { language }: DraftPlan): number {
  return scriptVariants(table).find((variant) => variant.language === language)?.index ?? -1;
}
