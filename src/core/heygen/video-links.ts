import { type LinkColumn, WRITTEN_COLUMNS } from '../output-columns.ts';

/**
 * The links of a finished video. Each has the name of its column, in the ledger as in the sheet. '' when HeyGen gave
 * none.
 */
export type VideoLinks = { readonly [Name in LinkColumn['name']]: string };

export const LINK_COLUMNS: readonly LinkColumn[] = WRITTEN_COLUMNS.filter((column) => 'link' in column);

/** Fills in every link. */
export function videoLinks(linkOf: (column: LinkColumn) => string): VideoLinks {
  return Object.fromEntries(LINK_COLUMNS.map((column) => [column.name, linkOf(column)])) as VideoLinks;
}

export const NO_LINKS: VideoLinks = videoLinks(() => '');
