import { clipboardText } from '../clipboard.ts';
import type { RectView, SheetView } from '../page-state.ts';
import type { UserAction } from '../user-actions.ts';
import { cellAt, textOf } from './cell-view.ts';
import { filledEnd } from './grid-shape.ts';

/** What the clipboard needs of the grid. */
export interface ClipboardGround {
  /** Whether the event is meant for the grid. */
  isOurs(): boolean;
  sheet(): SheetView;
  /** The block with the cursor. */
  block(): RectView;
  visible(): readonly number[];
  act(act: UserAction): void;
  showCut(rect: RectView | null): void;
}

/** Copying, cutting and pasting, as text with tabs like any spreadsheet. Cells that were cut go when they are pasted. */
export class GridClipboard {
  readonly #ground: ClipboardGround;
  #cut: { readonly sheet: string; readonly block: RectView; readonly text: string } | null = null;

  constructor(ground: ClipboardGround) {
    this.#ground = ground;
  }

  /** Listens until the returned function is called. */
  listen(): () => void {
    const heard = {
      copy: (event: ClipboardEvent) => this.#copy(event, false),
      cut: (event: ClipboardEvent) => this.#copy(event, true),
      paste: (event: ClipboardEvent) => this.#paste(event),
    };
    const names = ['copy', 'cut', 'paste'] as const;
    for (const name of names) document.addEventListener(name, heard[name]);
    return () => {
      for (const name of names) document.removeEventListener(name, heard[name]);
    };
  }

  /** Leaves the cells where they are that were cut. */
  forget(): void {
    this.#cut = null;
    this.#ground.showCut(null);
  }

  /** To be called when the sheet has changed. What was cut stays where it is once other rows are at its place. */
  changed(): void {
    const { sheet: current, visible } = this.#ground;
    const sheet = current();
    if (this.#cut?.sheet !== sheet.name) return;
    if (copiedText(sheet, this.#cut.block, visible()) !== this.#cut.text) this.forget();
  }

  #copy(event: ClipboardEvent, isCut: boolean): void {
    const { isOurs, sheet: current, block: selected, visible, showCut } = this.#ground;
    if (!isOurs()) return;
    const [sheet, block] = [current(), selected()];
    const text = copiedText(sheet, block, visible());
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    this.#cut = isCut && !sheet.hidden ? { sheet: sheet.name, block, text } : null;
    showCut(this.#cut === null ? null : block);
  }

  #paste(event: ClipboardEvent): void {
    const { isOurs, sheet, block, act } = this.#ground;
    if (!isOurs()) return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const cut = this.#cut?.text === text ? this.#cut : null;
    this.forget();
    if (text === '' || sheet().hidden) return;
    const moved = cut === null ? null : { sheet: cut.sheet, block: cut.block };
    act({ kind: 'paste', sheet: sheet().name, into: block(), text, moved });
  }
}

/** The cells as they are shown. Of a whole row or column, only as far as the sheet is filled. */
function copiedText(sheet: SheetView, block: RectView, visible: readonly number[]): string {
  const end = filledEnd(sheet);
  const { row, column, rows, columns } = block;
  const last = rows === 1 ? row : Math.max(row, Math.min(row + rows - 1, end.row));
  const width = Math.max(1, Math.min(columns, columns === 1 ? 1 : end.column - column + 1));
  const lines = visible.filter((one) => one >= row && one <= last);
  return clipboardText(
    lines.map((line) => Array.from({ length: width }, (_, at) => textOf(cellAt(sheet, line, column + at)))),
  );
}
