import type { OutputName } from '../core/output-columns.ts';
import { type Grid, headerOf, outputColumns } from './grid.ts';
import type { SheetPart } from './sheet-parts.ts';

/** What the sheets hold in the add-on's columns, under the row numbers of the CSV. Sheets without a result are blank. */
export function joinedSheets(
  csv: Grid,
  parts: readonly { readonly part: SheetPart; readonly sheet: Grid }[],
): string[][] {
  const names = new Set<OutputName>();
  for (const { sheet } of parts) for (const name of outputColumns(sheet[0] ?? []).keys()) names.add(name);
  const columns = [...names];
  const sheets = parts.map(({ sheet }) => sheet);
  const joined: string[][] = csv.map(() => []);
  joined[0] = columns.map((name) => headerOf(sheets, name));
  for (const { part, sheet } of parts) {
    const places = outputColumns(sheet[0] ?? []);
    const from = columns.map((name) => places.get(name) ?? -1);
    sheet.forEach((cells, at) => {
      if (at > 0) joined[part.input.numberOf(at + 1) - 1] = from.map((column) => cells[column] ?? '');
    });
  }
  return joined;
}
