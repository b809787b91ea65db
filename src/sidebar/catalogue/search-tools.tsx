import { useMemo, useState } from 'preact/hooks';
import { Button } from '../page/button.tsx';
import { Icon } from '../page/icon.tsx';
import { PickList } from '../page/pick-list.tsx';
import type { CatalogueName } from '../page/state.ts';
import { type Entry, type Filter, filterWords, type Query } from './search.ts';
import { SearchField } from './search-field.tsx';
import { readable } from './search-text.ts';

/** So many filters have room beside the list; more are behind a button. */
const IN_SIGHT = 2;

/** The search field and the filters of a catalogue. */
export function SearchTools(props: {
  readonly name: CatalogueName;
  readonly items: readonly Entry<unknown>[];
  readonly filters: readonly Filter[];
  readonly query: Query;
  readonly onQuery: (query: Query) => void;
}) {
  const { name, items, filters, query, onQuery } = props;
  const tucked = filters.length > IN_SIGHT;
  const [open, setOpen] = useState(!tucked);
  const lists = useMemo(
    () => filters.map((filter) => ({ filter, words: filterWords(items, filter) })),
    [items],
  );
  const set = filters.filter((filter) => query[filter]).length;
  return (
    <>
      <div class="line">
        <SearchField
          label={`Search ${name}`}
          typed={query.typed ?? ''}
          onType={(typed) => onQuery({ ...query, typed })}
        />
        {tucked && (
          <Button
            kind="icon"
            label={set === 0 ? 'Filters' : `Filters, ${set} set`}
            expanded={open}
            onPress={() => setOpen(!open)}
          >
            <Icon shape="filter" />
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
