/** What Sheets shows when a formula fails. Such a cell never reaches HeyGen. */
const ERROR_VALUES: ReadonlySet<string> = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#ERROR!',
]);

/** What Sheets shows while an IMPORT… or custom function is running. */
const LOADING = 'Loading...';

/** A cell of zero-width characters looks empty to the user, so it counts as empty. */
const SOMETHING_VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** True when the user sees nothing in the cell. */
export function isBlank(displayValue: string): boolean {
  return displayValue === '' || !SOMETHING_VISIBLE.test(displayValue);
}

/** Why a cell has no value: its formula failed, or is still loading. */
export type Unusable = 'error' | 'loading';

/** Why a display value cannot be used. Null when it can. */
export function unusable(displayValue: string): Unusable | null {
  const text = displayValue.trim();
  if (ERROR_VALUES.has(text)) return 'error';
  return text === LOADING ? 'loading' : null;
}
