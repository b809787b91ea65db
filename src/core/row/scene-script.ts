import type { MarkedText } from '../speech/marked-text.ts';

/** The options that can stand in square brackets at the beginning of a scene. */
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

/** A miswritten option that would be spoken: after words (`late`), without a colon, or not closed (`open`). */
export interface StrayOption {
  readonly name: SceneOption;
  readonly fault: 'late' | 'colon' | 'open';
}

/** A scene as written: its options and its spoken text. */
export interface WrittenScene extends MarkedText {
  readonly options: readonly {
    readonly name: SceneOption;
    readonly value: string;
  }[];
  /** Unknown names in brackets. */
  readonly unknown: readonly string[];
  readonly strays: readonly StrayOption[];
}

/** The start of an option, up to its value. The colon may be full-width. */
const OPENING = /\s*\[[^\S\n]*(\p{L}[\p{L}\p{N}_ -]{0,30}?)[^\S\n]*[:：]/uy;

const STRAY = new RegExp(`\\[[^\\S\\n]*(${SCENE_OPTIONS.join('|')})(?![\\p{L}\\p{N}_-])\\s*([:：]?)`, 'giu');

/** A line of three or more dashes of any kind: editors turn typed hyphens into long dashes. */
const DASHES = /[\p{Pd}\u2212]{3}/u;
const SCENE_LINE = /^[^\S\n]*[\p{Pd}\u2212]{3,}[^\S\n]*(?:\n|$)/gmu;

/**
 * Splits a merged script, ready for speaking, into scenes. A line of three or more dashes ends a scene. A scene begins
 * with its options in brackets: any number, in any order, on one line or several:
 *
 *     [avatar: Anna_Office] [background: navy]
 *     Hello Ana, welcome!
 *     ---
 *     [image: https://example.com/office.jpg 5s]
 *     ---
 *     And this is what I do all day.
 *
 * A script without such a line is one scene. Brackets without a colon are spoken, unless they contain an option's name.
 * Dashes and brackets that came from the row's values never count.
 */
export function parseScenes(script: MarkedText): readonly WrittenScene[] {
  // Most scripts are one scene, and matchAll compiles its pattern anew for each text.
  if (!DASHES.test(script.text)) return [readScene(script)];
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

/** Whether the script uses scenes, correctly or not. Otherwise it is plain text to speak. */
export function hasScenes(scenes: readonly WrittenScene[]): boolean {
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
  while (text.includes('[', at)) {
    OPENING.lastIndex = at;
    const [whole = '', word = ''] = OPENING.exec(text) ?? [];
    const valueFrom = at + whole.length;
    if (whole === '' || isMerged(piece, at + whole.indexOf('['), valueFrom)) break;
    const end = closingBracket(piece, valueFrom);
    if (end < 0) break;
    const name = SCENE_OPTIONS.find((known) => known === word.toLowerCase());
    if (name === undefined) unknown.push(word);
    else options.push({ name, value: text.slice(valueFrom, end).trim() });
    at = end + 1;
  }
  const start = text.length - text.slice(at).trimStart().length;
  const words = slice(piece, start, Math.max(start, text.trimEnd().length));
  return { text: words.text, marks: words.marks, options, unknown, strays: straysOf(words) };
}

/**
 * The index of the `]` that closes a value starting at `from`, on the same line and with no bracket between. -1
 * without one.
 */
function closingBracket(piece: MarkedText, from: number): number {
  for (let at = from; at < piece.text.length; at += 1) {
    const character = piece.text.charAt(at);
    if (!/[[\]\n]/u.test(character) || isMerged(piece, at, at + 1)) continue;
    return character === ']' ? at : -1;
  }
  return -1;
}

function straysOf(words: MarkedText): readonly StrayOption[] {
  if (!words.text.includes('[')) return [];
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

/** Whether any part of the range came from a merge field rather than from the script's author. */
function isMerged({ marks }: MarkedText, from: number, to: number): boolean {
  return marks.some(({ start, end }) => start < to && end > from);
}

/** A part of the text with its marks. A mark that crosses the edge is cut there. */
function slice(whole: MarkedText, from: number, to: number): MarkedText {
  const { text, marks } = whole;
  if (from === 0 && to === text.length) return whole;
  return {
    text: text.slice(from, to),
    marks: marks.flatMap((mark) => {
      const start = Math.max(mark.start, from) - from;
      const end = Math.min(mark.end, to) - from;
      return end > start ? [{ ...mark, start, end }] : [];
    }),
  };
}
