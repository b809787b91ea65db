import type { ColourRule, SheetView } from '../page-state.ts';

/** The first rule that a cell meets; undefined when none applies. */
export function colourRuleOf(
  sheet: Pick<SheetView, 'colours'>,
  row: number,
  column: number,
  text: string,
): ColourRule | undefined {
  return sheet.colours?.find(
    (rule) =>
      isMet(rule, text) &&
      rule.rects.some(
        (rect) =>
          row >= rect.row &&
          row < rect.row + rect.rows &&
          column >= rect.column &&
          column < rect.column + rect.columns,
      ),
  );
}

function isMet({ criteria, values: [value = ''] }: ColourRule, text: string): boolean {
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
