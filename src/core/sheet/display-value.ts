/** What Sheets shows in a cell whose formula failed; such a cell never reaches HeyGen. */
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

/** What Sheets shows while an IMPORT… or a custom function is still at work. */
const LOADING = 'Loading...';

/** Zero-width characters look empty to the user, so they count as empty here too. */
const SOMETHING_VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** True when the user sees nothing in the cell. */
export function isBlank(displayValue: string): boolean {
  return !SOMETHING_VISIBLE.test(displayValue);
}

/** The value is not one: `error` is a failed formula, `loading` one that has not finished. */
export type Unusable = 'error' | 'loading';

/** Whether a display value stands for a missing result rather than for a value; null when it is a value. */
export function unusable(displayValue: string): Unusable | null {
  const text = displayValue.trim();
  if (ERROR_VALUES.has(text)) return 'error';
  return text === LOADING ? 'loading' : null;
}
