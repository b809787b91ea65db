import type { RowText } from '../../app/sidebar/contract.ts';

/** A text in the list of all. */
export interface ReadItem {
  readonly id: string;
  readonly row: number;
  readonly text: string;
  readonly marks: RowText['marks'];
  /** What is worth a look in a row that can be rendered; '' for nothing. */
  readonly note: string;
  /** Why it stands before the others; '' for ordinary ones. */
  readonly why: string;
}

/** The texts that hold what was typed: blocked rows, rows with warnings or fallbacks, the longest and the shortest, then the others, and those left out. */
export function readItems(texts: readonly RowText[], typed: string): readonly ReadItem[] {
  const byLength = texts
    .filter(({ state }) => state === 'ready')
    .sort((one, other) => other.text.length - one.text.length);
  const [longest] = byLength;
  const shortest = byLength[byLength.length - 1];
  const words = typed.trim().toLowerCase();
  return texts
    .map((each) => ({ each, rank: rankOf(each, longest, shortest) }))
    .filter(
      ({ each }) =>
        words === '' || `${each.row} ${shownText(each)} ${noteOf(each)}`.toLowerCase().includes(words),
    )
    .sort((one, other) => one.rank - other.rank || one.each.row - other.each.row)
    .map(({ each, rank }) => ({
      id: String(each.row),
      row: each.row,
      text: shownText(each),
      marks: each.marks,
      note: noteOf(each),
      why: WHY[rank] ?? '',
    }));
}

const WHY = ['blocked', 'warning', 'fallback', 'longest', 'shortest', '', 'left out'] as const;

function rankOf(each: RowText, longest: RowText | undefined, shortest: RowText | undefined): number {
  if (each.state === 'blocked') return 0;
  if (each.state === 'left out') return 6;
  if (each.problems.length > 0) return 1;
  if (each.fallbacks.length > 0) return 2;
  if (longest?.text.length === shortest?.text.length) return 5;
  if (each === longest) return 3;
  return each === shortest ? 4 : 5;
}

function noteOf({ state, problems, fallbacks }: RowText): string {
  if (state !== 'ready') return '';
  return (
    problems[0] ?? (fallbacks.length === 0 ? '' : `Empty, so its fallback is said: ${fallbacks.join(', ')}.`)
  );
}

/** The words, or what is wrong with them. */
function shownText({ state, problems, text }: RowText): string {
  return state === 'ready' ? text : (problems[0] ?? '');
}
