import { drawnTo, type GridSelection, type Place, selectionOf, withBlock } from '../grid-selection.ts';
import type { RectView } from '../page-state.ts';
import { isSelected } from './selection-layer.ts';

/** What the mouse needs of the grid. */
export interface MouseGround {
  selection(): GridSelection;
  select(selection: GridSelection): void;
  /** The cell at a point of the window. Points outside are taken to the nearest cell. */
  placeAt(x: number, y: number): Place;
  /** The whole row, column or sheet. */
  wholeRow(row: number): RectView;
  wholeColumn(column: number): RectView;
  wholeSheet(): RectView;
  reveal(place: Place): void;
  resize(column: number, width: number): void;
  widthOf(column: number): number;
}

type Kind = 'cell' | 'row' | 'column';

/** Selecting with the mouse: clicks, drawing, Shift and Ctrl, whole lines by their heads; and drawn column widths. */
export function listenToMouse(frame: HTMLElement, ground: MouseGround): void {
  frame.addEventListener('mousedown', (event) => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest('a') !== null) return;
    if (target.closest('.grip') !== null) return drawWidth(event, target, ground);
    const kind = kindOf(target);
    if (kind === null) return;
    // No text is selected meanwhile, and the focus goes to the grid as a whole.
    event.preventDefault();
    frame.focus({ preventScroll: true });
    if (kind === 'sheet') {
      ground.select(selectionOf([ground.wholeSheet()]));
      return;
    }
    const place = ground.placeAt(event.clientX, event.clientY);
    if (event.button !== 0 && isSelected(ground.selection(), place.row, place.column)) return;
    press(event, place, kind, ground);
    if (event.button === 0) draw(kind, ground);
  });
}

function press(event: MouseEvent, place: Place, kind: Kind, ground: MouseGround): void {
  const { row, column } = place;
  const block = blockOf(kind, place, ground);
  const before = ground.selection();
  if (event.shiftKey) ground.select(drawnTo(from(before, kind), corner(kind, place, ground)));
  else if (event.ctrlKey || event.metaKey) ground.select(startAt(withBlock(before, block), row, column));
  else ground.select(startAt(selectionOf([block]), row, column));
}

/** Follows the mouse until its button is let go. */
function draw(kind: Kind, ground: MouseGround): void {
  const follow = (event: MouseEvent): void => {
    const place = ground.placeAt(event.clientX, event.clientY);
    const to = corner(kind, place, ground);
    const { focus } = ground.selection();
    if (to.row === focus.row && to.column === focus.column) return;
    ground.select(drawnTo(from(ground.selection(), kind), to));
    if (kind === 'cell') ground.reveal(place);
  };
  document.addEventListener('mousemove', follow);
  document.addEventListener('mouseup', () => document.removeEventListener('mousemove', follow), {
    once: true,
  });
}

function drawWidth(event: MouseEvent, grip: Element, ground: MouseGround): void {
  const head = grip.closest<HTMLElement>('.column-head');
  const column = Number(head?.dataset.column);
  const begin = ground.widthOf(column);
  const start = event.clientX;
  event.preventDefault();
  const follow = (move: MouseEvent): void => ground.resize(column, begin + move.clientX - start);
  document.addEventListener('mousemove', follow);
  document.addEventListener('mouseup', () => document.removeEventListener('mousemove', follow), {
    once: true,
  });
}

function kindOf(target: Element): Kind | 'sheet' | null {
  if (target.closest('.corner') !== null) return 'sheet';
  if (target.closest('.column-head') !== null) return 'column';
  if (target.closest('.row-number') !== null) return 'row';
  return target.closest('.cell') === null ? null : 'cell';
}

function blockOf(kind: Kind, { row, column }: Place, ground: MouseGround): RectView {
  if (kind === 'row') return ground.wholeRow(row);
  return kind === 'column' ? ground.wholeColumn(column) : { row, column, rows: 1, columns: 1 };
}

/** Whole lines are drawn from their first cell to the last one. */
function from(selection: GridSelection, kind: Kind): GridSelection {
  const { row, column } = selection.active;
  if (kind === 'cell') return selection;
  return { ...selection, active: kind === 'row' ? { row, column: 1 } : { row: 1, column } };
}

function corner(kind: Kind, { row, column }: Place, ground: MouseGround): Place {
  if (kind === 'row') return { row, column: ground.wholeRow(row).columns };
  return kind === 'column' ? { row: ground.wholeColumn(column).rows, column } : { row, column };
}

function startAt(selection: GridSelection, row: number, column: number): GridSelection {
  const block = selection.rects.at(-1);
  const inside = block !== undefined && block.rows * block.columns === 1;
  return inside ? { ...selection, active: { row, column }, focus: { row, column } } : selection;
}
