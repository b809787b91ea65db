import type { OutputName } from '../output-columns.ts';
import { remembered } from '../remembered.ts';
import type { InputColumn } from './input-column.ts';
import { FRAME_COLUMNS, PICTURE_COLUMNS } from './picture-columns.ts';
import { PROMPT_COLUMNS } from './prompt-columns.ts';
import { SOUND_COLUMNS, SPOKEN_COLUMNS } from './spoken-columns.ts';
import { TEMPLATE_COLUMNS } from './template-columns.ts';

/**
 * Two headers with the same key are the same column: "Avatar ID" and `avatar_id`. Case, spaces, underscores, character
 * width and invisible characters make no difference.
 */
export const headerKey = remembered(cellKey);

/** Most cells need none of the work below. */
const PLAIN = /^[A-Za-z0-9]*$/u;

/** The same for cells: they are too many to be remembered. */
export function cellKey(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return (
    text
      // In a cell formatted as plain text, Sheets keeps the apostrophe before a text as a part of it.
      .replace(/^'+/u, '')
      .normalize('NFKC')
      .replace(/[\s_\u00ad\u200b-\u200d\u2060]+/gu, '')
      // Upper case comes first: only it makes "ß" and "SS", "ς" and "Σ" equal.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKC')
  );
}

/** Every column that says what to render, in the order in which columns are read, shown and mentioned in issues. */
export const INPUT_COLUMNS = [
  ...SPOKEN_COLUMNS,
  ...FRAME_COLUMNS,
  ...SOUND_COLUMNS,
  ...PICTURE_COLUMNS,
  ...PROMPT_COLUMNS,
  ...TEMPLATE_COLUMNS,
] as const satisfies readonly InputColumn[];

export type InputName = (typeof INPUT_COLUMNS)[number]['name'];

export type ColumnName = InputName | OutputName;
