import { headerKey } from '../columns/columns.ts';
import type { Issue } from '../issue.ts';
import { isBlank } from '../sheet/display-value.ts';
import { NO_REGION } from '../speech/locale.ts';
import type { Mark } from '../speech/marked-text.ts';
import { holds } from './condition.ts';
import { conditionStray, conditionUnended, unclosedField } from './field-issue.ts';
import { conditionCell, fieldValue, type MergeContext, miswrittenWord } from './field-value.ts';
import type { Formatter } from './formatter.ts';
import type { ScriptTemplate } from './script-template.ts';

/** Nobody reads more at once, and suggesting names for thousands of fields would take minutes. */
const MAX_ISSUES = 20;

/** A cell that was put into a text. Fallbacks are not among them. */
export interface MergedField {
  /** The header of the column, as the sheet shows it. */
  readonly header: string;
  /** The cell as displayed. */
  readonly cell: string;
  /** What stands in the text. */
  readonly text: string;
  readonly formatters: readonly Formatter[];
  /** What the names sheet was asked about. Null when the row has its own spoken form, and where nothing is spoken. */
  readonly written: string | null;
  /** Why the names sheet, which mentions the value, did not say it: a sentence, else ''. */
  readonly unsaid: string;
}

/** A script template merged with a row. */
export interface Merged {
  /** Fields with an issue stay in it as written. */
  readonly text: string;
  /** Where values and fallbacks were inserted, in the order of the text. */
  readonly marks: readonly Mark[];
  /**
   * The display values of all cells that the text depends on, in order: merged, or read by a condition. No fallbacks.
   */
  readonly used: readonly string[];
  /** The cells that were put in, in the order of the text. */
  readonly fields: readonly MergedField[];
  /** The headers of the columns whose fallback is in it, each once. */
  readonly fallbacks: readonly string[];
  /** At least one value is in its spoken form. */
  readonly spoken: boolean;
  /** Each once, and at most the first 20. A text with issues must not be sent. */
  readonly issues: readonly Issue[];
}

/** What is merged, and how. Left out: a spoken text, in no particular country. */
export type MergeOptions = Pick<MergeContext, 'row' | 'table' | 'into'> & {
  readonly [Name in 'locale' | 'written' | 'rawNumbers' | 'saidBy']?: MergeContext[Name] | undefined;
};

const NO_NUMBERS: ReadonlySet<string> = new Set();

/** Nothing is known of who speaks. */
const NOBODY = { language: '', voice: '' };

/** For rows that name no locale. */
export const DEFAULT_LOCALE = NO_REGION;

/**
 * Puts a row's display values into a script template, exactly as the sheet shows them or as a formatter changes them.
 * Fields and escapes inside a value are plain text.
 */
export function mergeScriptTemplate(
  template: ScriptTemplate,
  {
    row,
    table,
    into,
    locale = DEFAULT_LOCALE,
    written = false,
    rawNumbers = NO_NUMBERS,
    saidBy = NOBODY,
  }: MergeOptions,
): Merged {
  const context: MergeContext = { row, table, into, locale, written, rawNumbers, saidBy };
  let text = '';
  let spoken = false;
  const marks: Mark[] = [];
  const used: string[] = [];
  const fields: MergedField[] = [];
  let fallbacks: Set<string> | null = null;
  const reported = new Reported();
  const report = (key: string, issue: () => Issue) => reported.add(key, issue);
  /** The open blocks. `truth` is null when the condition has an issue: then neither branch is read. */
  const blocks: { readonly readBefore: boolean; readonly truth: boolean | null }[] = [];
  let read = true;
  for (const part of template) {
    if (part.kind === 'if' && part.ended) {
      const truth: boolean | null = read ? answer(part) : null;
      blocks.push({ readBefore: read, truth });
      read = truth === true;
      continue;
    }
    if (part.kind === 'else') {
      const block = blocks[blocks.length - 1];
      read = block?.readBefore === true && block.truth === false;
      continue;
    }
    if (part.kind === 'end') {
      read = blocks.pop()?.readBefore === true;
      continue;
    }
    if (part.kind === 'stray') {
      text += part.source;
      report(part.source, () => conditionStray(part.word, into));
      continue;
    }
    if (!read) {
      // Skipped text may contain mistakes, except those that hide where it ends.
      const name = part.kind === 'field' ? part.name : '';
      const fault = miswrittenWord(name, context);
      if (fault !== null) report(headerKey(name), fault);
      continue;
    }
    if (part.kind === 'text') {
      text += part.text;
    } else if (part.kind === 'field') {
      const found = fieldValue(part, context);
      if (!found.ok) {
        text += part.source;
        report(headerKey(part.name) || part.source, found.failure);
        continue;
      }
      const { value, header, cell, formatters, written: asked, unsaid } = found.value;
      if (value !== '') marks.push({ start: text.length, end: text.length + value.length, field: header });
      if (cell !== null) {
        used.push(cell);
        fields.push({ header, cell, text: value, formatters, written: asked, unsaid });
      } else fallbacks = (fallbacks ?? new Set()).add(header);
      text += value;
      spoken ||= found.value.spoken;
    } else {
      text += part.source;
      const { kind, source } = part;
      report(source, () => (kind === 'if' ? conditionUnended(source, into) : unclosedField(source, into)));
    }
  }
  const issues = withoutStrays(reported.issues());
  return { text, marks, used, fields, fallbacks: [...(fallbacks ?? [])], spoken, issues };

  function answer(part: Extract<ScriptTemplate[number], { kind: 'if' }>): boolean | null {
    const cell = conditionCell(part.condition.name, context);
    if (!cell.ok) {
      text += part.source;
      report(headerKey(part.condition.name), cell.failure);
      return null;
    }
    const blank = isBlank(cell.value);
    if (!blank) used.push(cell.value);
    return holds(part.condition, cell.value, blank);
  }
}

/** The issues of one text. Most texts have none, so nothing is made before the first. */
class Reported {
  private byKey: Map<string, Issue> | null = null;

  add(key: string, issue: () => Issue): void {
    this.byKey ??= new Map();
    if (this.byKey.size < MAX_ISSUES && !this.byKey.has(key)) this.byKey.set(key, issue());
  }

  issues(): readonly Issue[] {
    return this.byKey === null ? [] : [...this.byKey.values()];
  }
}

/** A misread `<<if …>>` or `<<end>>` makes its partner look stray. Only the first of the two mistakes is real. */
function withoutStrays(issues: readonly Issue[]): readonly Issue[] {
  const misread = issues.some(({ code }) => code === 'condition_malformed');
  if (!misread) return issues;
  return issues.filter(({ code }) => code !== 'condition_stray' && code !== 'condition_unended');
}
