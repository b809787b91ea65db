import { useEffect, useRef, useState } from 'preact/hooks';
import { clipboardCells, clipboardText } from '../clipboard.ts';
import type { RectView, SheetView } from '../page-state.ts';
import type { UserAction } from '../user-actions.ts';
import { letters } from './a1.ts';
import { editCell } from './cell-editor.ts';
import { cellAt, entryOf, linkOf, textOf } from './cell-view.ts';
import type { MenuLine } from './commands.ts';
import { MenuList } from './menu.tsx';
import { SheetGrid } from './sheet-grid.ts';

interface GridPaneProps {
  readonly sheet: SheetView;
  /** What is selected on the server. A change of it moves the cursor. */
  readonly selection: readonly RectView[] | null;
  readonly act: (act: UserAction) => void;
  readonly onSelect: (rects: readonly RectView[]) => void;
  readonly contextLines: readonly MenuLine[];
}

/** The sheet, with its keyboard, its clipboard and its own menu. */
export function GridPane(props: GridPaneProps) {
  const element = useRef<HTMLDivElement>(null);
  const grid = useRef<SheetGrid | null>(null);
  const latest = useRef({ ...props, rects: props.selection ?? [] });
  latest.current = { ...props, rects: latest.current.rects };
  const [menu, setMenu] = useState<{ left: number; top: number } | null>(null);

  const cursor = (): RectView => latest.current.rects.at(-1) ?? { row: 1, column: 1, rows: 1, columns: 1 };

  const edit = (row: number, column: number, typed: string | null): void => {
    const cell = grid.current?.cellElement(row, column);
    const { sheet, act } = latest.current;
    if (cell === null || cell === undefined || sheet.hidden) return;
    const entry = entryOf(cellAt(sheet, row, column));
    editCell(cell, `${letters(column)}${row}`, entry, typed, ({ text, move }) => {
      if (text !== null) act({ kind: 'type', sheet: sheet.name, cells: [{ row, column, text }] });
      focusGrid(element.current);
      if (move.rows !== 0 || move.columns !== 0) grid.current?.move(move.rows, move.columns);
    });
  };

  useEffect(() => {
    if (element.current === null) return;
    grid.current = new SheetGrid(element.current, {
      onSelect: (rects) => {
        latest.current.rects = rects;
        latest.current.onSelect(rects);
      },
      onOpen: (row, column) => edit(row, column, null),
    });
    grid.current.show(latest.current.sheet);
    grid.current.select(latest.current.rects);
  }, []);

  useEffect(() => grid.current?.show(props.sheet), [props.sheet]);

  useEffect(() => {
    if (props.selection === null) return;
    latest.current.rects = props.selection;
    grid.current?.select(props.selection);
  }, [props.selection]);

  const press = (event: KeyboardEvent): void => {
    grid.current?.settle();
    const { key, ctrlKey, metaKey, altKey } = event;
    const { row, column } = cursor();
    const { sheet, rects, act } = latest.current;
    if (key === 'Enter' && altKey) openLink(textOf(cellAt(sheet, row, column)));
    else if (key === 'Enter' || key === 'F2') edit(row, column, null);
    else if (key === 'Delete' || key === 'Backspace') {
      const cells = filledCells(sheet, rects, grid.current?.visible() ?? []);
      act({ kind: 'type', sheet: sheet.name, cells: cells.map((cell) => ({ ...cell, text: '' })) });
    } else if (key.length === 1 && !ctrlKey && !metaKey && !altKey) edit(row, column, key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Browsers send clipboard events to the selected text, which need not have the focus. */
  const isOurs = (): boolean => element.current?.contains(document.activeElement) === true;

  const copy = (event: ClipboardEvent): void => {
    if (!isOurs()) return;
    grid.current?.settle();
    const { sheet } = latest.current;
    const { row, column, rows, columns } = cursor();
    const lines = (grid.current?.visible() ?? []).filter((one) => one >= row && one < row + rows);
    const texts = lines.map((line) =>
      Array.from({ length: columns }, (_, at) => textOf(cellAt(sheet, line, column + at))),
    );
    event.clipboardData?.setData('text/plain', clipboardText(texts));
    event.preventDefault();
  };

  const paste = (event: ClipboardEvent): void => {
    if (!isOurs()) return;
    grid.current?.settle();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const { sheet, act } = latest.current;
    const { row, column } = cursor();
    event.preventDefault();
    const cells = clipboardCells(text).flatMap((line, down) =>
      line.map((entry, right) => ({ row: row + down, column: column + right, text: entry })),
    );
    if (text !== '') act({ kind: 'type', sheet: sheet.name, cells });
  };

  useEffect(() => {
    const frame = element.current;
    if (frame === null) return undefined;
    // Before the library sees the keys, because it uses some of them otherwise.
    frame.addEventListener('keydown', press, true);
    document.addEventListener('copy', copy);
    document.addEventListener('paste', paste);
    const more = (event: MouseEvent): void => addByCommandKey(event);
    frame.addEventListener('mousedown', more, true);
    const openMenu = (event: MouseEvent): void => {
      event.preventDefault();
      setMenu({ left: event.clientX, top: Math.max(0, Math.min(event.clientY, window.innerHeight - 340)) });
    };
    frame.addEventListener('contextmenu', openMenu);
    return () => {
      frame.removeEventListener('contextmenu', openMenu);
      frame.removeEventListener('keydown', press, true);
      document.removeEventListener('copy', copy);
      document.removeEventListener('paste', paste);
      frame.removeEventListener('mousedown', more, true);
    };
  }, []);

  useEffect(() => {
    if (menu === null) return undefined;
    const elsewhere = (event: MouseEvent): void => {
      if (event.target instanceof Element && event.target.closest('.menu') === null) setMenu(null);
    };
    document.addEventListener('mousedown', elsewhere);
    return () => document.removeEventListener('mousedown', elsewhere);
  }, [menu]);

  const { row, column } = cursor();
  return (
    <main class="grid-pane" aria-label="Sheet" data-area tabIndex={-1}>
      <div ref={element} class="grid" />
      <p class="unseen" aria-live="polite">
        {`${letters(column)}${row}: ${textOf(cellAt(props.sheet, row, column)) || 'empty'}`}
      </p>
      {menu !== null && (
        <MenuList lines={props.contextLines} label="Rows" place={menu} close={() => setMenu(null)} />
      )}
    </main>
  );
}

export function focusGrid(frame: Element | null): void {
  frame?.querySelector<HTMLElement>('.tabulator-tableholder')?.focus();
}

/** On a Mac the command key adds to the selection, but the library only knows the control key. */
function addByCommandKey(event: MouseEvent): void {
  if (!event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  event.stopPropagation();
  const { clientX, clientY, shiftKey, button } = event;
  event.target?.dispatchEvent(
    new MouseEvent('mousedown', { bubbles: true, ctrlKey: true, clientX, clientY, shiftKey, button }),
  );
}

function openLink(text: string): void {
  const link = linkOf(text);
  if (link !== null) window.open(link, '_blank', 'noopener,noreferrer');
}

function filledCells(
  sheet: SheetView,
  rects: readonly RectView[],
  visible: readonly number[],
): { row: number; column: number }[] {
  const shown = new Set(visible);
  const cells = new Map<string, { row: number; column: number }>();
  for (const rect of rects) {
    for (let row = rect.row; row < Math.min(rect.row + rect.rows, sheet.rows.length + 1); row += 1) {
      for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
        const filled = cellAt(sheet, row, column) !== undefined && shown.has(row);
        if (filled) cells.set(`${row} ${column}`, { row, column });
      }
    }
  }
  return [...cells.values()];
}
