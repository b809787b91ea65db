import { ERROR_VALUES } from '../translated-values.ts';
import { isUnreadDraft } from './draft-mark.ts';

/** What Sheets shows while an IMPORT… or custom function is running. */
const LOADING = 'Loading...';

/** A cell of zero-width characters looks empty to the user, so it counts as empty. */
const SOMETHING_VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** Between these two, ASCII has only characters that are seen. */
const SPACE = 0x20;
const DELETE = 0x7f;

/** True when the user sees nothing in the cell. */
export function isBlank(displayValue: string): boolean {
  if (displayValue === '') return true;
  // Most cells begin with a letter or a digit, which is found sooner without a pattern.
  const first = displayValue.charCodeAt(0);
  return !(first > SPACE && first < DELETE) && !SOMETHING_VISIBLE.test(displayValue);
}

/**
 * Stands for what a cell holds without showing any text: a picture, or a formula. Unicode keeps this character for a
 * thing in a text that is no text.
 */
export const NO_TEXT = '\ufffc';

/**
 * Why a cell has no value: its formula failed, or is still loading, or what it holds is no text, or a translation that
 * nobody has read.
 */
export type Unusable = 'error' | 'loading' | 'no-text' | 'draft';

/** Why a display value cannot be used. Null when it can. */
export function unusable(displayValue: string): Unusable | null {
  const text = displayValue.trim();
  if (ERROR_VALUES.has(text)) return 'error';
  if (text === NO_TEXT) return 'no-text';
  if (text === LOADING) return 'loading';
  return isUnreadDraft(text) ? 'draft' : null;
}
