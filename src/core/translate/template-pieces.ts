import { escapeMergeFields, parseScriptTemplate, type ScriptTemplatePart } from '../merge/script-template.ts';
import { SCENE_OPTIONS } from '../row/scene-script.ts';
import { ENTITY } from '../speech/entities.ts';
import { COMMENT, HIDDEN, TAG } from '../speech/markup.ts';
import { MEANT_AS_PAUSE } from '../speech/script.ts';

/** A piece of a script template, for a translator. */
export type TemplatePiece =
  /** What is translated. A literal `<<` stands in it without its backslash. */
  | { readonly kind: 'words'; readonly text: string }
  /** What may move with the words of its sentence, and must not change: a field, an address. */
  | { readonly kind: 'kept'; readonly source: string }
  /** What nothing moves across: the end of a line, a condition, a pause, the options and the line of a scene. */
  | { readonly kind: 'border'; readonly source: string };

/** Characters that mean nothing to anybody. While a template is cut up, each stands for something that is kept. */
const FIRST = 0xe000;
const STAND_IN = /[\ue000-\uf8ff]/u;
const STAND_INS = /[\ue000-\uf8ff]/gu;
const MOST = 0xf8ff - FIRST;

const BORDERS = [
  /^[^\S\n]*[\p{Pd}\u2212]{3,}[^\S\n]*$/mu,
  /[\n\r\v\f\u0085\u2028\u2029]/u,
  new RegExp(`\\[[^\\S\\n]*(?:${SCENE_OPTIONS.join('|')})[^\\S\\n]*[:：][^\\]\\n]*\\]?`, 'u'),
  MEANT_AS_PAUSE,
  HIDDEN,
  COMMENT,
  TAG,
];
const KEPT = [
  /https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]]/u,
  /[^\s@<>]{1,64}@[^\s@<>]{1,99}\.[^\s@<>.,;:!?)\]]+/u,
  /\{\{[^{}\n]*\}\}/u,
  ENTITY,
  STAND_IN,
];
const CUT = new RegExp(`(${BORDERS.map(sourceOf).join('|')})|${KEPT.map(sourceOf).join('|')}`, 'gimu');

/**
 * Cuts a script template into what is translated and what is kept. Joined again, the pieces are the template. Null when
 * the template is broken, or has more fields than anybody writes.
 */
export function templatePieces(template: string): readonly TemplatePiece[] | null {
  const kept: ScriptTemplatePart[] = [];
  const standIn = (part: ScriptTemplatePart): string => {
    kept.push(part);
    return String.fromCharCode(FIRST + kept.length - 1);
  };
  let whole = '';
  for (const part of parseScriptTemplate(template)) {
    if (part.kind === 'unclosed' || part.kind === 'stray' || (part.kind === 'if' && !part.ended)) return null;
    whole +=
      part.kind === 'text'
        ? part.text.replace(STAND_INS, (text) => standIn({ kind: 'text', text }))
        : standIn(part);
  }
  if (kept.length > MOST) return null;
  const partAt = (character: string): ScriptTemplatePart | undefined => kept[character.charCodeAt(0) - FIRST];
  /** As it stands in the template. */
  const sourceOfRun = (run: string): string =>
    run
      .split(/([\ue000-\uf8ff])/u)
      .map((text) => {
        const part = STAND_IN.test(text) ? partAt(text) : undefined;
        return part === undefined || part.kind === 'text'
          ? escapeMergeFields(part?.text ?? text)
          : part.source;
      })
      .join('');
  const pieces: TemplatePiece[] = [];
  let from = 0;
  const words = (to: number): void => {
    if (to > from) pieces.push({ kind: 'words', text: whole.slice(from, to) });
  };
  for (const found of whole.matchAll(CUT)) {
    words(found.index ?? 0);
    from = (found.index ?? 0) + found[0].length;
    const part = found[0].length === 1 ? partAt(found[0]) : undefined;
    const isCondition = part?.kind === 'if' || part?.kind === 'else' || part?.kind === 'end';
    const kind = found[1] !== undefined || isCondition ? 'border' : 'kept';
    pieces.push({ kind, source: sourceOfRun(found[0]) });
  }
  words(whole.length);
  return pieces;
}

/** The template that the pieces make. */
export function joinedPieces(pieces: readonly TemplatePiece[]): string {
  return pieces
    .map((piece) => (piece.kind === 'words' ? escapeMergeFields(piece.text) : piece.source))
    .join('');
}

/** What a translator must leave as it is: the borders in their order, and between two of them the same things kept. */
export function skeletonOf(pieces: readonly TemplatePiece[]): string {
  const skeleton: string[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'kept') skeleton[skeleton.length - 1]?.push(piece.source);
    else if (piece.kind === 'border') skeleton.push([piece.source], []);
  }
  return JSON.stringify(skeleton.map((kept) => [...kept].sort()));
}

function sourceOf({ source }: RegExp): string {
  return `(?:${source})`;
}
