/** The measures of a virtual list. Lengths are CSS pixels. */
export interface Viewport {
  /** The number of all items. */
  readonly count: number;
  readonly columns: number;
  /** The height of a row of items, with the gap below. */
  readonly rowHeight: number;
  /** How far the list's top is above the visible part. Negative while it is below. */
  readonly scrolled: number;
  /** Height of the visible part. */
  readonly height: number;
}

/** Extra rows drawn above and below the visible part, so that fast scrolling shows no gaps. */
const SPARE_ROWS = 2;

/** The items to draw: from index `first` up to, but not including, `end`. */
export function drawnItems(view: Viewport): { readonly first: number; readonly end: number } {
  const rows = rowsOf(view);
  const top = Math.floor(view.scrolled / view.rowHeight) - SPARE_ROWS;
  const bottom = Math.ceil((view.scrolled + view.height) / view.rowHeight) + SPARE_ROWS;
  const firstRow = clamp(top, 0, rows);
  const endRow = clamp(bottom, firstRow, rows);
  return {
    first: Math.min(view.count, firstRow * view.columns),
    end: Math.min(view.count, endRow * view.columns),
  };
}

/** The height of the whole list. */
export function listHeight(view: Pick<Viewport, 'count' | 'columns' | 'rowHeight'>): number {
  return rowsOf(view) * view.rowHeight;
}

/** How far to scroll until an item is fully visible. 0 when it is. */
export function scrollToShow(index: number, view: Viewport, covered = 0): number {
  const top = Math.floor(index / view.columns) * view.rowHeight;
  const bottom = top + view.rowHeight;
  if (top < view.scrolled + covered) return top - view.scrolled - covered;
  if (bottom > view.scrolled + view.height) return bottom - view.scrolled - view.height;
  return 0;
}

/** The item that a key moves to from `index`. Null when the key does not move. */
export function itemAfterKey(key: string, index: number, view: Viewport): number | null {
  const page = Math.max(1, Math.floor(view.height / view.rowHeight)) * view.columns;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: view.columns > 1 ? 1 : 0,
    ArrowLeft: view.columns > 1 ? -1 : 0,
    ArrowDown: view.columns,
    ArrowUp: -view.columns,
    PageDown: page,
    PageUp: -page,
    Home: -view.count,
    End: view.count,
  };
  const step = steps[key];
  if (step === undefined || step === 0 || view.count === 0) return null;
  if (index < 0) return 0;
  return clamp(index + step, 0, view.count - 1);
}

function rowsOf(view: Pick<Viewport, 'count' | 'columns'>): number {
  return Math.ceil(view.count / view.columns);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
