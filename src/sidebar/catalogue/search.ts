import { folded, holdsAll, searchWords } from './search-text.ts';

/** The filters of a catalogue. */
export type Filter = 'ownership' | 'gender' | 'type' | 'engine' | 'orientation' | 'language';

/** The search text and the chosen filters. A missing or empty one does not filter. */
export type Query = Readonly<Partial<Record<'typed' | Filter, string>>>;

/** An item of a catalogue with its search text and filter words, prepared once when it arrives. */
export interface Entry<Item> {
  readonly item: Item;
  readonly text: string;
  readonly words: Readonly<Partial<Record<Filter, readonly string[]>>>;
}

/** The items that match a query, in order. The one with the id `first` comes first, if it matches. */
export function findItems<Item extends { readonly id: string }>(
  entries: readonly Entry<Item>[],
  query: Query,
  first = '',
): readonly Item[] {
  const { typed = '', ...wanted } = query;
  const words = searchWords(typed);
  const filters = FILTERS.filter((filter) => wanted[filter]);
  const found: Item[] = [];
  for (const entry of entries) {
    if (!filters.every((filter) => entry.words[filter]?.includes(wanted[filter] ?? ''))) continue;
    if (!holdsAll(entry.text, words)) continue;
    if (entry.item.id === first) found.unshift(entry.item);
    else found.push(entry.item);
  }
  return found;
}

const FILTERS: readonly Filter[] = ['ownership', 'gender', 'type', 'engine', 'orientation', 'language'];

/** The words that a filter offers for the loaded items, sorted. */
export function filterWords(entries: readonly Entry<unknown>[], filter: Filter): readonly string[] {
  const words = new Set(entries.flatMap((entry) => entry.words[filter] ?? []));
  return [...words].filter((word) => word !== '').sort();
}

export function searchable(texts: readonly string[]): string {
  return folded(texts.join('\n'));
}
