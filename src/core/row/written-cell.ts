import type { InputName } from '../columns/columns.ts';
import type { Issue } from '../issue.ts';
import { cellIssue } from '../sheet/cell-issue.ts';
import { isBlank, unusable } from '../sheet/display-value.ts';

/** A text written for a column, and where it was written. */
export interface WrittenCell {
  readonly text: string;
  /** `row`: in the row's own cell. `sheet`: as the sheet's default. A cell beats the default. */
  readonly from: 'row' | 'sheet';
  /** Why the cell has no value: its formula failed or is still loading. */
  readonly fault: Issue | null;
}

export type RowCells = ReadonlyMap<InputName, WrittenCell>;

/** A text written under a header. Null when it is blank. */
export function writtenCell(header: string, text: string, from: WrittenCell['from']): WrittenCell | null {
  if (isBlank(text)) return null;
  const why = unusable(text);
  return { text, from, fault: why === null ? null : cellIssue(header, text, why) };
}
