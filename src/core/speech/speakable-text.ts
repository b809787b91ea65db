import { characterOf, ENTITY } from './entities.ts';
import type { Marked } from './marked.ts';
import { COMMENT, HIDDEN, soundOfTag, TAG } from './markup.ts';
import { MEANT_AS_PAUSE } from './script.ts';

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/u;
/** Flags of England and others, whose letters are invisible. */
const FLAG = /\u{1f3f4}[\u{e0061}-\u{e007a}]{2,7}\u{e007f}/u;
/** Nobody hears these. Joiners stay between letters and emoji that need them, and so does what picks a form of a sign. */
const SILENT =
  /[^\P{Cc}\t\n\r\v\f\u0085]|\p{Cs}|(?!\u200c|\u200d|[\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffc]|(?<![^\u0020-\u007f\s])[\u200c\u200d]|[\u200c\u200d](?![^\u0020-\u007f\s])/u;

const MARKUP = anyOf([MEANT_AS_PAUSE, HIDDEN, COMMENT, TAG, ENTITY]);
const UNHEARD = anyOf([LINE_ENDS, FLAG, SILENT]);
const SPACES = /[\p{Zs}\t]*\n[\p{Zs}\t\n]*|[\p{Zs}\t]+/gu;

/** A pause as HeyGen reads it but for its spaces and its capitals. */
const PAUSE = /^<\s*break\s+time\s*=\s*"(\d+(?:\.\d+)?s)"\s*\/\s*>$/iu;

/**
 * Text that was made to be seen as it is to be heard: without HTML, without characters that have no sound,
 * with one space for many and at most one blank line. Pauses stay, written as HeyGen reads them where only their
 * spaces or capitals differ. The marks move along.
 */
export function speakableText(seen: Marked): Marked {
  const read = rewritten(seen, MARKUP, heard);
  return trimmed(rewritten(rewritten(read, UNHEARD, unheard), SPACES, folded));
}

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), 'giu');
}

function heard(piece: string): string {
  if (/^<\s*(?:\/\s*)?break\b/iu.test(piece)) {
    return piece.replace(PAUSE, (_, time) => `<break time="${String(time).toLowerCase()}"/>`);
  }
  return piece.startsWith('<') ? soundOfTag(piece) : characterOf(piece);
}

function unheard(piece: string): string {
  if (FLAG.test(piece)) return piece;
  return LINE_ENDS.test(piece) ? '\n' : '';
}

function folded(gap: string): string {
  const lines = gap.split('\n').length - 1;
  return lines === 0 ? ' ' : lines === 1 ? '\n' : '\n\n';
}

/** Replaces every match and carries each mark's ends to where its first and last character went. */
function rewritten(before: Marked, pattern: RegExp, replace: (piece: string) => string): Marked {
  let text = '';
  let from = 0;
  /** Where in the new text the character at `at` of the old one stands, for matches in rising order. */
  const steps: { readonly at: number; readonly end: number; readonly to: number; readonly toEnd: number }[] =
    [];
  for (const match of before.text.matchAll(pattern)) {
    const at = match.index ?? 0;
    text += before.text.slice(from, at);
    const to = text.length;
    text += replace(match[0]);
    from = at + match[0].length;
    steps.push({ at, end: from, to, toEnd: text.length });
  }
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

function trimmed({ text, marks }: Marked): Marked {
  const start = text.length - text.trimStart().length;
  const inner = text.trim();
  return {
    text: inner,
    marks: marks.flatMap((mark) => {
      const from = Math.max(0, mark.start - start);
      const to = Math.min(inner.length, mark.end - start);
      return to > from ? [{ ...mark, start: from, end: to }] : [];
    }),
  };
}
