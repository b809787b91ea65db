import { INPUT_COLUMNS, type InputName } from '../columns/columns.ts';
import type { SheetSettings } from '../settings/sheet-settings.ts';
import { isBlank } from './display-value.ts';
import { ownColumns } from './own-columns.ts';

/** A column that would steer the videos although another tool may have filled it. */
export interface AskedColumn {
  readonly name: InputName;
  /** As the sheet shows it. */
  readonly header: string;
  /** Counted from 0. */
  readonly index: number;
  /** Its first value. */
  readonly example: string;
  /** What it would be used for: "the picture that speaks". */
  readonly purpose: string;
  /** "Use “Image” as the picture that speaks?" */
  readonly question: string;
}

/** What a column is for. These have words for headers that every other tool uses too, and take nearly any value. */
const EVERYDAY: Readonly<Partial<Record<InputName, string>>> = {
  image: 'the picture that speaks',
  title: 'the name of the video in HeyGen',
  locale: 'the accent, and the way in which dates and amounts are said',
  prompt: 'the description of a cinematic video',
};

/** The others are asked about when more than half of their values mean nothing to us. */
const MOST_UNREADABLE = 1 / 2;

/** The note on a header that Reelmerge wrote. */
const NOTES: ReadonlyMap<string, string> = new Map(INPUT_COLUMNS.map(({ name, note }) => [name, note]));

/** Whether the header notes must be read to tell which columns are asked about. */
export function mayAsk(displayValues: readonly (readonly string[])[], settings: SheetSettings): boolean {
  return askedColumns(displayValues, [], settings).length > 0;
}

/**
 * Columns that steer, that Reelmerge did not make, and whose values may be another tool's. A header that is written
 * exactly like ours is meant: nobody else writes `avatar_id`. So is a cell with a merge field or an upload.
 */
export function askedColumns(
  displayValues: readonly (readonly string[])[],
  headerNotes: readonly string[],
  settings: SheetSettings,
): readonly AskedColumn[] {
  const [headers = [], ...rows] = displayValues;
  const own = ownColumns(settings);
  return INPUT_COLUMNS.flatMap((column): AskedColumn[] => {
    const { name } = column;
    const index = headers.findIndex((header) => own.nameOf(header) === name);
    const header = headers[index]?.trim() ?? '';
    const isSettled = settings.columnUses[name] !== undefined || own.headerOf(name) !== name;
    if (name === 'script' || isSettled || header === '' || header === name) return [];
    if (headerNotes[index]?.includes(NOTES.get(name) ?? name) === true) return [];
    const values = rows.map((row) => row[index] ?? '').filter((value) => !isBlank(value));
    const [example] = values;
    if (example === undefined || values.some(isMeant)) return [];
    const everyday = EVERYDAY[name];
    const unreadable = everyday === undefined ? values.filter((value) => !column.read(value).ok).length : 0;
    if (everyday === undefined && unreadable <= values.length * MOST_UNREADABLE) return [];
    const purpose = everyday ?? `Reelmerge’s column ${name}`;
    const question = `Use “${header}” as ${purpose}?`;
    return [{ name, header, index, example: example.trim(), purpose, question }];
  });
}

function isMeant(value: string): boolean {
  return value.includes('<<') || /^\s*(?:asset:|data:)/iu.test(value);
}

/** The settings once the user has said what such a column is for. */
export function withUse(settings: SheetSettings, name: InputName, use: 'use' | 'ignore'): SheetSettings {
  return { ...settings, columnUses: { ...settings.columnUses, [name]: use } };
}
