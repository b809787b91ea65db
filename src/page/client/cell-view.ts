import type { CellView, SheetView } from '../page-state.ts';

export function textOf(cell: CellView | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'string' ? cell : cell.text;
}

/** What stands in the editor when the cell is opened. */
export function entryOf(cell: CellView | undefined): string {
  if (cell === undefined || typeof cell === 'string') return cell ?? '';
  return cell.entry ?? cell.text;
}

export function cellAt(sheet: SheetView, row: number, column: number): CellView | undefined {
  return sheet.rows[row - 1]?.cells[column - 1];
}

/** The cell's text if all of it is an address that may be opened. */
export function linkOf(text: string): string | null {
  if (!/^https?:\/\/\S+$/.test(text)) return null;
  const { protocol, hostname } = URL.canParse(text) ? new URL(text) : { protocol: '', hostname: '' };
  const local = hostname === '127.0.0.1' || hostname === 'localhost';
  return protocol === 'https:' || (protocol === 'http:' && local) ? text : null;
}

/** The address of the picture that the cell shows with a formula; null when it shows none. */
export function pictureOf(cell: CellView | undefined): string | null {
  const [, address = ''] = /^=IMAGE\("([^"]*)"\)$/i.exec(entryOf(cell)) ?? [];
  return linkOf(address);
}

/** The sheet as a CSV file, each cell as it is shown. */
export function csvOf(sheet: SheetView): string {
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
  const lines = sheet.rows.map(({ cells }) =>
    Array.from({ length: width }, (_, at) => quoted(textOf(cells[at]))).join(','),
  );
  return `${lines.join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
