import { remembered } from '../remembered.ts';

/** The scripts of letters in which the texts of most languages are written. */
export const WRITINGS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Thai',
  'Georgian',
  'Armenian',
  'Kana',
  'Han',
  'Hangul',
] as const;
export type Writing = (typeof WRITINGS)[number];

/** Where the letters of each stand in Unicode. */
const RANGES: readonly (readonly [Writing, readonly (readonly [number, number])[]])[] = [
  [
    'Latin',
    [
      [0x41, 0x5a],
      [0x61, 0x7a],
      [0xc0, 0x24f],
      [0x1e00, 0x1eff],
    ],
  ],
  ['Cyrillic', [[0x400, 0x52f]]],
  [
    'Greek',
    [
      [0x370, 0x3ff],
      [0x1f00, 0x1fff],
    ],
  ],
  [
    'Arabic',
    [
      [0x600, 0x6ff],
      [0x750, 0x77f],
      [0xfb50, 0xfdff],
      [0xfe70, 0xfeff],
    ],
  ],
  ['Hebrew', [[0x590, 0x5ff]]],
  ['Devanagari', [[0x900, 0x97f]]],
  ['Bengali', [[0x980, 0x9ff]]],
  ['Gurmukhi', [[0xa00, 0xa7f]]],
  ['Gujarati', [[0xa80, 0xaff]]],
  ['Tamil', [[0xb80, 0xbff]]],
  ['Telugu', [[0xc00, 0xc7f]]],
  ['Kannada', [[0xc80, 0xcff]]],
  ['Malayalam', [[0xd00, 0xd7f]]],
  ['Thai', [[0xe00, 0xe7f]]],
  ['Georgian', [[0x10a0, 0x10ff]]],
  ['Armenian', [[0x530, 0x58f]]],
  ['Kana', [[0x3040, 0x30ff]]],
  [
    'Han',
    [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
    ],
  ],
  [
    'Hangul',
    [
      [0x1100, 0x11ff],
      [0xac00, 0xd7a3],
    ],
  ],
];

/** So much of a text shows how it is written. */
const ENOUGH = 200;

/** How many letters of each writing the beginning of a text has. */
export const lettersOf = remembered(countLetters);

function countLetters(text: string): ReadonlyMap<Writing, number> {
  const counts = new Map<Writing, number>();
  const end = Math.min(text.length, ENOUGH);
  let latin = 0;
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) latin += 1;
      continue;
    }
    const writing = writingOf(code);
    if (writing !== null) counts.set(writing, (counts.get(writing) ?? 0) + 1);
  }
  if (latin > 0) counts.set('Latin', (counts.get('Latin') ?? 0) + latin);
  return counts;
}

function writingOf(code: number): Writing | null {
  if (code === 0xd7 || code === 0xf7) return null;
  // Called for every letter, and the first of the list are the commonest.
  for (const [writing, ranges] of RANGES) {
    for (const [from, to] of ranges) if (code >= from && code <= to) return writing;
  }
  return null;
}
