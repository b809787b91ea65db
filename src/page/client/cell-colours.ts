import type { FormatRule } from '../../emulator/spreadsheet/format-rule.ts';
import { holds } from '../grid-selection.ts';
import type { SheetView } from '../page-state.ts';

/** The first rule that a cell meets; undefined when none applies. */
export function colourRuleOf(
  sheet: Pick<SheetView, 'colours'>,
  row: number,
  column: number,
  text: string,
): FormatRule | undefined {
  return sheet.colours?.find(
    (rule) => isMet(rule, text) && rule.rects.some((rect) => holds(rect, { row, column })),
  );
}

function isMet({ criteria, values: [value = ''] }: FormatRule, text: string): boolean {
  const [shown, wanted] = [text.toLowerCase(), value.toLowerCase()];
  switch (criteria) {
    case 'TEXT_EQUAL_TO':
      return shown === wanted;
    case 'TEXT_CONTAINS':
      return shown.includes(wanted);
    case 'CELL_EMPTY':
      return text === '';
    default:
      return text !== '';
  }
}
