import type { Marked } from './for-ears.ts';
import type { Mark } from './merge-template.ts';

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

/** One scene as it is written: its options, and what is said in it. */
export interface WrittenScene extends Marked {
  readonly options: readonly {
    readonly name: SceneOption;
    readonly value: string;
  }[];
  /** Names in brackets that mean nothing. */
  readonly unknown: readonly string[];
}

const OPTION = /\s*\[([a-z][a-z_ ]{0,30}):\s*([^[\]\n]*)\]/iuy;

/**
 * The scenes of a merged script. A line of three or more hyphens ends a scene; at its beginning stand options
 * in brackets, as many as wanted, in any order and on one line or several:
 *
 *     [avatar: Anna_Office] [background: navy]
 *     Hello Ana, welcome!
 *     ---
 *     [image: https://example.com/office.jpg 5s]
 *     ---
 *     And this is what I do all day.
 *
 * A script without such a line is one scene, with options only when it begins with a known one: other words in
 * brackets are spoken. What a row's values put in is never read as a line of hyphens or as a bracket.
 */
export function parseScenes(script: Marked): readonly WrittenScene[] {
  const pieces: Marked[] = [];
  let from = 0;
  let mark = 0;
  for (const line of script.text.matchAll(/^[^\S\n]*-{3,}[^\S\n]*(?:\n|$)/gmu)) {
    const start = line.index ?? 0;
    const end = start + line[0].length;
    while (mark < script.marks.length && (script.marks[mark]?.end ?? 0) <= start) mark += 1;
    if ((script.marks[mark]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
    pieces.push(slice(script, from, start));
    from = end;
  }
  pieces.push(slice(script, from, script.text.length));
  return pieces.map((piece) => readScene(piece, pieces.length > 1));
}

/** Whether these are scenes, or just the words of a video that has none. */
export function isStudio(scenes: readonly WrittenScene[]): boolean {
  return scenes.length > 1 || scenes.some(({ options }) => options.length > 0);
}

function readScene(piece: Marked, amongOthers: boolean): WrittenScene {
  const options: { name: SceneOption; value: string }[] = [];
  const unknown: string[] = [];
  let at = 0;
  for (;;) {
    OPTION.lastIndex = at;
    const option = OPTION.exec(piece.text);
    if (option === null || !isWritten(option[0], at, piece.marks)) break;
    const [whole, word = '', value = ''] = option;
    const name = SCENE_OPTIONS.find((known) => known === word.trim().toLowerCase());
    if (name !== undefined) options.push({ name, value: value.trim() });
    else if (amongOthers || options.length > 0) unknown.push(word.trim());
    else break;
    at += whole.length;
  }
  return { ...slice(piece, at, piece.text.length), options, unknown };
}

/** Whether the brackets and the option's name were written by the script's author and came out of no cell. */
function isWritten(option: string, at: number, marks: readonly Mark[]): boolean {
  const valueFrom = at + option.indexOf(':') + 1;
  const valueTo = at + option.length - 1;
  return marks.every(
    ({ start, end }) => start >= at + option.length || end <= at || (start >= valueFrom && end <= valueTo),
  );
}

function slice({ text, marks }: Marked, from: number, to: number): Marked {
  return {
    text: text.slice(from, to),
    marks: marks
      .filter(({ start, end }) => start >= from && end <= to)
      .map((mark) => ({ ...mark, start: mark.start - from, end: mark.end - from })),
  };
}
