import { useMemo, useState } from 'preact/hooks';
import { Button } from '../page/button.tsx';
import { Icon } from '../page/icon.tsx';
import { Empty, Message } from '../page/message.tsx';
import type { PanelProps } from '../page/panel.ts';
import { PickList } from '../page/pick-list.tsx';
import { Segments } from '../page/segments.tsx';
import { Skeletons } from '../page/skeletons.tsx';
import { failureOf } from '../page/state.ts';
import { Found } from './found.tsx';
import { LookCard } from './look-card.tsx';
import { EVERY_LOOK, filtersSet, findLooks, type LookQuery, lookFacets } from './look-search.ts';
import { SearchField } from './search-field.tsx';
import { readable } from './search-text.ts';
import { VirtualList } from './virtual-list.tsx';

export const OWNERSHIPS = [
  { word: '', shown: 'All' },
  { word: 'private', shown: 'Mine' },
  { word: 'public', shown: 'Public' },
] as const;

const FILTERS = ['gender', 'type', 'engine', 'orientation'] as const;

/** The picker of looks. */
export function AvatarPanel({ state, desk, catalogue }: PanelProps) {
  const { looks, lookQuery: query, sheet, choice } = state;
  const [open, setOpen] = useState(false);
  const found = useMemo(() => findLooks(looks.items, query), [looks.items, query]);
  const facets = useMemo(() => lookFacets(looks.items), [looks.items]);
  const change = (part: Partial<LookQuery>) => desk.dispatch({ type: 'look-query', change: part });
  const set = filtersSet(query);
  const inRow = sheet?.row?.avatarId ?? '';
  const foreign = inRow !== '' && looks.complete && !looks.known.has(inRow);
  return (
    <>
      <div class="toolbar">
        <div class="line">
          <SearchField label="Search looks" typed={query.typed} onType={(typed) => change({ typed })} />
          <Button
            kind="icon"
            label={set === 0 ? 'Filters' : `Filters, ${set} set`}
            expanded={open}
            onPress={() => setOpen(!open)}
          >
            <Icon shape="filter" />
            {set > 0 && <span class="dot" aria-hidden="true" />}
          </Button>
        </div>
        {open && (
          <div class="filters">
            {FILTERS.map((filter) => (
              <PickList
                key={filter}
                label={readable(filter)}
                blank="Any"
                value={query[filter]}
                words={facets[filter]}
                shown={readable}
                onPick={(word) => change({ [filter]: word })}
              />
            ))}
          </div>
        )}
        <Segments
          label="Whose looks"
          name="look-ownership"
          value={query.ownership}
          words={OWNERSHIPS}
          onPick={(ownership) => change({ ownership })}
        />
        <Found
          found={found.length}
          loaded={looks.items.length}
          complete={looks.complete}
          failure={failureOf(state, 'sidebarLooks')}
          one="look"
          onRetry={() => desk.loadLooks()}
        />
      </div>
      {foreign && (
        <Message kind="warning">
          Row {sheet?.row?.number} names the avatar <code>{inRow}</code>, which is not in this account. Choose
          another look, or connect the account that has it.
        </Message>
      )}
      {found.length === 0 ? (
        <NoLooks
          none={looks.items.length === 0}
          waiting={!looks.complete}
          onClear={() => change(EVERY_LOOK)}
        />
      ) : (
        <VirtualList
          name="looks"
          label="Looks"
          hint="Arrow keys move, Enter chooses."
          items={found}
          query={query}
          width={7}
          height={11}
          chosenId={choice.avatarId || inRow}
          onChoose={(look) => desk.dispatch({ type: 'choose', choice: { avatarId: look.id } })}
          draw={(look, face) => (
            <LookCard look={look} voice={catalogue.voice(look.defaultVoiceId)?.name ?? ''} face={face} />
          )}
        />
      )}
    </>
  );
}

function NoLooks(props: { readonly none: boolean; readonly waiting: boolean; readonly onClear: () => void }) {
  if (props.none && props.waiting) return <Skeletons />;
  if (props.none)
    return <Empty title="No looks">This account has no looks that a video can be made with.</Empty>;
  return (
    <Empty title="No look fits">
      <Button onPress={props.onClear}>Clear search and filters</Button>
    </Empty>
  );
}
