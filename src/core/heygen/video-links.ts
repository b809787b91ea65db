import { type LinkColumn, WRITTEN_COLUMNS } from '../output-columns.ts';

/**
 * The links of a finished video, each under the name of its column, which is its name everywhere: in HeyGen's
 * reply (but for two), in the ledger and in the sheet. '' where there is none.
 */
export type VideoLinks = { readonly [Name in LinkColumn['name']]: string };

export const LINK_COLUMNS: readonly LinkColumn[] = WRITTEN_COLUMNS.filter((column) => 'link' in column);

/** Fills in every link. */
export function videoLinks(linkOf: (column: LinkColumn) => string): VideoLinks {
  return Object.fromEntries(LINK_COLUMNS.map((column) => [column.name, linkOf(column)])) as VideoLinks;
}

export const NO_LINKS: VideoLinks = videoLinks(() => '');
