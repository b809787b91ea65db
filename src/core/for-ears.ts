import type { Mark } from './merge-template.ts';
import { MEANT_AS_PAUSE } from './script.ts';

/** A text and where its merged words stand in it. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const TAG_NAMES =
  'a|abbr|b|big|blockquote|body|br|center|code|del|div|em|font|h[1-6]|head|hr|html|i|img|ins|li|mark|ol|p|pre|s|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul';

/** Known tags only: "3 < 4" and "<urgent>" are no HTML. Nor is what stands in double brackets. */
const TAG = new RegExp(`(?<!<)</?(${TAG_NAMES})(?:\\s[^<>]*)?/?>(?!>)`, 'iu');
const COMMENT = /<!--[^<>]*-->/u;
const HIDDEN = /<(?:script|style)\b[^<>]*>[^<]*<\/(?:script|style)>/iu;
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[\da-f]{1,5});/iu;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/u;
/** Nobody hears these. Joiners stay between letters and emoji that need them. */
const SILENT =
  /[^\P{Cc}\t\n\r\v\f\u0085]|\p{Cs}|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|(?<![^\u0020-\u007f\s])[\u200c\u200d]|[\u200c\u200d](?![^\u0020-\u007f\s])/u;

const FOR_EYES = new RegExp(
  [MEANT_AS_PAUSE, HIDDEN, COMMENT, TAG, ENTITY, LINE_ENDS, SILENT]
    .map(({ source }) => `(?:${source})`)
    .join('|'),
  'giu',
);
const BREAKING = /^<\/?(?:blockquote|br|div|h[1-6]|hr|li|ol|p|pre|table|tr|ul)\b/iu;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/**
 * Text that was made to be seen as it is to be heard: without HTML, without characters that have no sound,
 * with one space for many and at most one blank line. Pauses stay as they are. The marks move along.
 */
export function forEars(seen: Marked): Marked {
  return trimmed(
    rewritten(rewritten(seen, FOR_EYES, heard), /[\p{Zs}\t]*\n[\p{Zs}\t\n]*|[\p{Zs}\t]+/gu, folded),
  );
}

function heard(piece: string): string {
  if (/^<\s*(?:\/\s*)?break\b/iu.test(piece)) return piece;
  if (piece.startsWith('<')) return BREAKING.test(piece) ? '\n' : '';
  if (piece.startsWith('&')) return characterOf(piece.slice(1, -1));
  return LINE_ENDS.test(piece) ? '\n' : '';
}

function folded(gap: string): string {
  const lines = gap.split('\n').length - 1;
  return lines === 0 ? ' ' : lines === 1 ? '\n' : '\n\n';
}

function characterOf(entity: string): string {
  const named = NAMED.get(entity.toLowerCase());
  if (named !== undefined) return named;
  const code = /^#x/iu.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  const speakable =
    code >= 32 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && (code < 0xd800 || code > 0xdfff);
  return speakable ? String.fromCodePoint(code) : ' ';
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
