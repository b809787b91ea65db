import { useMemo, useState } from 'preact/hooks';
import { Button } from '../page/button.tsx';
import { PickList } from '../page/pick-list.tsx';
import type { CatalogueName } from '../page/state.ts';
import { type Entry, type Filter, filterWords, type Query } from './search.ts';
import { SearchField } from './search-field.tsx';
import { readable } from './search-text.ts';
import { WORD_OF } from './use-choice.ts';

/** With more filters than these, a button hides them. */
const VISIBLE_FILTERS = 2;

/** The search field and filters of a catalogue. */
export function SearchBar(props: {
  readonly name: CatalogueName;
  readonly items: readonly Entry<unknown>[];
  readonly filters: readonly Filter[];
  readonly query: Query;
  readonly onQuery: (query: Query) => void;
}) {
  const { name, items, filters, query, onQuery } = props;
  const collapsible = filters.length > VISIBLE_FILTERS;
  const [open, setOpen] = useState(!collapsible);
  const lists = useMemo(
    () => filters.map((filter) => ({ filter, words: filterWords(items, filter) })),
    [items],
  );
  const set = filters.filter((filter) => query[filter]).length;
  return (
    <>
      <div class="line">
        <SearchField
          label={`Search ${WORD_OF[name]}s`}
          typed={query.typed ?? ''}
          onType={(typed) => onQuery({ ...query, typed })}
        />
        {collapsible && (
          <Button
            icon="filter"
            label={set === 0 ? 'Filters' : `Filters, ${set} set`}
            expanded={open}
            onPress={() => setOpen(!open)}
          >
            {set > 0 && <span class="dot" aria-hidden />}
          </Button>
        )}
      </div>
      {open && (
        <div class="filters">
          {lists.map(({ filter, words }) => (
            <PickList
              key={filter}
              label={readable(filter)}
              blank="Any"
              value={query[filter] ?? ''}
              words={words}
              shown={readable}
              onPick={(word) => onQuery({ ...query, [filter]: word })}
            />
          ))}
        </div>
      )}
    </>
  );
}
