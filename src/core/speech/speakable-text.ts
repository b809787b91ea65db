import { characterOf, ENTITY } from './entities.ts';
import type { MarkedText } from './marked-text.ts';
import { COMMENT, HIDDEN, soundOfTag, TAG } from './markup.ts';
import { MEANT_AS_PAUSE } from './script.ts';

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/u;
/** The flags of England, Scotland and the like, which are spelt with invisible letters. */
const FLAG = /\u{1f3f4}[\u{e0061}-\u{e007a}]{2,7}\u{e007f}/u;
/** Characters that nobody hears. Joiners stay where letters or emoji need them, and so do variation selectors. */
const SILENT =
  /[^\P{Cc}\t\n\r\v\f\u0085]|\p{Cs}|(?!\u200c|\u200d|[\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffc]|(?<![^\u0020-\u007f\s])[\u200c\u200d]|[\u200c\u200d](?![^\u0020-\u007f\s])/u;

const MARKUP = anyOf([MEANT_AS_PAUSE, HIDDEN, COMMENT, TAG, ENTITY]);
const UNHEARD = anyOf([LINE_ENDS, FLAG, SILENT]);
/** Gaps that do not already read as they should: a single space is most of what texts are made of. */
const GAPS = /[\p{Zs}\t]*\n[\p{Zs}\t\n]*|[\p{Zs}\t]{2,}|[^\P{Zs} ]|\t/gu;

/** A pause as HeyGen reads it, except for spaces and capitals. */
const PAUSE = /^<\s*break\s+time\s*=\s*"(\d+(?:\.\d+)?s)"\s*\/\s*>$/iu;

/**
 * Turns text made for reading into text for speaking: no HTML, no silent characters, single spaces and at most one
 * blank line. Pauses stay; wrong spaces and capitals in them are corrected. The marks move with the text.
 */
export function speakableText(input: MarkedText): MarkedText {
  const read = rewritten(input, MARKUP, spokenMarkup);
  return trimmed(rewritten(rewritten(read, UNHEARD, withoutSilent), GAPS, foldedSpaces));
}

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), 'giu');
}

function spokenMarkup(piece: string): string {
  if (/^<\s*(?:\/\s*)?break\b/iu.test(piece)) {
    return piece.replace(PAUSE, (_, time) => `<break time="${String(time).toLowerCase()}"/>`);
  }
  return piece.startsWith('<') ? soundOfTag(piece) : characterOf(piece);
}

function withoutSilent(piece: string): string {
  if (FLAG.test(piece)) return piece;
  return LINE_ENDS.test(piece) ? '\n' : '';
}

function foldedSpaces(gap: string): string {
  const lines = gap.split('\n').length - 1;
  return lines === 0 ? ' ' : lines === 1 ? '\n' : '\n\n';
}

/** Replaces every match, and moves each mark to where its first and last character went. */
function rewritten(before: MarkedText, pattern: RegExp, replace: (piece: string) => string): MarkedText {
  let text = '';
  let from = 0;
  /** Where each match was in the old text and where its replacement is in the new one, in order. */
  const steps: { readonly at: number; readonly end: number; readonly to: number; readonly toEnd: number }[] =
    [];
  pattern.lastIndex = 0;
  // Not matchAll, which compiles the pattern anew for each text.
  for (let match = pattern.exec(before.text); match !== null; match = pattern.exec(before.text)) {
    const at = match.index;
    text += before.text.slice(from, at);
    const to = text.length;
    text += replace(match[0]);
    from = at + match[0].length;
    steps.push({ at, end: from, to, toEnd: text.length });
  }
  if (steps.length === 0) return before;
  text += before.text.slice(from);
  let step = 0;
  const moved = (at: number, towards: 'to' | 'toEnd'): number => {
    while (step < steps.length && (steps[step]?.end ?? 0) <= at) step += 1;
    const next = steps[step];
    if (next !== undefined && next.at < at) return next[towards];
    const last = steps[step - 1];
    return last === undefined ? at : last.toEnd + (at - last.end);
  };
  const marks = before.marks.flatMap((mark) => {
    const start = moved(mark.start, 'toEnd');
    const end = moved(mark.end, 'to');
    return end > start ? [{ ...mark, start, end }] : [];
  });
  return { text, marks };
}

function trimmed({ text, marks }: MarkedText): MarkedText {
  const start = text.length - text.trimStart().length;
  const inner = text.trim();
  if (inner.length === text.length) return { text, marks };
  return {
    text: inner,
    marks: marks.flatMap((mark) => {
      const from = Math.max(0, mark.start - start);
      const to = Math.min(inner.length, mark.end - start);
      return to > from ? [{ ...mark, start: from, end: to }] : [];
    }),
  };
}
