import type { MarkedText } from '../speech/marked-text.ts';

/** What can stand in square brackets at the beginning of a scene. */
export const SCENE_OPTIONS = [
  'avatar',
  'photo',
  'image',
  'video',
  'background',
  'voice',
  'audio',
  'engine',
  'motion',
  'expressiveness',
] as const;
export type SceneOption = (typeof SCENE_OPTIONS)[number];

/** An option's name in brackets that are not read, and would be spoken: behind words, without colon, not closed. */
export interface StrayOption {
  readonly name: SceneOption;
  readonly fault: 'late' | 'colon' | 'open';
}

/** One scene as it is written: its options, and what is said in it. */
export interface WrittenScene extends MarkedText {
  readonly options: readonly {
    readonly name: SceneOption;
    readonly value: string;
  }[];
  /** Names in brackets that mean nothing. */
  readonly unknown: readonly string[];
  readonly strays: readonly StrayOption[];
}

/** An option as far as its value, with a colon of any width. */
const OPENING = /\s*\[[^\S\n]*(\p{L}[\p{L}\p{N}_ -]{0,30}?)[^\S\n]*[:：]/uy;

const STRAY = new RegExp(`\\[[^\\S\\n]*(${SCENE_OPTIONS.join('|')})(?![\\p{L}\\p{N}_-])\\s*([:：]?)`, 'giu');

/** A line of three or more dashes: editors make long ones of typed hyphens. */
const SCENE_LINE = /^[^\S\n]*[\p{Pd}\u2212]{3,}[^\S\n]*(?:\n|$)/gmu;

/**
 * The scenes of a merged script that was made for ears. A line of three or more dashes ends a scene; at its
 * beginning stand options in brackets, as many as wanted, in any order and on one line or several:
 *
 *     [avatar: Anna_Office] [background: navy]
 *     Hello Ana, welcome!
 *     ---
 *     [image: https://example.com/office.jpg 5s]
 *     ---
 *     And this is what I do all day.
 *
 * A script without such a line is one scene. Brackets without a colon are spoken, unless an option's name
 * stands in them. What a row's values put in is never read as a line of dashes or as a bracket.
 */
export function parseScenes(script: MarkedText): readonly WrittenScene[] {
  const pieces: MarkedText[] = [];
  let from = 0;
  let mark = 0;
  for (const line of script.text.matchAll(SCENE_LINE)) {
    const start = line.index ?? 0;
    const end = start + line[0].length;
    while (mark < script.marks.length && (script.marks[mark]?.end ?? 0) <= start) mark += 1;
    if ((script.marks[mark]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
    pieces.push(slice(script, from, start));
    from = end;
  }
  pieces.push(slice(script, from, script.text.length));
  return pieces.map(readScene);
}

/** Whether these are scenes, or were meant as such, or just the words of a video that has none. */
export function isStudio(scenes: readonly WrittenScene[]): boolean {
  return (
    scenes.length > 1 ||
    scenes.some((scene) => scene.options.length + scene.unknown.length + scene.strays.length > 0)
  );
}

function readScene(piece: MarkedText): WrittenScene {
  const { text } = piece;
  const options: { name: SceneOption; value: string }[] = [];
  const unknown: string[] = [];
  let at = 0;
  for (;;) {
    OPENING.lastIndex = at;
    const [whole = '', word = ''] = OPENING.exec(text) ?? [];
    const valueFrom = at + whole.length;
    if (whole === '' || isMerged(piece, at + whole.indexOf('['), valueFrom)) break;
    const end = closingOf(piece, valueFrom);
    if (end < 0) break;
    const name = SCENE_OPTIONS.find((known) => known === word.toLowerCase());
    if (name === undefined) unknown.push(word);
    else options.push({ name, value: text.slice(valueFrom, end).trim() });
    at = end + 1;
  }
  const start = text.length - text.slice(at).trimStart().length;
  const words = slice(piece, start, Math.max(start, text.trimEnd().length));
  return { ...words, options, unknown, strays: straysOf(words) };
}

/**
 * Where the bracket of a value that begins at `from` is closed: on its line, with no other one in it; -1 if nowhere.
 */
function closingOf(piece: MarkedText, from: number): number {
  for (let at = from; at < piece.text.length; at += 1) {
    const sign = piece.text.charAt(at);
    if ((sign !== ']' && sign !== '[' && sign !== '\n') || isMerged(piece, at, at + 1)) continue;
    return sign === ']' ? at : -1;
  }
  return -1;
}

function straysOf(words: MarkedText): readonly StrayOption[] {
  const strays = new Map<string, StrayOption>();
  for (const found of words.text.matchAll(STRAY)) {
    const [whole, word = '', colon] = found;
    const at = found.index ?? 0;
    const name = SCENE_OPTIONS.find((known) => known === word.toLowerCase());
    if (name === undefined || isMerged(words, at, at + whole.length)) continue;
    const fault = colon === '' ? 'colon' : at === 0 ? 'open' : 'late';
    strays.set(`${name} ${fault}`, { name, fault });
  }
  return [...strays.values()];
}

/** Whether something of the stretch came out of a cell, and was not written by the script's author. */
function isMerged({ marks }: MarkedText, from: number, to: number): boolean {
  return marks.some(({ start, end }) => start < to && end > from);
}

/** A stretch of the text. What was merged at its edges keeps the part that is in it. */
function slice({ text, marks }: MarkedText, from: number, to: number): MarkedText {
  return {
    text: text.slice(from, to),
    marks: marks.flatMap((mark) => {
      const start = Math.max(mark.start, from) - from;
      const end = Math.min(mark.end, to) - from;
      return end > start ? [{ ...mark, start, end }] : [];
    }),
  };
}
