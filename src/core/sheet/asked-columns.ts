import { APPROVED, approvalIn } from '../columns/approval.ts';
import { headerKey, INPUT_COLUMNS } from '../columns/columns.ts';
import type { SheetSettings, SteeringName } from '../settings/sheet-settings.ts';
import { isBlank } from './display-value.ts';
import { ownColumns } from './own-columns.ts';

/** A column that would steer the videos although another tool may have filled it. */
export interface AskedColumn {
  readonly name: SteeringName;
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
const EVERYDAY: Readonly<Partial<Record<SteeringName, string>>> = {
  image: 'the picture that speaks',
  title: 'the name of the video in HeyGen',
  locale: 'the accent, and the way in which dates and amounts are said',
  prompt: 'the description of a cinematic video',
  [APPROVED]: 'the approval without which a row is not rendered',
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
  const steering = INPUT_COLUMNS.flatMap((column): AskedColumn[] => {
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
  return [...steering, ...askedApproval(headers, rows, settings)];
}

/** A column “Approved” of another tool holds dates or names: as the approval of rows it would hold all of them back. */
function askedApproval(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  settings: SheetSettings,
): AskedColumn[] {
  const index = headers.findIndex((each) => headerKey(each) === headerKey(APPROVED));
  const header = headers[index]?.trim() ?? '';
  if (index < 0 || header === APPROVED || settings.columnUses[APPROVED] !== undefined) return [];
  const values = rows.map((row) => row[index] ?? '').filter((value) => !isBlank(value));
  const unclear = values.filter((value) => approvalIn(value) === 'unclear');
  const [example = ''] = unclear;
  if (unclear.length <= values.length * MOST_UNREADABLE) return [];
  const purpose = EVERYDAY[APPROVED] ?? APPROVED;
  const question = `Use “${header}” as ${purpose}?`;
  return [{ name: APPROVED, header, index, example: example.trim(), purpose, question }];
}

function isMeant(value: string): boolean {
  return value.includes('<<') || /^\s*(?:asset:|data:)/iu.test(value);
}

/** The settings once the user has said what such a column is for. */
export function withUse(settings: SheetSettings, name: SteeringName, use: 'use' | 'ignore'): SheetSettings {
  return { ...settings, columnUses: { ...settings.columnUses, [name]: use } };
}
