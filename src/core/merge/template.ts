import { type Condition, readCondition } from './condition.ts';

/** A stretch of a template: text that stays, or a merge field. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'field';
      /** The header of a column, with the formatters behind it. */
      readonly name: string;
      /** What stands in for an empty cell; null when none was written. May be '' on purpose: `<<nickname|>>`. */
      readonly fallback: string | null;
      /** As written, with its brackets. */
      readonly source: string;
    }
  /** `<<if plan = Pro>>`; every one but an unended one is followed by its `end`, perhaps with an `else` between. */
  | { readonly kind: 'if'; readonly condition: Condition; readonly source: string; readonly ended: boolean }
  | { readonly kind: 'else'; readonly source: string }
  | { readonly kind: 'end'; readonly source: string }
  /** A second `else` of the same block. */
  | { readonly kind: 'stray'; readonly word: string; readonly source: string }
  /** A `<<` without its `>>`, with the text up to the next `<<` or the end. */
  | { readonly kind: 'unclosed'; readonly source: string };

/** A text with merge fields, taken apart. */
export type Template = readonly TemplatePart[];

const OPEN = '<<';
const CLOSE = '>>';
const ESCAPED_OPEN = '\\<<';

/**
 * Takes a text apart in one walk. The grammar, whole:
 *
 *     template   = { text | "\<<" | field | block }
 *     field      = "<<" name { ":" formatter } [ "|" fallback ] ">>"
 *     block      = "<<if " condition ">>" template [ "<<else>>" template ] "<<end>>"
 *     condition  = name ( "=" | "==" | "!=" | "<>" | " contains " ) value | name " is empty" | name " is not empty"
 *     value      = words | quote words quote
 *     formatter  = "say" | "upper" | "lower" | "title" | "first word" | "number" | "money" | "date"
 *
 * A fallback begins at the first `|` and is put in as it stands, unformatted; it may hold colons. A name is
 * a column's header. Where a header itself holds a colon, the longest one that is a column is meant: which it
 * is only the table knows, so a field's name is kept whole here. `\<<` is a literal `<<`. Of the three in
 * `<<<name>>` the last two open the field. A `<<` that meets another `<<` or the end before any `>>` is
 * unclosed. A value stands in quotes where it could be read as more than one. `else` and `end` are words of
 * the grammar inside a block only, and never with a fallback: `<<end>>` elsewhere, or `<<end|>>`, is the
 * column "end".
 */
export function parseTemplate(text: string): Template {
  const parts: TemplatePart[] = [];
  /** The blocks that are open, as places of their `if`. */
  const open: { readonly at: number; hasElse: boolean }[] = [];
  let literal = '';
  const flush = () => {
    if (literal !== '') parts.push({ kind: 'text', text: literal });
    literal = '';
  };
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf(OPEN, at);
    if (start === -1) break;
    if (text.charAt(start - 1) === '\\' && start > at) {
      literal += text.slice(at, start - 1) + OPEN;
      at = start + OPEN.length;
      continue;
    }
    if (text.charAt(start + OPEN.length) === '<' && !text.startsWith(OPEN, start + OPEN.length)) {
      literal += text.slice(at, start + 1);
      at = start + 1;
      continue;
    }
    literal += text.slice(at, start);
    flush();
    const end = endOfField(text, start + OPEN.length);
    const source = text.slice(start, end.at);
    const block = open[open.length - 1];
    const part: TemplatePart = end.closed ? partOf(source, block) : { kind: 'unclosed', source };
    if (part.kind === 'if') open.push({ at: parts.length, hasElse: false });
    else if (part.kind === 'end') open.pop();
    else if (part.kind === 'else' && block !== undefined) block.hasElse = true;
    parts.push(part);
    at = end.at;
  }
  literal += text.slice(at);
  flush();
  for (const block of open) {
    const part = parts[block.at];
    if (part?.kind === 'if') parts[block.at] = { ...part, ended: false };
  }
  return parts;
}

/** Writes any text so that merging gives it back unchanged. */
export function escapeTemplate(text: string): string {
  return text.replace(/<</gu, ESCAPED_OPEN);
}

/** Where the field that opened before `from` ends: after its `>>`, or at whatever shows that it has none. */
function endOfField(text: string, from: number): { readonly at: number; readonly closed: boolean } {
  for (let at = from; at < text.length; at += 1) {
    if (text.startsWith(CLOSE, at)) return { at: at + CLOSE.length, closed: true };
    if (text.startsWith(ESCAPED_OPEN, at)) at += ESCAPED_OPEN.length - 1;
    else if (text.startsWith(OPEN, at)) return { at, closed: false };
  }
  return { at: text.length, closed: false };
}

function partOf(source: string, block: { readonly hasElse: boolean } | undefined): TemplatePart {
  const inner = source.slice(OPEN.length, -CLOSE.length).split(ESCAPED_OPEN).join(OPEN);
  const word = inner.trim();
  const [, ofIf] = /^if\s+(\S.*)$/isu.exec(word) ?? [];
  const condition = ofIf === undefined ? null : readCondition(ofIf);
  if (condition !== null) return { kind: 'if', condition, source, ended: true };
  if (block !== undefined && /^end$/iu.test(word)) return { kind: 'end', source };
  if (block !== undefined && /^else$/iu.test(word)) {
    return block.hasElse ? { kind: 'stray', word, source } : { kind: 'else', source };
  }
  const bar = inner.indexOf('|');
  if (bar === -1) return { kind: 'field', name: word, fallback: null, source };
  return { kind: 'field', name: inner.slice(0, bar).trim(), fallback: inner.slice(bar + 1), source };
}
