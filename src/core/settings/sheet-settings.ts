import { APPROVED } from '../columns/approval.ts';
import { type ColumnName, INPUT_COLUMNS, type InputName } from '../columns/columns.ts';
import { OUTPUT_COLUMNS } from '../output-columns.ts';
import { sampleSetting } from './kept-sample.ts';
import { voicesSetting } from './language-voices.ts';
import {
  namedTextsSetting,
  numberSetting,
  type Setting,
  switchSetting,
  textSetting,
  wordsSetting,
} from './setting.ts';

/*
 * Everything that a user can set for one sheet, apart from the defaults of its columns. To add a setting, add its entry
 * here, and what the user reads of it in setting-forms.ts: the sidebar follows from that.
 */
const SETTINGS = {
  blocksWarnings: switchSetting(false),
  emptyWords: wordsSetting(),
  /** The condition that a row must meet to be rendered; '' for none. */
  onlyWhere: textSetting(),
  /** Rows that ask for the very same video have one together. */
  sharesVideos: switchSetting(false),
  /** The locale of rows that name none themselves; '' for none. */
  locale: textSetting(),
  /** The currency of amounts that name none, as a code; '' for none. */
  currency: textSetting(),
  /** Above this sum Render asks once more. */
  askAboveUsd: numberSetting(25),
  /** How long nothing leaves after Render in the sidebar. */
  undoSeconds: numberSetting(10),
  budgetRunUsd: numberSetting(null),
  budgetDayUsd: numberSetting(null),
  /** A run of more rows waits until a sample was approved. Null: never. */
  sampleAboveRows: numberSetting(null),
  /** How many rows a sample has at most; null for the usual five. */
  sampleRows: numberSetting(null),
  sample: sampleSetting(),
  /** The trigger renews links before they end. */
  keepsLinks: switchSetting(false),
  /** Whoever presses Render gets a mail when the run has ended, in a build that sends mails. */
  mailsEnds: switchSetting(false),
  /** The voice for each language, by its code. */
  voices: voicesSetting(),
  /** What becomes of a column that is named like one of ours and was not made by Reelmerge. */
  columnUses: namedTextsSetting<SteeringName, ColumnUse>(isSteeringName, isColumnUse),
  /** The header under which this sheet has one of our columns, when that is not the column's own name. */
  columnHeaders: namedTextsSetting<ColumnName, string>(isColumnName, isHeader),
};

/** A column that says what is rendered, or which rows are. */
export type SteeringName = InputName | typeof APPROVED;

export type ColumnUse = 'use' | 'ignore';

export type SettingName = keyof typeof SETTINGS;

/** The settings of one sheet. What the user has not set has its usual value. */
export type SheetSettings = {
  readonly [Name in SettingName]: (typeof SETTINGS)[Name] extends Setting<infer Value> ? Value : never;
};

export const USUAL_SETTINGS: SheetSettings = readSheetSettings(null);

/** The settings from what was kept, or from a page. A value that is none counts as unset. */
export function readSheetSettings(kept: unknown): SheetSettings {
  const values: Readonly<Record<string, unknown>> =
    typeof kept === 'object' && kept !== null ? { ...kept } : {};
  const settingOf = <Value>(name: SettingName, { read, unset }: Setting<Value>): Value =>
    read(values[name]) ?? unset;
  return {
    blocksWarnings: settingOf('blocksWarnings', SETTINGS.blocksWarnings),
    emptyWords: settingOf('emptyWords', SETTINGS.emptyWords),
    sharesVideos: settingOf('sharesVideos', SETTINGS.sharesVideos),
    onlyWhere: settingOf('onlyWhere', SETTINGS.onlyWhere),
    locale: settingOf('locale', SETTINGS.locale),
    currency: settingOf('currency', SETTINGS.currency),
    askAboveUsd: settingOf('askAboveUsd', SETTINGS.askAboveUsd),
    undoSeconds: settingOf('undoSeconds', SETTINGS.undoSeconds),
    budgetRunUsd: settingOf('budgetRunUsd', SETTINGS.budgetRunUsd),
    budgetDayUsd: settingOf('budgetDayUsd', SETTINGS.budgetDayUsd),
    sampleAboveRows: settingOf('sampleAboveRows', SETTINGS.sampleAboveRows),
    sampleRows: settingOf('sampleRows', SETTINGS.sampleRows),
    sample: settingOf('sample', SETTINGS.sample),
    keepsLinks: settingOf('keepsLinks', SETTINGS.keepsLinks),
    mailsEnds: settingOf('mailsEnds', SETTINGS.mailsEnds),
    voices: settingOf('voices', SETTINGS.voices),
    columnUses: settingOf('columnUses', SETTINGS.columnUses),
    columnHeaders: settingOf('columnHeaders', SETTINGS.columnHeaders),
  };
}

function isInputName(name: string): name is InputName {
  return INPUT_COLUMNS.some((column) => column.name === name);
}

function isSteeringName(name: string): name is SteeringName {
  return name === APPROVED || isInputName(name);
}

function isColumnName(name: string): name is ColumnName {
  return isInputName(name) || OUTPUT_COLUMNS.some((column) => column.name === name);
}

function isColumnUse(text: string): text is ColumnUse {
  return text === 'use' || text === 'ignore';
}

function isHeader(text: string): text is string {
  return text.trim() !== '';
}
