import type { Entry } from '../catalogue/search.ts';

/** What arrives page by page. */
export interface Pages<Item> {
  readonly items: readonly Entry<Item>[];
  readonly known: ReadonlySet<string>;
  /** The cursors of the pages that have come. */
  readonly read: ReadonlySet<string | null>;
  /** The page that is waited for; null is the first one. */
  readonly next: string | null;
  readonly complete: boolean;
}

export function noPages<Item>(): Pages<Item> {
  return { items: [], known: new Set(), read: new Set(), next: null, complete: false };
}

/**
 * With the page that was asked for with `cursor`, each item once. One that is not waited for was asked for with
 * another key and belongs to nobody any more. A cursor that has come before and a page without anything new end the
 * list, which would go on for ever.
 */
export function withPage<Item extends { readonly id: string }>(
  pages: Pages<Item>,
  cursor: string | null,
  page: readonly Item[],
  next: string | null,
  index: (item: Item) => Entry<Item>,
): Pages<Item> {
  if (cursor !== pages.next || pages.complete) return pages;
  const known = new Set(pages.known);
  const items = [...pages.items];
  // The first page's cursor is null, as the cursor behind the last page is.
  const read = new Set(pages.read).add(cursor);
  for (const item of page) {
    if (known.has(item.id)) continue;
    known.add(item.id);
    items.push(index(item));
  }
  return { items, known, read, next, complete: read.has(next) || items.length === pages.items.length };
}
