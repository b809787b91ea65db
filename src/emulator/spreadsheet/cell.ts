/**
 * What a cell holds. '' is an empty cell. Dates and times are numbers, days since 1899-12-30 in the
 * spreadsheet's time zone, told apart from other numbers by the cell's format alone: as in Sheets.
 */
export type CellValue = string | number | boolean;

/** One cell; never changed in place, so that rows and views can share it. */
export interface Cell {
  readonly value: CellValue;
  /** With its leading `=`; '' when the cell holds a plain value. `value` is then ''. */
  readonly formula: string;
  /** Number format; '' is Automatic, '@' plain text. */
  readonly format: string;
  readonly note: string;
  /** The words that data validation allows here; null when there is no rule. */
  readonly allowed: readonly string[] | null;
}

export const EMPTY_CELL: Cell = { value: '', formula: '', format: '', note: '', allowed: null };

/** A cell of literal text, number or boolean without anything else to it. */
export function plainCell(value: CellValue): Cell {
  return { value, formula: '', format: '', note: '', allowed: null };
}

/** Whether the cell counts as data for `getLastRow` and the data range: notes and formats do not. */
export function hasContent(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value !== '' || cell.formula !== '');
}

/** Whether nothing at all would be lost by forgetting the cell. */
export function isBlankCell(cell: Cell): boolean {
  return (
    cell.value === '' &&
    cell.formula === '' &&
    cell.format === '' &&
    cell.note === '' &&
    cell.allowed === null
  );
}
