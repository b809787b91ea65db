export interface EditorEnd {
  /** Null: nothing was changed. */
  readonly text: string | null;
  /** Where the cursor goes next. */
  readonly move: { readonly rows: number; readonly columns: number };
}

const STAY = { rows: 0, columns: 0 };

/**
 * Lets the user edit one cell in a field above the grid, so that changes of the sheet do not disturb the typing. Enter,
 * Tab or a click elsewhere keeps what was typed, Escape drops it.
 */
export function editCell(
  element: HTMLElement,
  label: string,
  entry: string,
  typed: string | null,
  done: (end: EditorEnd) => void,
): void {
  const box = element.getBoundingClientRect();
  const field = document.createElement('textarea');
  field.className = 'cell-editor';
  field.rows = 1;
  field.value = typed ?? entry;
  field.setAttribute('aria-label', `Edit ${label}`);
  field.spellcheck = false;
  field.style.left = `${box.left}px`;
  field.style.top = `${box.top}px`;
  field.style.minWidth = `${box.width + 1}px`;
  field.style.minHeight = `${box.height + 1}px`;
  document.body.append(field);

  let over = false;
  const end = (keep: boolean, move: EditorEnd['move']): void => {
    if (over) return;
    over = true;
    const text = field.value;
    field.remove();
    done({ text: keep && text !== entry ? text : null, move });
  };
  const grow = (): void => {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight + 2, 320)}px`;
  };
  const breakLine = (): void => {
    field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
    grow();
  };
  field.addEventListener('input', grow);
  field.addEventListener('blur', () => end(true, STAY));
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (key === 'Escape') end(false, STAY);
    else if (key === 'Tab') end(true, { rows: 0, columns: shiftKey ? -1 : 1 });
    else if (key === 'Enter' && (altKey || ctrlKey || metaKey)) breakLine();
    else if (key === 'Enter') end(true, { rows: shiftKey ? -1 : 1, columns: 0 });
    else return;
    event.preventDefault();
  });
  const long = field.value.length > 40;
  if (long) field.style.width = '340px';
  grow();
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}
