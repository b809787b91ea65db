import { textCell } from '../sheet/cell-text.ts';

/**
 * The columns of the sheet in which colleagues read what will be said. None of the names is one of Reelmerge's input or
 * output columns, so that the sheet is never taken for one with rows to render.
 */
export const TEXT_LIST_HEADERS = [
  'Sheet',
  'Row',
  'What will be said',
  'Length in seconds',
  'State',
  'Worth a look',
] as const;

/** A row's text for that sheet. */
export interface ListedText {
  readonly row: number;
  /** Its words after merging, each scene in a paragraph; '' when the row is not ready or says none. */
  readonly text: string;
  /** Estimated length; null when it is unknown. */
  readonly seconds: number | null;
  readonly state: string;
  /** The headers of the columns that were empty and whose fallback is said. */
  readonly fallbacks: readonly string[];
  /** Why it is not rendered, or what is worth a look. */
  readonly problems: readonly string[];
}

/** A line under TEXT_LIST_HEADERS, ready for `setValues`. `tab`: the name of the sheet that has the row. */
export function textListLine(
  tab: string,
  { row, text, seconds, state, fallbacks, problems }: ListedText,
): readonly (string | number)[] {
  const notes = fallbacks.map((header) => `“${header}” is empty, so its fallback is said.`);
  return [
    textCell(tab),
    row,
    textCell(text),
    seconds === null ? '' : Math.round(seconds * 10) / 10,
    state,
    textCell([...problems, ...notes].join('\n')),
  ];
}
