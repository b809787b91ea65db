/**
 * What a cell holds. '' is an empty cell. As in Sheets, a date is a number (days since 1899-12-30 in the
 * spreadsheet's time zone), and only the cell's format says that it is a date.
 */
export type CellValue = string | number | boolean;

/** One cell. Cells never change in place, so that rows and views can share them. */
export interface Cell {
  readonly value: CellValue;
  /** With its leading `=`; '' when the cell holds a plain value. `value` is then ''. */
  readonly formula: string;
  /** Number format; '' is Automatic, '@' plain text. */
  readonly format: string;
  readonly note: string;
  /** What data validation allows here; null when there is no rule. */
  readonly allowed: Rule | null;
  /** The address of a picture that was put into the cell; '' when there is none. `value` is then ''. */
  readonly picture: string;
}

/** A validation rule: these words only, or a check box. */
export type Rule = readonly string[] | 'checkbox';

export const EMPTY_CELL: Cell = { value: '', formula: '', format: '', note: '', allowed: null, picture: '' };

/** A cell with a value and nothing else. */
export function plainCell(value: CellValue): Cell {
  return { ...EMPTY_CELL, value };
}

/** What a new neighbour takes over from a cell: its format and its rule; undefined when it has neither. */
export function setUpLike(cell: Cell | undefined): Cell | undefined {
  if (cell === undefined || (cell.format === '' && cell.allowed === null)) return undefined;
  return { ...EMPTY_CELL, format: cell.format, allowed: cell.allowed };
}

/** Whether the cell counts for `getLastRow` and the data range. Notes and formats do not. */
export function hasContent(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value !== '' || cell.formula !== '' || cell.picture !== '');
}

/** Whether the cell holds nothing at all, so that it need not be stored. */
export function isBlankCell(cell: Cell): boolean {
  return (
    cell.value === '' &&
    cell.formula === '' &&
    cell.format === '' &&
    cell.note === '' &&
    cell.allowed === null &&
    cell.picture === ''
  );
}

/** Whether two cells hold the same in every respect. */
export function isSameCell(one: Cell, other: Cell): boolean {
  return (
    one.value === other.value &&
    one.formula === other.formula &&
    one.format === other.format &&
    one.note === other.note &&
    one.allowed === other.allowed &&
    one.picture === other.picture
  );
}
