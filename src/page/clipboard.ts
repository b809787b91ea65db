/** Cells for the clipboard: tabs between columns, line ends between rows, quotes around cells that hold either. */
export function clipboardText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}

/** The cells of a text from the clipboard, as spreadsheets write it. */
export function clipboardCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const parts = text
    .replace(/(?:\r\n?|\n)$/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n?|\n|$)/g);
  for (const [, quoted, plain = '', end] of parts) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
}

/** More cells than this are not filled by one copied block. */
const MOST_FILLED = 200_000;

/**
 * Where the cells of a text go that is pasted into a block: to its first cell and on from there. When the block holds the
 * text several times over, it is filled with it.
 */
export function pastedCells(
  text: string,
  into: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number },
): { readonly row: number; readonly column: number; readonly text: string }[] {
  const lines = clipboardCells(text);
  const width = Math.max(...lines.map((line) => line.length));
  const isFilled =
    into.rows % lines.length === 0 && into.columns % width === 0 && into.rows * into.columns <= MOST_FILLED;
  const [rows, columns] = isFilled ? [into.rows, into.columns] : [lines.length, width];
  return Array.from({ length: rows }, (_, down) => down).flatMap((down) => {
    const line = lines[down % lines.length] ?? [];
    const isWhole = isFilled && columns > width;
    return Array.from({ length: isWhole ? columns : isFilled ? width : line.length }, (_, right) => ({
      row: into.row + down,
      column: into.column + right,
      text: line[right % width] ?? '',
    }));
  });
}
