import { type ColumnName, INPUT_COLUMNS } from '../columns/columns.ts';
import { OUTPUT_COLUMNS } from '../output-columns.ts';
import type { Table } from './table.ts';

/** A header cell to write: its text and its note. */
export interface HeaderCell {
  readonly name: string;
  readonly note: string;
}

const MERGE_FIELDS: readonly HeaderCell[] = [
  {
    name: 'first_name',
    note: 'A merge field: write <<first_name>> in the script. Any column of your own works like this.',
  },
  { name: 'company', note: 'A merge field: write <<company>> in the script.' },
];

/** The columns that nearly every sheet needs. Users add the many others when they want them. */
const BASIC_COLUMNS = INPUT_COLUMNS.filter((column) => 'basic' in column);

const OWN_HEADERS = [...BASIC_COLUMNS, ...OUTPUT_COLUMNS].map(({ name, note }) => ({ name, note }));

/** The header row for an empty sheet. */
export const SETUP_HEADERS: readonly HeaderCell[] = [...MERGE_FIELDS, ...OWN_HEADERS];

/** The example rows. Columns not named here stay blank, such as the avatar, which users pick in the sidebar. */
const EXAMPLES: readonly Readonly<Record<string, string>>[] = [
  {
    first_name: 'Ana',
    company: 'Café Lumen',
    script:
      'Hi <<first_name|there>>! I made this short video for everyone at <<company>>. <break time="1s"/> Reply to my mail and I will show you more.',
    background: '#f2efe6',
    title: 'Hello <<first_name|there>> from <<company>>',
    aspect_ratio: '16:9',
  },
  {
    first_name: 'Björn',
    company: 'Fjord Bikes',
    script: 'Hello <<first_name|there>>, congratulations on the new shop! <<company>> looks wonderful.',
    background: 'navy',
    aspect_ratio: '9:16',
  },
  {
    company: 'Sato & Daughters',
    script:
      'Hello <<first_name|there>>, this is for the whole team at <<company>>. Thank you for a great year!',
  },
];

/** The example rows, cell by cell under `SETUP_HEADERS`. Write them as text: Sheets would read 16:9 as a time. */
export const EXAMPLE_ROWS: readonly (readonly string[])[] = EXAMPLES.map((example) =>
  SETUP_HEADERS.map(({ name }) => example[name] ?? ''),
);

/** The basic input columns and output columns that a sheet lacks, in the order to add them. */
export function missingHeaders(table: Table): readonly HeaderCell[] {
  return headerCells(
    table,
    OWN_HEADERS.filter(({ name }) => table.columnOf(name) < 0 && !table.own.isIgnored(name)),
  );
}

/** The header cells of some of our columns, under the names that this sheet has for them. */
export function headerCells(
  table: Table,
  columns: readonly { readonly name: ColumnName; readonly note: string }[],
): readonly HeaderCell[] {
  return columns.map(({ name, note }) => ({ name: table.own.headerOf(name), note }));
}
