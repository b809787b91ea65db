import { headerKey } from '../core/columns/columns.ts';
import {
  EXTRA_OUTPUT_COLUMNS,
  OUTPUT_COLUMNS,
  type OutputName,
  WRITTEN_COLUMNS,
} from '../core/output-columns.ts';
import { otherName } from '../core/sheet/own-columns.ts';

/** Rows of texts, the header first; rows may be of different lengths. */
export type Grid = readonly (readonly string[])[];

const NAME_OF_KEY: ReadonlyMap<string, OutputName> = new Map(
  WRITTEN_COLUMNS.map(({ name }) => [headerKey(name), name]),
);

/** The add-on's own columns in a header row, and where they stand (0-based). */
export function outputColumns(header: readonly string[]): Map<OutputName, number> {
  const columns = new Map<OutputName, number>();
  const others = otherHeaders(header);
  header.forEach((text, index) => {
    const name = NAME_OF_KEY.get(headerKey(text));
    if (name !== undefined && others[name] === undefined && !columns.has(name)) columns.set(name, index);
  });
  for (const { name } of OUTPUT_COLUMNS) {
    const other = others[name];
    if (other !== undefined) columns.set(name, header.indexOf(other));
  }
  return columns;
}

/**
 * The headers of our columns where the user's own stand under our names. This command gives `job` another name
 * whenever it gives one to any: that tells our columns from the user's.
 */
export function otherHeaders(header: readonly string[]): Readonly<Partial<Record<OutputName, string>>> {
  const found: Partial<Record<OutputName, string>> = {};
  for (const { name } of OUTPUT_COLUMNS) {
    const key = headerKey(otherName(name));
    const [other] = header.filter((text) => isNumbered(headerKey(text), key)).slice(-1);
    if (other !== undefined) found[name] = other;
  }
  return found.job === undefined ? {} : found;
}

function isNumbered(key: string, base: string): boolean {
  return key.startsWith(base) && /^\d*$/.test(key.slice(base.length));
}

/** The header under which the first of these sheets that has a column has it. */
export function headerOf(sheets: readonly Grid[], name: OutputName): string {
  for (const [headers = []] of sheets) {
    const header = headers[outputColumns(headers).get(name) ?? -1];
    if (header !== undefined) return header;
  }
  return name;
}

/** 0-based places of the columns that are the user's own. */
export function inputColumns(grid: Grid): number[] {
  const outputs = new Set(outputColumns(grid[0] ?? []).values());
  return Array.from({ length: widthOf(grid) }, (_, index) => index).filter((index) => !outputs.has(index));
}

export function widthOf(grid: Grid): number {
  return grid.reduce((width, row) => Math.max(width, row.length), 0);
}

/**
 * The input with the columns that the add-on wrote: in their place where the input has them already, or else behind
 * its last column. Every other cell stays as it is in the input. Input and sheet have the same row numbers, because
 * nobody moves rows of a sheet that only this command opens.
 */
export function rendered(input: Grid, sheet: Grid): string[][] {
  const width = widthOf(input);
  const inInput = outputColumns(input[0] ?? []);
  const written = [...outputColumns(sheet[0] ?? [])]
    .filter(([name]) => !isOwn(input, name, inInput.get(name)))
    .sort(([, left], [, right]) => left - right);
  if (written.length === 0) return input.map((row) => [...row]);
  const places = new Map<OutputName, number>();
  let next = width;
  for (const [name] of written) places.set(name, inInput.get(name) ?? next++);
  const sources = outputColumns(sheet[0] ?? []);
  return input.map((row, number) => {
    const line = Array.from({ length: width }, (_, at) => row[at] ?? '');
    for (const [name, from] of written) {
      // The cell of a picture shows no text. A file gets its address, since a formula in a file looks like an attack.
      const source = name === 'thumbnail_image' && number > 0 ? (sources.get('thumbnail') ?? from) : from;
      const cell = sheet[number]?.[source] ?? '';
      line[places.get(name) ?? 0] = number === 0 ? cell : harmless(cell);
    }
    return line;
  });
}

/** HeyGen's words must not become a formula when the file is opened in a spreadsheet. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

/** An extra output column is the user's own if it holds something already. */
function isOwn(input: Grid, name: OutputName, column: number | undefined): boolean {
  if (column === undefined || !EXTRA_OUTPUT_COLUMNS.some((extra) => extra.name === name)) return false;
  return input.slice(1).some((row) => (row[column] ?? '').trim() !== '');
}
