import type { WordColours } from '../core/jobs/status-colours.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Adds a rule for each word, behind the user's own rules. False when the column has one of them already. */
export function addWordColours(sheet: Sheet, column: number, colours: readonly WordColours[]): boolean {
  const rows = sheet.getMaxRows() - 1;
  if (rows < 1) return false;
  const present = sheet.getConditionalFormatRules();
  if (present.some((rule) => isFor(rule, column) && colours.some(({ word }) => isOf(rule, word))))
    return false;
  const range = sheet.getRange(2, column, rows, 1);
  const added = colours.map(({ word, background, ink }) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo(word)
      .setBackground(background)
      .setFontColor(ink)
      .setRanges([range])
      .build(),
  );
  // There is only a call that replaces all rules.
  sheet.setConditionalFormatRules([...present, ...added]);
  return true;
}

/** Whether it colours this column and no other. A rule for the whole sheet is about something else. */
function isFor(rule: Rule, column: number): boolean {
  return rule.getRanges().every((range) => range.getColumn() === column && range.getLastColumn() === column);
}

function isOf(rule: Rule, word: string): boolean {
  const condition = rule.getBooleanCondition();
  if (condition?.getCriteriaType() !== SpreadsheetApp.BooleanCriteria.TEXT_EQUAL_TO) return false;
  return condition.getCriteriaValues()[0] === word;
}
