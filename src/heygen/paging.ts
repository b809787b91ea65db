import type { Asked } from '../app/ports/heygen.ts';
import { success } from '../core/result.ts';

/** A server whose list never ends must not use up the run. */
const MOST_PAGES = 200;

/** One page of a list; `nextToken` is '' on the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** How many entries of the page could not be read. */
  readonly unreadable: number;
  /** HeyGen says that there is more, even if it gives no token for it. */
  readonly hasMore: boolean;
  readonly nextToken: string;
}

export interface Pages<Item> {
  readonly items: readonly Item[];
  readonly unreadable: number;
  /** The last page was reached, and all entries could be read. What is not in `items` is then not in the list. */
  readonly complete: boolean;
}

/**
 * Asks page by page until the last one, or until `enough`. A repeated token, a missing token and more than 200 pages end
 * the paging as incomplete. Entries may repeat, because the list can move between two pages.
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
