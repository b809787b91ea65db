import type { SampleReason, SampleRow } from './sample-row.ts';

/** A row of the sample, and what it shows that no row before it shows. */
export interface ChosenRow {
  readonly row: number;
  readonly reasons: readonly SampleReason[];
}

export interface Sample {
  readonly rows: readonly ChosenRow[];
  /** The kinds of rows for which there was no room. */
  readonly unshown: readonly SampleReason[];
}

/** Nobody watches more videos than this before the rest. */
export const MOST_SAMPLED = 5;

/** How long an exact choice is searched for. After that the best row comes first, then the next best. */
const MOST_STEPS = 1_000;

interface Candidate {
  readonly row: number;
  readonly reasons: ReadonlyMap<string, SampleReason>;
}

/**
 * Chooses rows that together show every kind of row. Where `most` rows cannot show them all, those are chosen that show
 * the most. What room is left goes to the first row, the longest, and the one with the most unusual letters.
 */
export function chooseSample(rows: readonly SampleRow[], most = MOST_SAMPLED): Sample {
  const candidates = candidatesOf(rows);
  const all = new Set(candidates.flatMap(({ reasons }) => [...reasons.keys()]));
  const kinds = new Set([...all].filter((key) => !MARKS.includes(key)));
  const chosen =
    cover(candidates, all, most) ?? cover(candidates, kinds, most) ?? best(candidates, kinds, most);
  for (const mark of MARKS) {
    const marked = candidates.find(({ reasons }) => reasons.has(mark));
    const isShown = marked === undefined || chosen.some(({ reasons }) => reasons.has(mark));
    if (!isShown && chosen.length < most) chosen.push(marked);
  }
  const shown = new Set(chosen.flatMap(({ reasons }) => [...reasons.keys()]));
  const every = new Map(candidates.flatMap(({ reasons }) => [...reasons]));
  const unshown = [...every].filter(([key]) => kinds.has(key) && !shown.has(key));
  return { rows: withReasons(chosen), unshown: unshown.map(([, reason]) => reason) };
}

function withReasons(chosen: readonly Candidate[]): readonly ChosenRow[] {
  const told = new Set<string>();
  const inOrder = [...chosen].sort((one, other) => one.row - other.row);
  return inOrder.map(({ row, reasons }) => {
    const fresh = [...reasons].filter(([key]) => !told.has(key));
    for (const [key] of fresh) told.add(key);
    return { row, reasons: fresh.map(([, reason]) => reason) };
  });
}

const keyOf = ({ what, name }: SampleReason): string => `${what}:${name}`;

/** The one row of the sheet that each of them marks, in the order in which they get what room is left. */
const MARKS: readonly string[] = ['longest:', 'first:', 'letters:'];

/** Each row with what it can show. A kind that all rows are of is shown by any. */
function candidatesOf(rows: readonly SampleRow[]): readonly Candidate[] {
  const counts = new Map<string, number>();
  const keyed = rows.map(({ row, kinds }) => ({
    row,
    reasons: new Map(kinds.map((reason) => [keyOf(reason), reason])),
  }));
  for (const { reasons } of keyed) {
    for (const key of reasons.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const marks = marksOf(rows);
  return keyed.map(({ row, reasons }) => ({
    row,
    reasons: new Map([
      ...(marks.get(row) ?? []).map((reason) => [keyOf(reason), reason] as const),
      ...[...reasons].filter(([key]) => counts.get(key) !== rows.length),
    ]),
  }));
}

function marksOf(rows: readonly SampleRow[]): ReadonlyMap<number, readonly SampleReason[]> {
  const marks = new Map<number, SampleReason[]>();
  const mark = (row: SampleRow | undefined, what: SampleReason['what']): void => {
    if (row !== undefined) marks.set(row.row, [...(marks.get(row.row) ?? []), { what, name: '' }]);
  };
  mark(rows[0], 'first');
  mark(
    highest(rows, ({ text }) => text.length),
    'longest',
  );
  mark(highest(rows, rarityIn(rows)), 'letters');
  return marks;
}

/** How rare a text's letters are among all rows. Those of the Latin alphabet are never rare. */
function rarityIn(rows: readonly SampleRow[]): (row: SampleRow) => number {
  const letters = new Map(rows.map((row) => [row, specialLetters(row.text)]));
  const counts = new Map<string, number>();
  for (const each of letters.values()) {
    for (const letter of each) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return (row) => {
    const own = [...(letters.get(row) ?? [])].filter((letter) => counts.get(letter) !== rows.length);
    return own.reduce((sum, letter) => sum + 1 / (counts.get(letter) ?? 1), 0);
  };
}

function specialLetters(text: string): ReadonlySet<string> {
  return new Set((text.match(/\P{ASCII}/gu) ?? []).filter((sign) => /\p{L}/u.test(sign)));
}

function highest(rows: readonly SampleRow[], measure: (row: SampleRow) => number): SampleRow | undefined {
  let best: SampleRow | undefined;
  let most = 0;
  for (const row of rows) {
    const value = measure(row);
    if (value > most) [best, most] = [row, value];
  }
  return best;
}

/** At most `most` rows that show all that is wanted. Null when there are none, or none were found in time. */
function cover(
  candidates: readonly Candidate[],
  wanted: ReadonlySet<string>,
  most: number,
): Candidate[] | null {
  const carriers = new Map([...wanted].map((key) => [key, carriersOf(key, candidates)]));
  const widest = Math.max(0, ...candidates.map(({ reasons }) => reasons.size));
  let steps = MOST_STEPS;
  const search = (open: ReadonlySet<string>, left: number): Candidate[] | null => {
    if (open.size === 0) return [];
    if (left * widest < open.size || steps <= 0) return null;
    steps -= 1;
    const [rarest] = [...open]
      .map((key) => carriers.get(key) ?? [])
      .sort((one, other) => one.length - other.length);
    const tried = [...(rarest ?? [])].sort((one, other) => gain(other, open) - gain(one, open));
    for (const candidate of tried) {
      const rest = search(without(open, candidate), left - 1);
      if (rest !== null) return [candidate, ...rest];
    }
    return null;
  };
  return search(wanted, most);
}

/** Of rows that show exactly the same only the first is worth a try. */
function carriersOf(key: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const distinct = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (!candidate.reasons.has(key)) continue;
    const shows = [...candidate.reasons.keys()].sort().join('\n');
    if (!distinct.has(shows)) distinct.set(shows, candidate);
  }
  return [...distinct.values()];
}

function best(candidates: readonly Candidate[], wanted: ReadonlySet<string>, most: number): Candidate[] {
  const chosen: Candidate[] = [];
  let open = wanted;
  while (chosen.length < most && open.size > 0) {
    const [next] = [...candidates].sort((one, other) => gain(other, open) - gain(one, open));
    if (next === undefined || gain(next, open) === 0) break;
    chosen.push(next);
    open = without(open, next);
  }
  return chosen;
}

function gain({ reasons }: Candidate, open: ReadonlySet<string>): number {
  return [...reasons.keys()].filter((key) => open.has(key)).length;
}

function without(open: ReadonlySet<string>, { reasons }: Candidate): ReadonlySet<string> {
  return new Set([...open].filter((key) => !reasons.has(key)));
}
