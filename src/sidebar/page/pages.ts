import type { Entry } from '../catalogue/search.ts';

/** A list that arrives page by page. */
export interface Pages<Item> {
  readonly items: readonly Entry<Item>[];
  readonly known: ReadonlySet<string>;
  /** The cursors of the pages that have arrived. */
  readonly read: ReadonlySet<string | null>;
  /** The cursor of the page to load next. Null means the first page. */
  readonly next: string | null;
  readonly complete: boolean;
}

export function noPages<Item>(): Pages<Item> {
  return { items: [], known: new Set(), read: new Set(), next: null, complete: false };
}

/**
 * Adds the page that was loaded with `cursor`, each item once. A page that is not the next one was requested before the
 * key changed, and is ignored. A repeated cursor, or a page without new items, completes the list: otherwise loading
 * might never end.
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
  // Null is the first page's cursor and also the one after the last page, so `read` catches both.
  const read = new Set(pages.read).add(cursor);
  for (const item of page) {
    if (known.has(item.id)) continue;
    known.add(item.id);
    items.push(index(item));
  }
  return { items, known, read, next, complete: read.has(next) || items.length === pages.items.length };
}
