import type { CellComponent } from 'tabulator-tables';
import type { CellView } from '../page-state.ts';
import { linkOf, textOf } from './cell-view.ts';

/** Everything in a cell is text. An address is a link too. */
export function cellNode(cell: CellComponent): Node {
  const value = cell.getValue() as CellView | undefined;
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
  if (value !== undefined && typeof value !== 'string' && value.note !== undefined) {
    node.classList.add('noted');
    node.title = value.note;
  }
  return node;
}

/** The number of a row that comes after hidden ones shows that. */
export function rowNumberNode(cell: CellComponent): Node {
  const { number, gap } = cell.getRow().getData();
  const node = document.createElement('span');
  node.textContent = String(number);
  if (typeof gap === 'number' && gap > 0) {
    node.className = 'after-gap';
    node.title = gap === 1 ? 'A row above is hidden' : `${gap} rows above are hidden`;
  }
  return node;
}

/** Text for screen readers. */
export function unseen(text: string): Node {
  const node = document.createElement('span');
  node.className = 'unseen';
  node.textContent = text;
  return node;
}

/** The library gives the grid and its rows a role, but not what lies between them. */
export function nameParts(element: HTMLElement): void {
  element.setAttribute('aria-label', 'Cells');
  const holder = element.querySelector('.tabulator-tableholder');
  holder?.setAttribute('role', 'rowgroup');
  holder?.setAttribute('aria-label', 'Rows');
  holder?.querySelector('.tabulator-table')?.setAttribute('role', 'presentation');
}
