import { languageByWords } from '../oddities/stop-words.ts';
import { scriptVariants } from '../row/language-choice.ts';
import type { Defaults } from '../row/row-cells.ts';
import { unusable } from '../sheet/display-value.ts';
import { countsAsEmpty } from '../sheet/empty-words.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';
import { readLocale } from '../speech/locale.ts';

/** A script to translate, and the language it is in; '' where that is not known, and the translator finds out. */
export interface DraftSource {
  readonly text: string;
  readonly language: string;
}

/**
 * What a row's translation is made from: its own script, else the sheet's, else the script that it has in another
 * language. An unread draft is never translated further. Null when there is nothing to translate.
 */
export function draftSource(table: Table, row: Row, defaults: Defaults, target: string): DraftSource | null {
  const written = [
    { text: cellOf(row, table.columnOf('script')), language: '' },
    { text: defaults.script ?? '', language: '' },
    ...scriptVariants(table)
      .filter(({ language }) => language !== target)
      .map(({ index, language }) => ({ text: cellOf(row, index), language })),
  ];
  const source = written.find(
    ({ text }) => !countsAsEmpty(text, table.settings.emptyWords) && unusable(text) === null,
  );
  if (source === undefined) return null;
  return { text: source.text, language: source.language || (languageByWords(source.text) ?? '') };
}

/**
 * The language in which a translation is read back: that of its source, or else the sheet's, or else English. '' when
 * the translation is in that language itself.
 */
export function readersLanguage(source: DraftSource | null, table: Table, target: string): string {
  const locale = readLocale(table.settings.locale);
  const known = [source?.language ?? '', locale.ok ? locale.value : '', 'en'];
  return known.find((code) => code !== '' && baseOf(code) !== baseOf(target)) ?? '';
}

function baseOf(code: string): string {
  return code.split('-')[0] ?? '';
}
