import type { Entry } from '../catalogue/search.ts';

/** What arrives page by page. */
export interface Pages<Item> {
  readonly items: readonly Entry<Item>[];
  readonly known: ReadonlySet<string>;
  /** The page that is waited for; null is the first one. */
  readonly next: string | null;
  readonly complete: boolean;
}

export function noPages<Item>(): Pages<Item> {
  return { items: [], known: new Set(), next: null, complete: false };
}

/**
 * With the page that was asked for with `cursor`, each item once. One that is not waited for was asked for with
 * another key and belongs to nobody any more.
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
  for (const item of page) {
    if (known.has(item.id)) continue;
    known.add(item.id);
    items.push(index(item));
  }
  return { items, known, next, complete: next === null };
}
