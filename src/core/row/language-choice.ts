import type { InputName } from '../columns/columns.ts';
import type { IssueCode, Offer } from '../issue.ts';
import { voiceFor } from '../settings/language-voices.ts';
import { countsAsEmpty } from '../sheet/empty-words.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';
import { readLanguage, tagsOf } from '../speech/language-name.ts';
import { languageNamed } from '../speech/languages.ts';
import { readLocale } from '../speech/locale.ts';
import { type RowCells, type WrittenCell, writtenCell } from './written-cell.ts';

/** A column `script (de)`. */
interface ScriptVariant {
  readonly language: string;
  readonly header: string;
  readonly index: number;
}

/** Asked for every row, so each table's variants are found only once. */
const known = new WeakMap<Table, readonly ScriptVariant[]>();

/** The columns that hold the script in one language, in the order of the sheet. */
export function scriptVariants(table: Table): readonly ScriptVariant[] {
  const before = known.get(table);
  if (before !== undefined) return before;
  const found = table.headers.flatMap((header, index): ScriptVariant[] => {
    const [, written = ''] = /^script[\s_]*\((.+)\)$/iu.exec(header.normalize('NFKC').trim()) ?? [];
    const language = written === '' ? null : readLanguage(written);
    return language?.ok === true ? [{ language: language.value, header, index }] : [];
  });
  known.set(table, found);
  return found;
}

/** The row's language as a code. Null when it has none that is understood. */
export function languageIn(cells: RowCells): string | null {
  const written = cells.get('language');
  const read = written === undefined || written.fault !== null ? null : readLanguage(written.text);
  return read?.ok === true ? read.value : null;
}

/**
 * Puts in what the row's language chooses: the script of that language, its voice and its locale. A voice or a locale in
 * the row's own cells stays. A script of the language comes before the row's `script`, which is often filled down in
 * the language of most rows.
 */
export function chooseByLanguage(cells: Map<InputName, WrittenCell>, table: Table, row: Row): void {
  const language = languageIn(cells);
  if (language === null) return;
  const variant = variantFor(language, table, row);
  if (variant !== null) cells.set('script', variant);
  const voice = voiceFor(table.settings.voices, language);
  if (voice !== null && cells.get('voice_id')?.from !== 'row') {
    cells.set('voice_id', { text: voice, from: 'sheet', fault: null });
  }
  const locale = cells.get('locale');
  if (locale?.from !== 'row' && !isMoreExact(locale?.text ?? '', language)) {
    cells.set('locale', { text: language, from: 'sheet', fault: null });
  }
}

/**
 * For a row that speaks a text: a language without a script or a voice blocks it, as soon as the sheet has some for
 * other languages. Otherwise it would be spoken in the wrong one, and paid.
 */
export function requireByLanguage(cells: Map<InputName, WrittenCell>, table: Table): void {
  const language = languageIn(cells);
  if (language === null || cells.has('audio_url') || cells.has('audio_asset_id')) return;
  const written = cells.get('language')?.text.trim() ?? '';
  const block = (name: InputName, code: IssueCode, message: string, offer: Offer): void => {
    // The user is led to a cell that is there.
    const column = table.columnOf(name) >= 0 ? name : 'language';
    cells.set(name, { text: '', from: 'sheet', fault: { code, column, message, offer } });
  };
  if (scriptVariants(table).length > 0 && cells.get('script')?.from !== 'row') {
    block(
      'script',
      'script_missing',
      `There is no script for the language ${written}. Write it in a column “script (${language})”, or clear the cell “language”.`,
      { kind: 'column', header: `script (${language})` },
    );
  }
  const { voices } = table.settings;
  const hasOwnVoice = cells.get('voice_id')?.from === 'row';
  if (Object.keys(voices).length > 0 && !hasOwnVoice && voiceFor(voices, language) === null) {
    block(
      'voice_id',
      'voice_missing',
      `There is no voice for the language ${written}. Pick one in the sidebar’s Voice tab and use it for that language, or write its id in the column “voice_id”.`,
      { kind: 'voices', language: languageNamed(language)?.name ?? written },
    );
  }
}

/** The filled script for the language, the most exact first. */
function variantFor(language: string, table: Table, row: Row): WrittenCell | null {
  const variants = scriptVariants(table);
  if (variants.length === 0) return null;
  for (const tag of tagsOf(language)) {
    for (const { header, index } of variants.filter((each) => each.language === tag)) {
      const text = cellOf(row, index);
      const cell = countsAsEmpty(text, table.settings.emptyWords) ? null : writtenCell(header, text, 'row');
      if (cell !== null) return cell;
    }
  }
  return null;
}

/** Whether the sheet's locale says more than the language: de-AT where the row says German. */
function isMoreExact(locale: string, language: string): boolean {
  const read = readLocale(locale);
  return read.ok && tagsOf(read.value).includes(language);
}
