import type { CellView, RowView, SheetView } from '../page-state.ts';
import { letters } from './a1.ts';
import { colourRuleOf } from './cell-colours.ts';
import { linkOf, pictureOf, textOf } from './cell-view.ts';
import type { GridColumns } from './grid-columns.ts';

/** Everything in a cell is text. An address is a link too. Only a formula shows a picture. */
function contentNode(value: CellView): Node {
  const picture = pictureOf(value);
  if (picture !== null) return pictureNode(picture);
  const text = textOf(value);
  const link = linkOf(text);
  const node = document.createElement(link === null ? 'span' : 'a');
  node.textContent = text;
  if (link !== null && node instanceof HTMLAnchorElement) {
    node.href = link;
    node.target = '_blank';
    node.rel = 'noopener noreferrer';
    node.tabIndex = -1;
  }
  if (typeof value !== 'string' && value.note !== undefined) {
    node.classList.add('noted');
    node.title = value.note;
  }
  return node;
}

function pictureNode(address: string): Node {
  const node = document.createElement('img');
  node.src = address;
  node.alt = 'Picture';
  node.className = 'cell-picture';
  return node;
}

/** The element of a row. `gap`: how many rows before it are hidden. */
export function rowNode(
  number: number,
  row: RowView | undefined,
  gap: number,
  columns: GridColumns,
  sheet: Pick<SheetView, 'colours'>,
): HTMLElement {
  const line = part('row', number === 1 ? 'grid-row first' : 'grid-row');
  line.setAttribute('aria-rowindex', String(number + 1));
  line.dataset.row = String(number);
  const head = part('rowheader', 'row-number');
  const word = document.createElement('span');
  word.textContent = String(number);
  if (gap > 0) {
    head.classList.add('after-gap');
    word.title = gap === 1 ? 'A row above is hidden' : `${gap} rows above are hidden`;
  }
  head.append(word);
  line.append(head);
  for (let column = 1; column <= columns.count; column += 1) {
    const cell = part('gridcell', 'cell');
    cell.dataset.column = String(column);
    cell.style.width = `${columns.width(column)}px`;
    const value = row?.cells[column - 1] ?? '';
    if (value !== '') cell.append(contentNode(value));
    const rule = colourRuleOf(sheet, number, column, textOf(value));
    if (rule !== undefined) {
      cell.style.backgroundColor = rule.background;
      cell.style.color = rule.color;
    }
    line.append(cell);
  }
  return line;
}

/** The line of column letters. */
export function headNode(columns: GridColumns, isFiltered: (column: number) => boolean): HTMLElement {
  const line = part('row', 'grid-row');
  line.setAttribute('aria-rowindex', '1');
  const corner = part('columnheader', 'corner');
  corner.append(unseen('Row'));
  line.append(corner);
  for (let column = 1; column <= columns.count; column += 1) {
    const head = part('columnheader', 'column-head');
    head.dataset.column = String(column);
    head.style.width = `${columns.width(column)}px`;
    head.textContent = letters(column) + (isFiltered(column) ? ' ▼' : '');
    const grip = document.createElement('span');
    grip.className = 'grip';
    head.append(grip);
    line.append(head);
  }
  return line;
}

export function part(role: string, name: string): HTMLElement {
  const node = document.createElement('div');
  node.className = name;
  node.setAttribute('role', role);
  return node;
}

/** Text for screen readers. */
function unseen(text: string): Node {
  const node = document.createElement('span');
  node.className = 'unseen';
  node.textContent = text;
  return node;
}
