import { remembered } from '../remembered.ts';
import { type Condition, readCondition } from './condition.ts';

/** A part of a script template: text that stays, or something in `<<` and `>>`. */
export type ScriptTemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'field';
      /** A column's header, with the formatters after it. */
      readonly name: string;
      /** The text for an empty cell. Null when there is none; '' is a choice: `<<nickname|>>`. */
      readonly fallback: string | null;
      /** The field as written, with its brackets. */
      readonly source: string;
    }
  /** `<<if plan = Pro>>`. Unless `ended` is false, its `end` follows, perhaps after an `else`. */
  | { readonly kind: 'if'; readonly condition: Condition; readonly source: string; readonly ended: boolean }
  | { readonly kind: 'else'; readonly source: string }
  | { readonly kind: 'end'; readonly source: string }
  /** A second `else` of the same block. */
  | { readonly kind: 'stray'; readonly word: string; readonly source: string }
  /** A `<<` without `>>`, with the text up to the next `<<` or the end. */
  | { readonly kind: 'unclosed'; readonly source: string };

/** A parsed script template: a text with merge fields. */
export type ScriptTemplate = readonly ScriptTemplatePart[];

const OPEN = '<<';
const CLOSE = '>>';
const ESCAPED_OPEN = '\\<<';

/**
 * Parses a script template. The whole grammar:
 *
 *     template   = { text | "\<<" | field | block }
 *     field      = "<<" name { ":" formatter } [ "|" fallback ] ">>"
 *     block      = "<<if " condition ">>" template [ "<<else>>" template ] "<<end>>"
 *     condition  = name ( "=" | "==" | "!=" | "<>" | " contains " ) value | name " is empty" | name " is not empty"
 *     value      = words | quote words quote
 *     formatter  = "say" | "upper" | "lower" | "title" | "first word" | "given" | "number" | "money" | "date"
 *
 * - A fallback starts at the first `|` and is used as it is, without formatting. It may contain colons. A header may
 *   itself contain a `|`; then the longest beginning that is a column is the name.
 * - A name is a column's header. A header may itself contain a colon; then the longest name that is a column counts.
 *   Only the table knows the columns, so the parser leaves name and formatters together.
 * - `\<<` is a literal `<<`. In `<<<name>>` the last two `<` open the field.
 * - A `<<` is unclosed when another `<<` or the end of the text comes before its `>>`.
 * - A value must be in quotes when it could be read as more than one.
 * - `else` and `end` belong to the grammar only inside a block and without a fallback. Elsewhere `<<end>>` means the
 *   column "end", and so does `<<end|>>` anywhere.
 */
export const parseScriptTemplate = remembered((text: string): ScriptTemplate => {
  const parts: ScriptTemplatePart[] = [];
  /** The open blocks, each with the index of its `if`. */
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
    const part: ScriptTemplatePart = end.closed ? partOf(source, block) : { kind: 'unclosed', source };
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
});

/** Escapes a text so that merging gives it back unchanged. */
export function escapeMergeFields(text: string): string {
  return text.replace(/<</gu, ESCAPED_OPEN);
}

/** Where the field whose `<<` ends at `from` ends: after its `>>`, or where it turns out to have none. */
function endOfField(text: string, from: number): { readonly at: number; readonly closed: boolean } {
  for (let at = from; at < text.length; at += 1) {
    if (text.startsWith(CLOSE, at)) return { at: at + CLOSE.length, closed: true };
    if (text.startsWith(ESCAPED_OPEN, at)) at += ESCAPED_OPEN.length - 1;
    else if (text.startsWith(OPEN, at)) return { at, closed: false };
  }
  return { at: text.length, closed: false };
}

function partOf(source: string, block: { readonly hasElse: boolean } | undefined): ScriptTemplatePart {
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
