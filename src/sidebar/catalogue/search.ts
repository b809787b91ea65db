import { folded, holdsAll, searchWords } from './search-text.ts';

/** What a catalogue can be filtered by, besides its search field. */
export type Filter = 'ownership' | 'gender' | 'type' | 'engine' | 'orientation' | 'language';

/** What is asked of a catalogue; what is missing or '' asks for nothing. */
export type Query = Readonly<Partial<Record<'typed' | Filter, string>>>;

/** Something of a catalogue with all that it is found by, put together once, when it arrives. */
export interface Entry<Item> {
  readonly item: Item;
  readonly text: string;
  readonly words: Readonly<Partial<Record<Filter, readonly string[]>>>;
}

/** The items that answer the query, in their order; the one whose id is `first`, when it is among them, leads. */
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

/** The words that the loaded items can be filtered by, sorted, without blanks. */
export function filterWords(entries: readonly Entry<unknown>[], filter: Filter): readonly string[] {
  const words = new Set(entries.flatMap((entry) => entry.words[filter] ?? []));
  return [...words].filter((word) => word !== '').sort();
}

export function searchable(texts: readonly string[]): string {
  return folded(texts.join('\n'));
}
