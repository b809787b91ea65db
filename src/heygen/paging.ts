import type { Asked } from '../app/ports/heygen.ts';
import { success } from '../core/result.ts';

/** A server that never ends its paging must not use up the run. */
const MOST_PAGES = 200;

/** One page of a list; `nextToken` is '' on the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** How many entries of the page could not be read. */
  readonly unreadable: number;
  /** True when HeyGen says that there is more, even if it gives no token to ask for it. */
  readonly hasMore: boolean;
  readonly nextToken: string;
}

export interface Pages<Item> {
  readonly items: readonly Item[];
  readonly unreadable: number;
  /** Whether the last page was reached and all could be read: what is not in `items` is then not in the list. */
  readonly complete: boolean;
}

/**
 * Asks page by page until the last one, or until `enough`. A token that comes again, a missing token and more
 * than 200 pages end the paging as incomplete. Entries may repeat when the list moves between two pages.
 */
export function everyPage<Item>(
  page: (token: string) => Asked<Page<Item>>,
  enough: (soFar: readonly Item[]) => boolean = () => false,
): Asked<Pages<Item>> {
  const items: Item[] = [];
  let unreadable = 0;
  const seen = new Set<string>(['']);
  let token = '';
  for (let count = 1; ; count++) {
    const asked = page(token);
    if (!asked.ok) return asked;
    items.push(...asked.value.items);
    unreadable += asked.value.unreadable;
    if (!asked.value.hasMore) {
      return success({ items, unreadable, complete: unreadable === 0 });
    }
    token = asked.value.nextToken;
    if (seen.has(token) || count === MOST_PAGES || enough(items)) {
      return success({ items, unreadable, complete: false });
    }
    seen.add(token);
  }
}
