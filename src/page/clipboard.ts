/** Cells for the clipboard: tabs between columns, line ends between rows, quotes around cells that hold either. */
export function clipboardText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}

/** The cells of a text from the clipboard, as spreadsheets write it. */
export function clipboardCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const parts = text.replace(/\r?\n$/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/g);
  for (const [, quoted, plain = '', end] of parts) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
}
