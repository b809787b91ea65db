import { listOf, recordOf, textOf } from '../plain.ts';
import type { Plain } from '../service.ts';
import { areaOf } from './call.ts';
import type { LineMap, Rect } from './rect.ts';
import { movedRect } from './rect.ts';

/** A rule of conditional formatting: in these blocks a cell that meets the condition has these colours. */
export interface FormatRule {
  readonly rects: readonly Rect[];
  /** Name of a `SpreadsheetApp.BooleanCriteria`. */
  readonly criteria: string;
  readonly values: readonly string[];
  /** '' where the rule leaves it as it is. */
  readonly background: string;
  readonly color: string;
}

/** The rule as a script hands it over. */
export function formatRuleOf(value: Plain): FormatRule {
  const { rects, criteria, values, background, color } = recordOf(value);
  return {
    rects: listOf(rects).map((rect) => {
      const { row, column, rows, columns } = areaOf({ ...recordOf(rect), gid: 0 });
      return { row, column, rows, columns };
    }),
    criteria: textOf(criteria),
    values: listOf(values).map(textOf),
    background: textOf(background),
    color: textOf(color),
  };
}

/** The rule as JSON. */
export function plainRule(rule: FormatRule): Plain {
  return { ...rule, rects: rule.rects.map((rect) => ({ ...rect })), values: [...rule.values] };
}

/** The rules after lines have moved. A rule whose cells are all gone is gone. */
export function movedRules(
  rules: readonly FormatRule[],
  axis: 'row' | 'column',
  map: LineMap,
): readonly FormatRule[] {
  return rules.flatMap((rule) => {
    const rects = rule.rects.flatMap((rect) => movedRect(rect, axis, map) ?? []);
    return rects.length === 0 ? [] : [{ ...rule, rects }];
  });
}
