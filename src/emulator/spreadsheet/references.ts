import { columnLetters, columnNumber } from './a1.ts';

/** A reference to one cell inside a formula. */
export interface Reference {
  /** Name of the sheet; null for the formula's own sheet. */
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
  /** `$` before the row or the column: it stays when the formula is copied. */
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

// It starts only at the beginning of a word: otherwise a word of 50,000 letters would take seconds.
const QUOTED_OR_REFERENCE =
  /"(?:[^"]|"")*"|(?<![\w$.'])(?:('(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,7})(?![\w(!])/g;

/**
 * Puts every reference of a formula through `map`; null becomes `#REF!`.
 * Quoted texts stay as they are. Ranges are mapped corner by corner.
 */
export function mapReferences(formula: string, map: (reference: Reference) => Reference | null): string {
  return formula.replace(QUOTED_OR_REFERENCE, (whole: string, sheet, dollarC, letters, dollarR, digits) => {
    if (letters === undefined) return whole;
    const mapped = map({
      sheet: sheet === undefined ? null : sheetName(sheet),
      row: Number(digits),
      column: columnNumber(letters),
      rowFixed: dollarR === '$',
      columnFixed: dollarC === '$',
    });
    return mapped === null ? '#REF!' : referenceText(mapped);
  });
}

/** The formula after it was copied `rows` down and `columns` to the right. */
export function shiftedFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (reference) => {
    const row = reference.row + (reference.rowFixed ? 0 : rows);
    const column = reference.column + (reference.columnFixed ? 0 : columns);
    return row < 1 || column < 1 ? null : { ...reference, row, column };
  });
}

/** A sheet's name as formulas write it, without its quotes. */
export function sheetName(text: string): string {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
}

function referenceText(reference: Reference): string {
  const { sheet, row, column, rowFixed, columnFixed } = reference;
  const prefix = sheet === null ? '' : `${/^[A-Za-z_]\w*$/.test(sheet) ? sheet : quoted(sheet)}!`;
  return `${prefix}${columnFixed ? '$' : ''}${columnLetters(column)}${rowFixed ? '$' : ''}${row}`;
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
