import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { Button } from '../page/button.tsx';
import { PAGE_OF } from '../page/controller.ts';
import { Empty, Message } from '../page/message.tsx';
import type { Pages } from '../page/pages.ts';
import type { PanelProps } from '../page/panel.ts';
import { Segments } from '../page/segments.tsx';
import { Skeletons } from '../page/skeletons.tsx';
import { type CatalogueName, failureOf } from '../page/state.ts';
import { ResultCount } from './result-count.tsx';
import { type Filter, findItems, type Query } from './search.ts';
import { SearchBar } from './search-bar.tsx';
import { readable } from './search-text.ts';
import { COLUMN_OF, WORD_OF } from './use-choice.ts';
import { VirtualList, type VirtualListProps } from './virtual-list.tsx';

const OWNERSHIPS = [
  { word: '', shown: 'All' },
  { word: 'private', shown: 'Mine' },
  { word: 'public', shown: 'Public' },
] as const;

/** A list this short needs no search. */
const FEW = 8;

/** The looks, voices or templates loaded so far, with search and filters. */
export function Picker<Item extends { readonly id: string }>(
  props: Pick<PanelProps, 'state' | 'controller'> &
    Pick<VirtualListProps<Item>, 'width' | 'height' | 'onSpace' | 'draw'> & {
      readonly name: CatalogueName;
      readonly pages: Pages<Item>;
      /** Id of the active row's item; '' for none. */
      readonly inRow: string;
      /** Id of the item to show first, if it matches. */
      readonly first?: string;
      readonly filters: readonly Filter[];
      /** The language to show as long as the user chooses none; '' for every one. */
      readonly language?: string;
      /** Shown above the search. */
      readonly above?: ComponentChildren;
      /** What to do when the account has none. */
      readonly none: string;
      /** Shown between the search and the list. */
      readonly children?: ComponentChildren;
    },
) {
  const { state, controller, name, pages, inRow, first = '' } = props;
  const asked = state.queries[name];
  const { language = '' } = props;
  const query = useMemo(
    () => (language === '' || asked.language !== undefined ? asked : { ...asked, language }),
    [asked, language],
  );
  const column = COLUMN_OF[name];
  const one = WORD_OF[name];
  const failure = failureOf(state, PAGE_OF[name]);
  const found = useMemo(() => findItems(pages.items, query, first), [pages.items, query, first]);
  const ask = ({ language: chosen, ...others }: Query) => {
    const isUsual = chosen === undefined || (chosen === language && asked.language === undefined);
    const next = isUsual ? others : { ...others, language: chosen };
    controller.dispatch({ type: 'query', of: name, query: next });
  };
  return (
    <>
      <div class="toolbar">
        {props.above}
        {(name !== 'templates' || pages.items.length > FEW) && (
          <SearchBar name={name} items={pages.items} filters={props.filters} query={query} onQuery={ask} />
        )}
        {name !== 'templates' && (
          <Segments
            label={`Whose ${one}s`}
            name={`${name}-ownership`}
            value={query.ownership ?? ''}
            words={OWNERSHIPS}
            onPick={(ownership) => ask({ ...query, ownership })}
          />
        )}
        <ResultCount
          found={found.length}
          loaded={pages.items.length}
          complete={pages.complete}
          failure={failure}
          one={one}
          onRetry={() => controller.load(name)}
          onReload={name === 'templates' ? controller.reloadTemplates : undefined}
        />
      </div>
      {props.children}
      {inRow !== '' && pages.complete && !pages.known.has(inRow) && (
        <Message kind="warning">
          Row {state.sheet?.row?.number} has the {one} <code>{inRow}</code>, which is not in this account.
          Choose another {one}, or connect the account that has it.
        </Message>
      )}
      {found.length > 0 ? (
        <VirtualList
          {...props}
          label={readable(`${one}s`)}
          items={found}
          query={query}
          chosenId={state.choice[column] ?? inRow}
          onChoose={({ id }) => controller.dispatch({ type: 'choose', choice: { [column]: id } })}
        />
      ) : pages.items.length > 0 ? (
        <Empty title={`No ${one} matches`}>
          <Button onPress={() => ask({})}>Clear search and filters</Button>
        </Empty>
      ) : pages.complete ? (
        <Empty title={`No ${one}s in this account`}>{props.none}</Empty>
      ) : (
        failure === '' && <Skeletons />
      )}
    </>
  );
}
