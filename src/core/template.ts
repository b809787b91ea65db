import { cellIssue } from './cell-issue.ts';
import { headerKey, type InputName } from './columns.ts';
import { isBlank, unusable } from './display-value.ts';
import {
  emptyField,
  fieldItself,
  outputField,
  repeatedField,
  unclosedField,
  unknownField,
  unnamedField,
} from './field-issue.ts';
import type { Issue } from './issue.ts';
import { failure, type Result, success } from './result.ts';
import { cellOf, type Row, type Table } from './table.ts';

/** A stretch of a template: text that stays, or a merge field. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'field';
      readonly name: string;
      /** What stands in for an empty cell; null when none was written. May be '' on purpose: `<<nickname|>>`. */
      readonly fallback: string | null;
      /** As written, with its brackets. */
      readonly source: string;
    }
  /** A `<<` without its `>>`, with the text up to the next `<<` or the end. */
  | { readonly kind: 'unclosed'; readonly source: string };

/** A text with merge fields, taken apart. */
export type Template = readonly TemplatePart[];

const OPEN = '<<';
const CLOSE = '>>';
const ESCAPED_OPEN = '\\<<';

/**
 * Takes a text apart in one walk. `<<Header>>` and `<<Header|fallback>>` are fields, `\<<` is a
 * literal `<<`, everything else is text. Of the three in `<<<name>>` the last two open the field. A `<<`
 * that meets another `<<` or the end before any `>>` is unclosed.
 */
export function parseTemplate(text: string): Template {
  const parts: TemplatePart[] = [];
  let literal = '';
  const flush = () => {
    if (literal !== '') parts.push({ kind: 'text', text: literal });
    literal = '';
  };
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf(OPEN, at);
    if (open === -1) break;
    if (text.charAt(open - 1) === '\\' && open > at) {
      literal += text.slice(at, open - 1) + OPEN;
      at = open + OPEN.length;
      continue;
    }
    if (text.charAt(open + OPEN.length) === '<' && !text.startsWith(OPEN, open + OPEN.length)) {
      literal += text.slice(at, open + 1);
      at = open + 1;
      continue;
    }
    literal += text.slice(at, open);
    flush();
    const end = endOfField(text, open + OPEN.length);
    const source = text.slice(open, end.at);
    parts.push(end.closed ? fieldOf(source) : { kind: 'unclosed', source });
    at = end.at;
  }
  literal += text.slice(at);
  flush();
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

function fieldOf(source: string): TemplatePart {
  const inner = source.slice(OPEN.length, -CLOSE.length).split(ESCAPED_OPEN).join(OPEN);
  const bar = inner.indexOf('|');
  if (bar === -1) return { kind: 'field', name: inner.trim(), fallback: null, source };
  return { kind: 'field', name: inner.slice(0, bar).trim(), fallback: inner.slice(bar + 1), source };
}

/** Nobody reads more at once, and finding likely names for thousands of them would take minutes. */
const MAX_ISSUES = 20;

/** A stretch of merged text that came out of a field. Offsets count UTF-16 units; `end` is behind the last. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** The header of the column, as the sheet shows it. */
  readonly field: string;
}

/** A template merged with a row. */
export interface Merged {
  /** Fields that have an issue stand in it as they were written. */
  readonly text: string;
  /** Where values and fallbacks were put in, in the order of the text. */
  readonly marks: readonly Mark[];
  /** The display values taken from the row's cells, in order, fallbacks not among them. */
  readonly used: readonly string[];
  /** Each once, at most the first 20 of a text. While there are any, the text must not be sent. */
  readonly issues: readonly Issue[];
}

/**
 * Puts a row's display values into a template exactly as the sheet shows them. A value is never read
 * for fields or escapes itself. `into` is the column that the template belongs to.
 */
export function mergeTemplate(template: Template, row: Row, table: Table, into: InputName): Merged {
  let text = '';
  const marks: Mark[] = [];
  const used: string[] = [];
  const issues = new Map<string, Issue>();
  const report = (key: string, issue: () => Issue) => {
    if (issues.size < MAX_ISSUES && !issues.has(key)) issues.set(key, issue());
  };
  for (const part of template) {
    if (part.kind === 'text') {
      text += part.text;
      continue;
    }
    if (part.kind === 'unclosed') {
      text += part.source;
      report(part.source, () => unclosedField(part.source, into));
      continue;
    }
    const found = fieldValue(part, row, table, into);
    if (!found.ok) {
      text += part.source;
      report(headerKey(part.name), found.failure);
      continue;
    }
    const { value, header, fromCell } = found.value;
    if (value !== '') marks.push({ start: text.length, end: text.length + value.length, field: header });
    if (fromCell) used.push(value);
    text += value;
  }
  return { text, marks, used, issues: [...issues.values()] };
}

interface FieldValue {
  readonly value: string;
  readonly header: string;
  readonly fromCell: boolean;
}

/** The failure is put into words only when it is reported. */
function fieldValue(
  field: Extract<TemplatePart, { kind: 'field' }>,
  row: Row,
  table: Table,
  into: InputName,
): Result<FieldValue, () => Issue> {
  const { name, fallback, source } = field;
  const key = headerKey(name);
  if (key === '') return failure(() => unnamedField(source, into));
  if (key === headerKey(into)) return failure(() => fieldItself(name, into));
  const found = table.fieldOf(name);
  if (found.kind === 'output') return failure(() => outputField(name, into));
  if (found.kind === 'unknown') return failure(() => unknownField(name, into, table));
  if (found.kind === 'repeated') return failure(() => repeatedField(name, into, found.indexes));
  const header = table.headers[found.index] ?? name;
  const value = cellOf(row, found.index);
  if (isBlank(value)) {
    if (fallback === null) return failure(() => emptyField(name, header));
    return success({ value: fallback, header, fromCell: false });
  }
  const why = unusable(value);
  return why === null
    ? success({ value, header, fromCell: true })
    : failure(() => cellIssue(header, value, why));
}
