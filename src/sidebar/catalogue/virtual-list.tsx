import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type ScrollArea, useScrollArea } from './scroll-area.ts';
import { drawnItems, itemAfterKey, listHeight, scrollToShow, type Viewport } from './virtual-window.ts';

export interface ItemState {
  readonly chosen: boolean;
  /** The keyboard cursor is on it. */
  readonly active: boolean;
}

export interface VirtualListProps<Item extends { readonly id: string }> {
  readonly name: string;
  readonly label: string;
  readonly items: readonly Item[];
  /** The search. When it changes, the list scrolls to the top. */
  readonly query: unknown;
  /** The minimum width of an item, in rem. The list has as many columns as fit. */
  readonly width: number;
  /** The height of an item with the gap below, in rem. */
  readonly height: number;
  readonly chosenId: string;
  readonly onChoose: (item: Item) => void;
  /** Called by the space bar and by a click on `data-space`. Without it the space bar chooses. */
  readonly onSpace?: (item: Item) => void;
  readonly draw: (item: Item, itemState: ItemState) => ComponentChildren;
}

/**
 * A list that can have thousands of items but draws only the visible ones. The focus stays on the list itself and
 * points at the active item, so redrawing and scrolling cannot lose it.
 */
export function VirtualList<Item extends { readonly id: string }>(props: VirtualListProps<Item>) {
  const { items, chosenId } = props;
  const list = useRef<HTMLDivElement>(null);
  const area = useScrollArea(list);
  const [activeId, setActiveId] = useState('');
  const [focused, setFocused] = useState(false);
  const indexOf = (id: string) => (id === '' ? -1 : items.findIndex((item) => item.id === id));
  const activeIndex = indexOf(activeId);
  const view = viewOf(area, props, items.length);
  const { first, end } = drawnItems(view);
  const indexes: number[] = [];
  for (let index = first; index < end; index += 1) indexes.push(index);
  if (activeIndex !== -1 && (activeIndex < first || activeIndex >= end)) indexes.push(activeIndex);

  const show = (index: number) => {
    const scroller = area.scroller();
    if (scroller === null || index < 0) return;
    const now = { ...view, scrolled: area.scrolledNow() };
    scroller.scrollTop += scrollToShow(index, now, area.covered);
  };

  const searched = useRef(props.query);
  useEffect(() => {
    if (searched.current === props.query) return;
    searched.current = props.query;
    setActiveId('');
    const scroller = area.scroller();
    if (scroller !== null) scroller.scrollTop = 0;
  }, [props.query]);

  // Scrolls to the row's own item as soon as it has loaded, unless the keyboard is already in the list.
  const opened = useRef('');
  const chosenIndex = indexOf(chosenId);
  useEffect(() => {
    if (chosenIndex === -1 || opened.current === chosenId || area.height === 0) return;
    opened.current = chosenId;
    if (activeId === '') setActiveId(chosenId);
    if (!focused) show(chosenIndex);
  }, [chosenIndex, chosenId, area.height]);

  const choosePointed = ({ target }: MouseEvent) => {
    if (!(target instanceof Element)) return;
    const item = items[Number(target.closest<HTMLElement>('[data-index]')?.dataset.index ?? -1)];
    if (item === undefined) return;
    setActiveId(item.id);
    if (target.closest('[data-space]') !== null) props.onSpace?.(item);
    else props.onChoose(item);
  };

  const onKey = (event: KeyboardEvent) => {
    const active = items[activeIndex];
    if ((event.key === 'Enter' || event.key === ' ') && active !== undefined) {
      event.preventDefault();
      if (event.key === ' ' && props.onSpace !== undefined) props.onSpace(active);
      else props.onChoose(active);
      return;
    }
    const next = itemAfterKey(event.key, activeIndex, view);
    const item = next === null ? undefined : items[next];
    if (next === null || item === undefined) return;
    event.preventDefault();
    setActiveId(item.id);
    show(next);
  };

  const itemWidth = area.width / view.columns;
  return (
    <div
      ref={list}
      class={`virtual ${props.name}`}
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-description={`Arrow keys move, Enter chooses${props.onSpace ? ', the space bar plays the preview' : ''}.`}
      aria-activedescendant={activeIndex === -1 ? undefined : `${props.name}-${activeIndex}`}
      style={{ height: `${listHeight(view)}px` }}
      onKeyDown={onKey}
      onClick={choosePointed}
      onMouseDown={(event) => {
        // Keeps the focus on the list: an item with the focus would disappear when scrolled away.
        event.preventDefault();
        list.current?.focus({ preventScroll: true });
      }}
      onFocus={() => {
        setFocused(true);
        if (activeIndex === -1 && items[first] !== undefined)
          setActiveId(items[Math.max(0, chosenIndex)]?.id ?? '');
      }}
      onBlur={() => setFocused(false)}
    >
      {indexes.map((index) => {
        const item = items[index];
        if (item === undefined) return null;
        const itemState = { chosen: item.id === chosenId, active: focused && index === activeIndex };
        return (
          <div
            key={item.id}
            id={`${props.name}-${index}`}
            role="option"
            aria-selected={itemState.chosen}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            class={`item${itemState.chosen ? ' chosen' : ''}${itemState.active ? ' active' : ''}`}
            tabIndex={-1}
            data-index={index}
            style={{
              width: `${itemWidth}px`,
              height: `${view.rowHeight}px`,
              left: `${(index % view.columns) * itemWidth}px`,
              top: `${Math.floor(index / view.columns) * view.rowHeight}px`,
            }}
          >
            {props.draw(item, itemState)}
          </div>
        );
      })}
    </div>
  );
}

function viewOf(
  area: ScrollArea,
  { width, height }: { readonly width: number; readonly height: number },
  count: number,
): Viewport {
  return {
    count,
    columns: Math.max(1, Math.floor(area.width / (width * area.rem))),
    rowHeight: height * area.rem,
    scrolled: area.scrolled,
    height: area.height,
  };
}
