import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Extent, useExtent } from './extent.ts';
import { drawnItems, itemAfterKey, listHeight, scrollToShow, type Viewport } from './virtual-window.ts';

export interface ItemFace {
  readonly chosen: boolean;
  /** The keyboard stands on it. */
  readonly active: boolean;
}

export interface VirtualListProps<Item extends { readonly id: string }> {
  readonly name: string;
  readonly label: string;
  readonly items: readonly Item[];
  /** What was searched for; another one starts at the top. */
  readonly query: unknown;
  /** Least width of an item; as many columns as fit. In rem, as `height` (with the gap below). */
  readonly width: number;
  readonly height: number;
  readonly chosenId: string;
  readonly onChoose: (item: Item) => void;
  /** The space bar, and a click on `data-space`; without it the space bar chooses. */
  readonly onSpace?: (item: Item) => void;
  readonly draw: (item: Item, face: ItemFace) => ComponentChildren;
}

/**
 * A list of thousands of which only the visible part exists. The focus stays on the list itself and
 * points at the active item, so no redraw and no scrolling can lose it.
 */
export function VirtualList<Item extends { readonly id: string }>(props: VirtualListProps<Item>) {
  const { items, chosenId } = props;
  const list = useRef<HTMLDivElement>(null);
  const extent = useExtent(list);
  const [activeId, setActiveId] = useState('');
  const [focused, setFocused] = useState(false);
  const indexOf = (id: string) => (id === '' ? -1 : items.findIndex((item) => item.id === id));
  const activeIndex = indexOf(activeId);
  const view = viewOf(extent, props, items.length);
  const { first, end } = drawnItems(view);
  const indexes: number[] = [];
  for (let index = first; index < end; index += 1) indexes.push(index);
  if (activeIndex !== -1 && (activeIndex < first || activeIndex >= end)) indexes.push(activeIndex);

  const show = (index: number) => {
    const scroller = extent.scroller();
    if (scroller === null || index < 0) return;
    const now = { ...view, scrolled: extent.scrolledNow() };
    scroller.scrollTop += scrollToShow(index, now, extent.covered);
  };

  const searched = useRef(props.query);
  useEffect(() => {
    if (searched.current === props.query) return;
    searched.current = props.query;
    setActiveId('');
    const scroller = extent.scroller();
    if (scroller !== null) scroller.scrollTop = 0;
  }, [props.query]);

  // Opens on what the row has, once it is there and as long as nobody scrolled.
  const opened = useRef('');
  const chosenIndex = indexOf(chosenId);
  useEffect(() => {
    if (chosenIndex === -1 || opened.current === chosenId || extent.height === 0) return;
    opened.current = chosenId;
    if (activeId === '') setActiveId(chosenId);
    if (!focused) show(chosenIndex);
  }, [chosenIndex, chosenId, extent.height]);

  const point = ({ target }: MouseEvent) => {
    if (!(target instanceof Element)) return;
    const item = items[Number(target.closest<HTMLElement>('[data-index]')?.dataset.index ?? -1)];
    if (item === undefined) return;
    setActiveId(item.id);
    if (target.closest('[data-space]') !== null) props.onSpace?.(item);
    else props.onChoose(item);
  };

  const walk = (event: KeyboardEvent) => {
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

  const across = extent.width / view.columns;
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
      onKeyDown={walk}
      onClick={point}
      onMouseDown={(event) => {
        // The focus stays on the list: an item that has it could be scrolled out of existence.
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
        const face = { chosen: item.id === chosenId, active: focused && index === activeIndex };
        return (
          <div
            key={item.id}
            id={`${props.name}-${index}`}
            role="option"
            aria-selected={face.chosen}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            class={`item${face.chosen ? ' chosen' : ''}${face.active ? ' active' : ''}`}
            tabIndex={-1}
            data-index={index}
            style={{
              width: `${across}px`,
              height: `${view.rowHeight}px`,
              left: `${(index % view.columns) * across}px`,
              top: `${Math.floor(index / view.columns) * view.rowHeight}px`,
            }}
          >
            {props.draw(item, face)}
          </div>
        );
      })}
    </div>
  );
}

function viewOf(
  extent: Extent,
  { width, height }: { readonly width: number; readonly height: number },
  count: number,
): Viewport {
  return {
    count,
    columns: Math.max(1, Math.floor(extent.width / (width * extent.rem))),
    rowHeight: height * extent.rem,
    scrolled: extent.scrolled,
    height: extent.height,
  };
}
