import { INPUT_COLUMNS } from '../../src/core/columns/columns.ts';
import { EXTRA_OUTPUT_COLUMNS, OUTPUT_COLUMNS } from '../../src/core/output-columns.ts';
import { LEFT_OUT } from '../core/request/left-out.ts';
import { markdownCell, markdownTable } from './markdown.ts';

/** A table of the docs that is made of the code: `npm run docs` writes it between its marks. */
export interface MadeTable {
  readonly page: string;
  readonly section: string;
  readonly text: string;
}

const COLUMNS = 'docs/columns-and-merging.md';

function outputTable(columns: readonly { readonly name: string; readonly note: string }[]): string {
  const rows = columns.map(({ name, note }) => [`\`${name}\``, markdownCell(note)]);
  return markdownTable(['Column', 'What it holds'], rows);
}

export const MADE_TABLES: readonly MadeTable[] = [
  {
    page: COLUMNS,
    section: 'input columns',
    text: markdownTable(
      ['Column', 'Merge fields', 'What to write'],
      INPUT_COLUMNS.map(({ name, merged, note }) => [
        `\`${name}\``,
        merged ? 'merged' : '',
        markdownCell(note),
      ]),
    ),
  },
  { page: COLUMNS, section: 'output columns', text: outputTable(OUTPUT_COLUMNS) },
  { page: COLUMNS, section: 'extra output columns', text: outputTable(EXTRA_OUTPUT_COLUMNS) },
  {
    page: COLUMNS,
    section: 'left out',
    text: markdownTable(
      ['Field', 'Why'],
      Object.entries(LEFT_OUT).map(([field, why]) => [`\`${field}\``, why]),
    ),
  },
];
