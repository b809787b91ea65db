import { listOf, recordOf, textOf } from '../plain.ts';
import type { Plain } from '../service.ts';
import { areaOf } from '../spreadsheet/call.ts';
import type { Rect, SheetRect } from '../spreadsheet/rect.ts';
import { createEnumeration, enumValue } from './enumeration.ts';
import { guarded } from './guarded.ts';
import { text, wrongArguments } from './range-arguments.ts';
import { areaOfRange, type SheetsLine } from './sheets-line.ts';

/** `SpreadsheetApp.BooleanCriteria`, as far as it is emulated. */
export const BOOLEAN_CRITERIA = createEnumeration('BooleanCriteria', [
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'TEXT_CONTAINS',
  'TEXT_EQUAL_TO',
]);

interface Draft {
  readonly ranges: readonly object[];
  /** '' as long as the script has chosen none. */
  readonly criteria: string;
  readonly values: readonly string[];
  readonly background: string;
  readonly color: string;
}

const EMPTY: Draft = { ranges: [], criteria: '', values: [], background: '', color: '' };

/** What each finished rule says, where scripts cannot see it. */
const drafts = new WeakMap<object, Draft>();

/** `SpreadsheetApp.newConditionalFormatRule()`. */
export function createFormatRuleBuilder(from: Draft = EMPTY): object {
  let draft = from;
  const set = (changes: Partial<Draft>): object => {
    draft = { ...draft, ...changes };
    return self;
  };
  const self: object = guarded('ConditionalFormatRuleBuilder', {
    whenCellEmpty: () => set({ criteria: 'CELL_EMPTY', values: [] }),
    whenCellNotEmpty: () => set({ criteria: 'CELL_NOT_EMPTY', values: [] }),
    whenTextContains: (value: unknown) =>
      set({
        criteria: 'TEXT_CONTAINS',
        values: [text(value, 'ConditionalFormatRuleBuilder.whenTextContains')],
      }),
    whenTextEqualTo: (value: unknown) =>
      set({
        criteria: 'TEXT_EQUAL_TO',
        values: [text(value, 'ConditionalFormatRuleBuilder.whenTextEqualTo')],
      }),
    setBackground: (color: unknown) =>
      set({ background: text(color ?? '', 'ConditionalFormatRuleBuilder.setBackground') }),
    setFontColor: (color: unknown) =>
      set({ color: text(color ?? '', 'ConditionalFormatRuleBuilder.setFontColor') }),
    setRanges: (ranges: unknown) => {
      if (!Array.isArray(ranges) || ranges.some((range) => areaOfRange(range) === undefined))
        throw wrongArguments('ConditionalFormatRuleBuilder.setRanges', [ranges]);
      return set({ ranges: [...ranges] });
    },
    copy: () => createFormatRuleBuilder(draft),
    build: () => {
      if (draft.ranges.length === 0 || draft.criteria === '')
        throw new Error('A conditional format rule without ranges or without a condition is not emulated');
      return createFormatRule(draft);
    },
  });
  return self;
}

function createFormatRule(draft: Draft): object {
  const rule = guarded('ConditionalFormatRule', {
    getRanges: () => [...draft.ranges],
    getGradientCondition: () => null,
    getBooleanCondition: () =>
      guarded('BooleanCondition', {
        getCriteriaType: () => enumValue(BOOLEAN_CRITERIA, draft.criteria),
        getCriteriaValues: () => [...draft.values],
      }),
    copy: () => createFormatRuleBuilder(draft),
  });
  drafts.set(rule, draft);
  return rule;
}

/** The members of a Sheet that read and replace its rules. */
export function formatRuleMembers(
  line: SheetsLine,
  gid: number,
  rangeAt: (rect: Rect) => object,
): { getConditionalFormatRules: () => object[]; setConditionalFormatRules: (rules: unknown) => void } {
  return {
    getConditionalFormatRules: () =>
      listOf(line.call('getFormatRules', gid)).map((one) => {
        const { rects, criteria, values, background, color } = recordOf(one);
        return createFormatRule({
          ranges: listOf(rects).map((rect) => rangeAt(areaOf({ ...recordOf(rect), gid }))),
          criteria: textOf(criteria),
          values: listOf(values).map(textOf),
          background: textOf(background),
          color: textOf(color),
        });
      }),
    setConditionalFormatRules: (rules: unknown) => {
      const wanted = Array.isArray(rules) ? rules.map((rule: unknown) => plainOf(rule, gid)) : [null];
      if (wanted.includes(null)) throw wrongArguments('Sheet.setConditionalFormatRules', [rules]);
      line.call('setFormatRules', gid, wanted);
    },
  };
}

/** Null for what is no rule of this sheet. */
function plainOf(rule: unknown, gid: number): Plain {
  const draft = typeof rule === 'object' && rule !== null ? drafts.get(rule) : undefined;
  if (draft === undefined) return null;
  const areas = draft.ranges.map(areaOfRange);
  if (!areas.every((area): area is SheetRect => area?.gid === gid)) return null;
  const { criteria, values, background, color } = draft;
  const rects = areas.map(({ row, column, rows, columns }) => ({ row, column, rows, columns }));
  return { rects, criteria, values: [...values], background, color };
}
