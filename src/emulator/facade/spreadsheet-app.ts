import { recordOf, textOf } from '../plain.ts';
import type { Perform } from '../service.ts';
import { VALUE_TYPES } from './cell-image.ts';
import { createEnumeration } from './enumeration.ts';
import { BOOLEAN_CRITERIA, createFormatRuleBuilder } from './format-rules.ts';
import { guarded } from './guarded.ts';
import { PROTECTION_TYPES } from './sheet-protections.ts';
import { createSheetsLine } from './sheets-line.ts';
import { createSpreadsheet } from './spreadsheet-app-spreadsheet.ts';

/** What the execution gives to its SpreadsheetApp. */
export interface SpreadsheetAppContext {
  /** Answers `SpreadsheetApp.getUi()`, or throws where there is no user interface. */
  readonly getUi: () => unknown;
  /** False in a trigger: no selection, and the first sheet counts as active. */
  readonly interactive: boolean;
}

/** The SpreadsheetApp of one execution. Whatever needs the platform goes through `perform` as `sheets` or `ui`. */
export function createSpreadsheetApp(perform: Perform, context: SpreadsheetAppContext): object {
  const line = createSheetsLine(perform, context.interactive);
  const active = () => {
    const { id, name, locale, timeZone } = recordOf(line.call('getActiveSpreadsheet'));
    return createSpreadsheet(line, {
      id: textOf(id),
      name: textOf(name),
      locale: textOf(locale),
      timeZone: textOf(timeZone),
    });
  };
  return guarded('SpreadsheetApp', {
    getActiveSpreadsheet: active,
    getActive: active,
    getActiveSheet: () => active().getActiveSheet(),
    getActiveRange: () => active().getActiveRange(),
    getActiveRangeList: () => active().getActiveRangeList(),
    getCurrentCell: () => active().getCurrentCell(),
    getSelection: () => active().getSelection(),
    setActiveSheet: (sheet: unknown, restoreSelection?: unknown) =>
      active().setActiveSheet(sheet, restoreSelection),
    setActiveRange: (range: unknown) => active().setActiveRange(range),
    getUi: () => context.getUi(),
    flush: () => {
      line.call('flush');
    },
    newConditionalFormatRule: () => createFormatRuleBuilder(),
    BooleanCriteria: BOOLEAN_CRITERIA,
    WrapStrategy: createEnumeration('WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']),
    ProtectionType: PROTECTION_TYPES,
    ValueType: VALUE_TYPES,
  });
}
