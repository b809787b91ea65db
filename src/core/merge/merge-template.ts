import { headerKey } from '../columns/columns.ts';
import type { Issue } from '../issue.ts';
import { isBlank } from '../sheet/display-value.ts';
import type { Row, Table } from '../sheet/table.ts';
import { NO_REGION } from '../speech/locale.ts';
import type { Mark } from '../speech/marked-text.ts';
import { holds } from './condition.ts';
import { conditionStray, conditionUnended, unclosedField } from './field-issue.ts';
import { conditionCell, fieldValue, type MergePlace, miswrittenWord } from './field-value.ts';
import type { Template } from './template.ts';

/** Nobody reads more at once, and finding likely names for thousands of them would take minutes. */
const MAX_ISSUES = 20;

/** A template merged with a row. */
export interface Merged {
  /** Fields that have an issue stand in it as they were written. */
  readonly text: string;
  /** Where values and fallbacks were put in, in the order of the text. */
  readonly marks: readonly Mark[];
  /** The display values of the cells that made the text, in order: merged, or looked at by a condition. No fallbacks. */
  readonly used: readonly string[];
  /** A value stands in it as it sounds, which may not be how it is written. */
  readonly spoken: boolean;
  /** Each once, at most the first 20 of a text. While there are any, the text must not be sent. */
  readonly issues: readonly Issue[];
}

/** A language whose numbers are read, for rows that name no locale. */
export const DEFAULT_LOCALE = NO_REGION;

/**
 * Puts a row's display values into a template exactly as the sheet shows them, or as a formatter says them.
 * A value is never read for fields or escapes itself. `into` is the column that the template belongs to.
 * `written` leaves out how values sound, for a text that is read. `bare` are the cells that hold numbers as
 * programs write them, where a point is always a decimal one.
 */
export function mergeTemplate(
  template: Template,
  row: Row,
  table: Table,
  into: string,
  locale: string = DEFAULT_LOCALE,
  form: 'spoken' | 'written' = 'spoken',
  bare: ReadonlySet<string> = new Set(),
): Merged {
  const place: MergePlace = { row, table, into, locale, written: form === 'written', bare };
  let text = '';
  let spoken = false;
  const marks: Mark[] = [];
  const used: string[] = [];
  const issues = new Map<string, Issue>();
  const report = (key: string, issue: () => Issue) => {
    if (issues.size < MAX_ISSUES && !issues.has(key)) issues.set(key, issue());
  };
  /** The open blocks. `truth` is null when the condition could not be answered: then neither branch is read. */
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
      // What is not spoken may be wrong, but not what decides where it ends.
      const name = part.kind === 'field' ? part.name : '';
      const fault = miswrittenWord(name, place);
      if (fault !== null) report(headerKey(name), fault);
      continue;
    }
    if (part.kind === 'text') {
      text += part.text;
    } else if (part.kind === 'field') {
      const found = fieldValue(part, place);
      if (!found.ok) {
        text += part.source;
        report(headerKey(part.name) || part.source, found.failure);
        continue;
      }
      const { value, header, cell } = found.value;
      if (value !== '') marks.push({ start: text.length, end: text.length + value.length, field: header });
      if (cell !== null) used.push(cell);
      text += value;
      spoken ||= found.value.spoken;
    } else {
      text += part.source;
      const { kind, source } = part;
      report(source, () => (kind === 'if' ? conditionUnended(source, into) : unclosedField(source, into)));
    }
  }
  return { text, marks, used, spoken, issues: withoutStrays([...issues.values()]) };

  function answer(part: Extract<Template[number], { kind: 'if' }>): boolean | null {
    const cell = conditionCell(part.condition.name, place);
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

/** What follows from an `<<if …>>` or an `<<end>>` that was not understood is no mistake of its own. */
function withoutStrays(issues: readonly Issue[]): readonly Issue[] {
  const misread = issues.some(({ code }) => code === 'condition_malformed');
  if (!misread) return issues;
  return issues.filter(({ code }) => code !== 'condition_stray' && code !== 'condition_unended');
}
