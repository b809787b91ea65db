import type { RectView } from '../page-state.ts';

export function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest === 0 ? '' : letters(rest)) + String.fromCharCode(65 + ((column - 1) % 26));
}

/** `A1:C3`; one cell as `A1`. */
export function a1({ row, column, rows, columns }: RectView): string {
  const first = `${letters(column)}${row}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${letters(column + columns - 1)}${row + rows - 1}`;
}
