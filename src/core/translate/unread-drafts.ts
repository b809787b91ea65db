import { fingerprint } from '../fingerprint.ts';
import { parseScriptTemplate } from '../merge/script-template.ts';
import { scriptVariants } from '../row/language-choice.ts';
import type { Defaults } from '../row/row-cells.ts';
import { isUnreadDraft, wordsOfDraft } from '../sheet/draft-mark.ts';
import { cellOf, type Table } from '../sheet/table.ts';
import { draftSource, readersLanguage } from './draft-source.ts';

/** A draft that nobody has marked as read, and where it stands. */
export interface UnreadDraft {
  /** 0-based. */
  readonly index: number;
  /** '' where the column does not tell. */
  readonly language: string;
  /** The cell, with its mark. */
  readonly cell: string;
  /** Without the mark. */
  readonly words: string;
  readonly rows: readonly number[];
  /** The language to read it back in; '' where there is none. */
  readonly readIn: string;
}

/** The unread drafts in the columns of scripts, each text once, in the order of the rows. */
export function unreadDrafts(table: Table, defaults: Defaults): readonly UnreadDraft[] {
  const found = new Map<string, Omit<UnreadDraft, 'rows'> & { readonly rows: number[] }>();
  const columns = [...scriptVariants(table), { index: table.columnOf('script'), language: '' }];
  for (const row of table.rows) {
    for (const { index, language } of columns) {
      const cell = cellOf(row, index);
      if (!isUnreadDraft(cell)) continue;
      const known = found.get(`${index} ${cell}`);
      if (known !== undefined) known.rows.push(row.number);
      else {
        const readIn = readersLanguage(draftSource(table, row, defaults, language), table, language);
        const words = wordsOfDraft(cell) ?? cell;
        found.set(`${index} ${cell}`, { index, language, cell, words, rows: [row.number], readIn });
      }
    }
  }
  return [...found.values()];
}

/** Identifies a draft as a person has read it: another text is another draft. */
export function unreadPrint({ index, cell }: Pick<UnreadDraft, 'index' | 'cell'>): string {
  return fingerprint(`${index} ${cell}`);
}

/** The words for empty cells, which stay in the language that they were written in. */
export function fallbacksIn(template: string): readonly string[] {
  const words = parseScriptTemplate(template).flatMap((part) =>
    part.kind === 'field' && part.fallback !== null && /\p{L}/u.test(part.fallback)
      ? [part.fallback.trim()]
      : [],
  );
  return [...new Set(words)];
}
