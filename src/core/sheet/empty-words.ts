import { singleSpaced } from '../single-spaced.ts';
import { isBlank } from './display-value.ts';

/** Each list of words, ready for comparing. A list is asked for every cell of a sheet. */
const folded = new WeakMap<readonly string[], ReadonlySet<string>>();

/**
 * Whether a cell is blank, or holds only one of the words that count as empty in this sheet. Case, extra spaces and the
 * width of letters make no difference.
 */
export function countsAsEmpty(displayValue: string, words: readonly string[]): boolean {
  if (isBlank(displayValue)) return true;
  if (words.length === 0) return false;
  let known = folded.get(words);
  if (known === undefined) {
    known = new Set(words.map(fold));
    folded.set(words, known);
  }
  return known.has(fold(displayValue));
}

function fold(text: string): string {
  return singleSpaced(text.normalize('NFKC')).trim().toUpperCase().toLowerCase();
}
