import { counted } from '../count-words.ts';
import { fingerprint } from '../fingerprint.ts';
import { failure, type Result, success } from '../result.ts';
import { scriptVariants } from '../row/language-choice.ts';
import type { Defaults } from '../row/row-cells.ts';
import { isBlank } from '../sheet/display-value.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';
import { readLanguage, tagsOf } from '../speech/language-name.ts';
import { languageNamed } from '../speech/languages.ts';
import { type DraftSource, draftSource } from './draft-source.ts';

/** The rows that get a translation, and what it is made from. */
export interface DraftPlan {
  /** A code. */
  readonly language: string;
  /** The header of the column, which the sheet may lack yet. */
  readonly column: string;
  /** 0-based; -1 where the sheet lacks it. */
  readonly index: number;
  readonly rows: readonly { readonly row: number; readonly source: DraftSource }[];
  /** How many of the rows have a text in the language already. It is never replaced. */
  readonly kept: number;
}

/**
 * What a draft in this language would be written into. In a sheet with a column `language`, only rows of that language
 * get one. A failure is a sentence.
 */
export function draftPlan(
  table: Table,
  rows: readonly Row[],
  defaults: Defaults,
  typed: string,
): Result<DraftPlan> {
  const language = readLanguage(typed);
  if (isBlank(typed) || !language.ok) {
    return failure('Write the language of the translation: its name or its code, such as German or de.');
  }
  const name = nameOf(language.value);
  const chooses = table.columnOf('language');
  const meant = rows.filter((row) => chooses < 0 || speaks(cellOf(row, chooses), language.value));
  if (meant.length === 0) {
    return failure(
      rows.length === 0
        ? 'Select the rows whose script is to be translated (below the header row), then try again.'
        : `None of the selected rows has the language ${name}. Write it into their cells in the column “language”, then try again.`,
    );
  }
  const variants = scriptVariants(table).filter((variant) => variant.language === language.value);
  const column = variants[0] ?? { header: `script (${language.value})`, index: -1 };
  const open = meant.filter((row) => variants.every(({ index }) => isBlank(cellOf(row, index))));
  const found = open.flatMap((row) => {
    const source = draftSource(table, row, defaults, language.value);
    return source === null ? [] : [{ row: row.number, source }];
  });
  if (found.length === 0) {
    return failure(
      open.length === 0
        ? `Every selected row has a text in “${column.header}” already. Clear the cells that are to be drafted anew.`
        : 'The selected rows have no script to translate. Write one into the column “script”, or the script for the whole sheet.',
    );
  }
  const kept = meant.length - open.length;
  return success({ language: language.value, column: column.header, index: column.index, rows: found, kept });
}

/** The texts of a plan, each once. */
export function textsOf({ rows }: DraftPlan): readonly DraftSource[] {
  return [...new Map(rows.map(({ source }) => [sourceKey(source), source])).values()];
}

/** The same text in the same language is translated once. */
export function sourceKey({ text, language }: DraftSource): string {
  return `${language} ${text}`;
}

/** Identifies what the user was asked about: other rows or other texts are another question. */
export function draftPrint(tab: number, plan: DraftPlan): string {
  return fingerprint(JSON.stringify([tab, plan]));
}

/** What the user is asked before Google reads anything. */
export function draftQuestion(plan: DraftPlan): string {
  const texts = textsOf(plan);
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const added = plan.index < 0 ? ', a new column behind yours' : '';
  const kept =
    plan.kept === 0
      ? ''
      : ` ${counted(plan.kept, 'other row has', 'other rows have')} a text there and ${plan.kept === 1 ? 'keeps' : 'keep'} it.`;
  return `Google’s translation service gets ${counted(texts.length, 'text')} of ${counted(characters, 'character')}, without your rows’ values. The draft goes into “${plan.column}”${added}, of ${counted(plan.rows.length, 'row')}.${kept}`;
}

/** The English name of a language, or its code where it has a country. */
export function nameOf(code: string): string {
  return code.includes('-') ? code : (languageNamed(code)?.name ?? code);
}

function speaks(cell: string, language: string): boolean {
  const read = readLanguage(cell);
  return read.ok && tagsOf(read.value).includes(language);
}
