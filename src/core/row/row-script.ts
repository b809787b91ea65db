import { INPUT_COLUMNS, type InputName } from '../columns/columns.ts';
import type { Issue } from '../issue.ts';
import { DEFAULT_LOCALE, type MergedField, mergeScriptTemplate } from '../merge/merge-script-template.ts';
import { parseScriptTemplate } from '../merge/script-template.ts';
import type { SaidBy } from '../sheet/corrections.ts';
import type { Row, Table } from '../sheet/table.ts';
import { readLocale } from '../speech/locale.ts';
import type { MarkedText } from '../speech/marked-text.ts';
import { speakableText } from '../speech/speakable-text.ts';
import { languageIn } from './language-choice.ts';
import { parseScenes, type WrittenScene } from './scene-script.ts';
import type { RowCells } from './written-cell.ts';

/** The text of an input column, merged if the column allows it. */
export interface MergedCell extends MarkedText {
  readonly issues: readonly Issue[];
  /** It has issues, so its text is not what the user meant. */
  readonly faulty: boolean;
  /**
   * The row's own texts that it was made from: merged values, then the cell itself unless it is the sheet's default.
   */
  readonly sources: readonly string[];
  /** The cells that were merged into it. */
  readonly fields: readonly MergedField[];
  /** The headers of the columns whose fallback is in it. */
  readonly fallbacks: readonly string[];
  /** At least one value is in its spoken form. */
  readonly spoken: boolean;
}

const MERGED: ReadonlySet<InputName> = new Set(
  INPUT_COLUMNS.filter(({ merged }) => merged).map(({ name }) => name),
);

/** The text of a column in this row. Null when there is none, or only a failed formula. */
export function mergedCell(name: InputName, cells: RowCells, row: Row, table: Table): MergedCell | null {
  const cell = cells.get(name);
  if (cell === undefined || cell.fault !== null) return null;
  const own = cell.from === 'row' ? [cell.text] : [];
  if (!MERGED.has(name)) {
    return {
      text: cell.text,
      marks: [],
      issues: [],
      faulty: false,
      sources: own,
      fields: [],
      fallbacks: [],
      spoken: false,
    };
  }
  const { text, marks, used, fields, fallbacks, spoken, issues } = mergeScriptTemplate(
    parseScriptTemplate(cell.text),
    {
      row,
      table,
      into: name,
      locale: localeOf(cells),
      saidBy: table.corrections.list.length === 0 ? undefined : saidBy(cells, table),
    },
  );
  return {
    text,
    marks,
    // The sidebar edits the sheet's own script, and no cell.
    issues:
      cell.from === 'sheet' || issues.length === 0
        ? issues
        : issues.map(({ offer: _offer, ...issue }) => issue),
    faulty: issues.length > 0,
    sources: eachOnce([...used, ...own]),
    fields,
    fallbacks,
    spoken,
  };
}

/** A set takes longer than a look at the few texts that most cells are made of. */
const FEW = 8;

function eachOnce(texts: readonly string[]): readonly string[] {
  if (texts.length > FEW) return [...new Set(texts)];
  return texts.every((text, at) => texts.indexOf(text) === at) ? texts : [...new Set(texts)];
}

/** The script's words without spoken forms, for a title. '' when the script has issues. */
export function writtenWords(cells: RowCells, row: Row, table: Table): string {
  const cell = cells.get('script');
  if (cell === undefined || cell.fault !== null) return '';
  const merged = mergeScriptTemplate(parseScriptTemplate(cell.text), {
    row,
    table,
    into: 'script',
    locale: localeOf(cells),
    written: true,
  });
  if (merged.issues.length > 0) return '';
  return scriptScenes(merged).find(({ text }) => text !== '')?.text ?? '';
}

/** The scenes of a script, ready for speaking. A script without scenes is one scene without options. */
export function scriptScenes(script: MarkedText | null): readonly WrittenScene[] {
  return script === null ? [] : parseScenes(speakableText(script));
}

/** Who speaks, from the row and the sheet's settings alone: what only HeyGen knows must not change a row's words. */
export function saidBy(cells: RowCells, { settings }: Table): SaidBy {
  const voice = readCell(cells, 'voice_id').trim();
  const byVoice = Object.keys(settings.voices).filter((language) => settings.voices[language] === voice);
  const locale = readLocale(readCell(cells, 'locale'));
  return {
    language:
      languageIn(cells) ?? (locale.ok ? locale.value : byVoice.length === 1 ? (byVoice[0] ?? '') : ''),
    voice,
  };
}

/** What stands in a cell; '' when nothing can be read there. */
function readCell(cells: RowCells, name: InputName): string {
  const written = cells.get(name);
  return written === undefined || written.fault !== null ? '' : written.text;
}

function localeOf(cells: RowCells): string {
  const read = readLocale(readCell(cells, 'locale'));
  return read.ok ? read.value : DEFAULT_LOCALE;
}
