import type { Cell } from './cell.ts';
import { type Evaluated, evaluateFormula, failed, valueText } from './formula.ts';
import { cellAt, type SheetData } from './sheet-data.ts';
import { sheetNamed } from './workbook.ts';

/** The sheets that a reader sees: the stored ones, or those of an execution with writes under way. */
export interface Book {
  readonly sheets: readonly SheetData[];
}

/** References are followed this far; Sheets goes on, but a script under test needs no longer chain. */
const MAX_CHAIN = 200;

/** What a cell comes to: its own value, or that of its formula. */
export function shownValue(book: Book, sheet: SheetData, cell: Cell, chain = 0): Evaluated {
  if (cell.formula === '') return { value: cell.value, format: cell.format, error: false };
  if (chain > MAX_CHAIN) return failed('#REF!');
  const result = evaluateFormula(cell.formula, (reference) => {
    const target = reference.sheet === null ? sheet : sheetNamed(book, reference.sheet);
    if (target === undefined || reference.row > target.maxRows || reference.column > target.maxColumns) {
      return failed('#REF!');
    }
    return shownValue(book, target, cellAt(target, reference.row, reference.column), chain + 1);
  });
  return cell.format === '' || cell.format === '@' ? result : { ...result, format: cell.format };
}

/** What the user sees in a cell. */
export function displayText(book: Book, sheet: SheetData, cell: Cell): string {
  if (cell.formula === '' && typeof cell.value === 'string') return cell.value;
  const shown = shownValue(book, sheet, cell);
  return valueText(shown.value, shown.format);
}

/** Whether a filter on the sheet hides the row; computed from what the row shows now. */
export function hiddenByFilter(book: Book, sheet: SheetData, row: number): boolean {
  const filter = sheet.filter;
  if (filter === null || row <= filter.rect.row || row >= filter.rect.row + filter.rect.rows) return false;
  for (const [column, words] of filter.hidden) {
    if (words.has(displayText(book, sheet, cellAt(sheet, row, column)))) return true;
  }
  return false;
}
