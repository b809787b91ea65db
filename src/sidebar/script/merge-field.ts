/** A merge field as written in a script template. `fallback` is for empty cells; null for none. */
export function mergeField(header: string, fallback: string | null): string {
  return `<<${header}${fallback === null ? '' : `|${fallback}`}>>`;
}

/** Replaces a selection with `inserted`. Gives the new text and caret position. */
export function withInserted(
  text: string,
  selection: { readonly start: number; readonly end: number },
  inserted: string,
): { readonly text: string; readonly caret: number } {
  const start = Math.min(selection.start, text.length);
  const end = Math.max(start, Math.min(selection.end, text.length));
  return { text: text.slice(0, start) + inserted + text.slice(end), caret: start + inserted.length };
}
