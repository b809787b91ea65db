import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Place } from '../grid-selection.ts';
import type { RectView, SheetView } from '../page-state.ts';
import type { UserAction } from '../user-actions.ts';
import { letters } from './a1.ts';
import { editCell } from './cell-editor.ts';
import { cellAt, entryOf, linkOf, textOf } from './cell-view.ts';
import type { MenuLine } from './commands.ts';
import { GridClipboard } from './grid-clipboard.ts';
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
  const clipboard = useRef<GridClipboard | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [menu, setMenu] = useState<{ left: number; top: number } | null>(null);

  const cursor = (): Place => grid.current?.selection.active ?? { row: 1, column: 1 };

  const edit = (row: number, column: number, typed: string | null): void => {
    const { sheet, act } = latest.current;
    const cell = sheet.hidden ? null : grid.current?.cellElement(row, column);
    if (cell === null || cell === undefined) return;
    const entry = entryOf(cellAt(sheet, row, column));
    editCell(cell, `${letters(column)}${row}`, entry, typed, ({ text, move }) => {
      if (text !== null) act({ kind: 'type', sheet: sheet.name, cells: [{ row, column, text }] });
      focusGrid(element.current);
      if (move.rows !== 0 || move.columns !== 0) grid.current?.move(move.rows, move.columns);
    });
  };

  /** False: the key is not for the sheet. */
  const pressed = (event: KeyboardEvent): boolean => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const { sheet, act } = latest.current;
    // Browsers call the key AltGr, with which many keyboards type an @ or €, Ctrl and Alt as well.
    const isAltGr = event.getModifierState('AltGraph') && key.length === 1;
    const { row, column } = cursor();
    const jump = ctrlKey || metaKey;
    const rects = grid.current?.selection.rects ?? [];
    const [{ rows = 1, columns = 1 } = {}] = rects.slice(-1);
    if (isAltGr) edit(row, column, key);
    else if (key === 'Enter' && altKey) openLink(textOf(cellAt(sheet, row, column)));
    else if (altKey) return false;
    else if (key === 'Enter' && rows * columns > 1) grid.current?.move(shiftKey ? -1 : 1, 0);
    else if (key === 'F2' || key === 'Enter') edit(row, column, null);
    else if (key === 'Escape') clipboard.current?.forget();
    else if (key === 'Delete' || key === 'Backspace') {
      if (!sheet.hidden) act({ kind: 'clear', sheet: sheet.name, blocks: [...rects] });
    } else if (jump && key.toLowerCase() === 'z') act({ kind: shiftKey ? 'redo' : 'undo' });
    else if (jump && key.toLowerCase() === 'y') act({ kind: 'redo' });
    else if (grid.current?.press({ key, shift: shiftKey, jump }) === true) return true;
    else if (key.length === 1 && !jump) edit(row, column, key);
    else return false;
    return true;
  };

  useEffect(() => {
    const frame = element.current;
    if (frame === null) return undefined;
    const made = new SheetGrid(frame, {
      onSelect: (rects) => latest.current.onSelect(rects),
      onOpen: (row, column) => edit(row, column, null),
    });
    grid.current = made;
    made.show(latest.current.sheet);
    if (latest.current.selection !== null) made.select(latest.current.selection);
    clipboard.current = new GridClipboard({
      // Browsers send clipboard events to the selected text, which need not have the focus.
      isOurs: () => frame.contains(document.activeElement),
      sheet: () => latest.current.sheet,
      block: () => made.selection.rects.at(-1) ?? { ...made.selection.active, rows: 1, columns: 1 },
      visible: () => made.visible(),
      act: (act) => latest.current.act(act),
      showCut: (rect) => made.showCut(rect),
    });
    const press = (event: KeyboardEvent): void => {
      if (!pressed(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const openMenu = (event: MouseEvent): void => {
      event.preventDefault();
      setMenu({ left: event.clientX, top: Math.max(0, Math.min(event.clientY, window.innerHeight - 340)) });
    };
    const deafen = clipboard.current.listen();
    frame.addEventListener('keydown', press);
    frame.addEventListener('contextmenu', openMenu);
    return () => {
      deafen();
      frame.removeEventListener('keydown', press);
      frame.removeEventListener('contextmenu', openMenu);
    };
  }, []);

  // Before the next event: what is clicked must be a cell of this sheet.
  useLayoutEffect(() => {
    grid.current?.show(props.sheet);
    clipboard.current?.changed();
  }, [props.sheet]);

  useEffect(() => {
    if (props.selection !== null) grid.current?.select(props.selection);
  }, [props.selection]);

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
  const grid = frame?.matches('.grid') ? frame : frame?.querySelector('.grid');
  if (grid instanceof HTMLElement) grid.focus({ preventScroll: true });
}

function openLink(text: string): void {
  const link = linkOf(text);
  if (link !== null) window.open(link, '_blank', 'noopener,noreferrer');
}
