import type { RectView, SheetView } from '../page-state.ts';
import { cellAt, textOf } from './cell-view.ts';

/**
 * The mail of the chosen cell, as a mail program would show it. Whatever stands in the cell may be hostile: the frame
 * has no origin, runs no scripts and opens nothing.
 */
export function MailPreview(props: { readonly sheet: SheetView; readonly cursor: RectView }) {
  const { sheet, cursor } = props;
  const header = textOf(cellAt(sheet, 1, cursor.column))
    .replace(/[\s_]/g, '')
    .toLowerCase();
  const html = cursor.row > 1 ? textOf(cellAt(sheet, cursor.row, cursor.column)) : '';
  if (header !== 'emailhtml' || html === '') return null;
  return (
    <section class="mail" aria-label="E-mail preview">
      <h2>E-mail of row {cursor.row}</h2>
      <iframe sandbox="" srcdoc={html} title={`E-mail of row ${cursor.row}`} />
    </section>
  );
}
