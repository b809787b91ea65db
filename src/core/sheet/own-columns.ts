import { type ColumnName, headerKey, INPUT_COLUMNS } from '../columns/columns.ts';
import { EXTRA_OUTPUT_COLUMNS, OUTPUT_COLUMNS } from '../output-columns.ts';
import { type SheetSettings, USUAL_SETTINGS } from '../settings/sheet-settings.ts';

/** Under which headers a sheet has Reelmerge's columns. */
export interface OwnColumns {
  /** The column that a header stands for; null when it is the user's own. */
  nameOf(header: string): ColumnName | null;
  /** The header under which the sheet has the column, or gets it. */
  headerOf(name: ColumnName): string;
  /** Whether the column that has its name is the user's, and the sheet has no other for it. */
  isIgnored(name: ColumnName): boolean;
}

const NAMES: readonly ColumnName[] = [...INPUT_COLUMNS, ...OUTPUT_COLUMNS].map(({ name }) => name);

/** Nothing else may be called like these: they would be taken for one another. */
const TAKEN_KEYS: ReadonlySet<string> = new Set(
  [...NAMES, ...EXTRA_OUTPUT_COLUMNS.map(({ name }) => name)].map(headerKey),
);

/** "Video status", or "Reelmerge video url". */
export function otherName(name: ColumnName): string {
  const words = name.replace(/_/gu, ' ');
  return words.startsWith('video') ? `Reelmerge ${words}` : `Video ${words}`;
}

const OTHER_KEYS: readonly string[] = OUTPUT_COLUMNS.map(({ name }) => headerKey(otherName(name)));

const USUAL = columnsFor(USUAL_SETTINGS);

/** What the user has settled about this sheet's headers. A header that would be ambiguous counts as not settled. */
export function ownColumns(settings: SheetSettings): OwnColumns {
  const isUsual =
    Object.keys(settings.columnHeaders).length === 0 && Object.keys(settings.columnUses).length === 0;
  return isUsual ? USUAL : columnsFor(settings);
}

function columnsFor({ columnHeaders, columnUses }: SheetSettings): OwnColumns {
  const renamed = new Map<ColumnName, string>();
  const names = new Map<string, ColumnName>();
  for (const name of NAMES) {
    const header = columnHeaders[name]?.trim() ?? '';
    const key = headerKey(header);
    if (key === '' || TAKEN_KEYS.has(key) || names.has(key)) continue;
    renamed.set(name, header);
    names.set(key, name);
  }
  const ignored = new Set<ColumnName>(
    INPUT_COLUMNS.map(({ name }) => name).filter(
      (name) => columnUses[name] === 'ignore' && !renamed.has(name),
    ),
  );
  for (const name of NAMES) if (!renamed.has(name) && !ignored.has(name)) names.set(headerKey(name), name);
  return {
    nameOf: (header) => names.get(headerKey(header)) ?? null,
    headerOf: (name) => renamed.get(name) ?? name,
    isIgnored: (name) => ignored.has(name),
  };
}

/**
 * A copy of a sheet has its columns and their notes, but not its settings. So a column with another name and our note
 * is ours: taking the user's own column of that name instead would write into it, and pay for every row again.
 */
export function withNotedHeaders(
  settings: SheetSettings,
  headers: readonly string[],
  notes: readonly string[],
): SheetSettings {
  const renamed = OUTPUT_COLUMNS.flatMap(({ name, note }) => {
    if (settings.columnHeaders[name] !== undefined) return [];
    const header = headers.find((each, index) => hasOtherName(each) && notes[index]?.includes(note) === true);
    return header === undefined ? [] : [[name, header.trim()] as const];
  });
  if (renamed.length === 0) return settings;
  return { ...settings, columnHeaders: { ...settings.columnHeaders, ...Object.fromEntries(renamed) } };
}

/** Whether the header notes must be read to tell under which headers this sheet has our columns. */
export function mayBeRenamed(headers: readonly string[], settings: SheetSettings): boolean {
  const own = ownColumns(settings);
  return headers.some((header) => hasOtherName(header) && own.nameOf(header) === null);
}

/** Whether a header has the form of the names that `freeHeader` gives. */
function hasOtherName(header: string): boolean {
  const key = headerKey(header);
  return OTHER_KEYS.some((each) => key.startsWith(each));
}

/** A header for our column that no column of the sheet has: "Video status" beside the user's own "Status". */
export function freeHeader(name: ColumnName, headers: readonly string[]): string {
  const base = otherName(name);
  const keys = new Set([...TAKEN_KEYS, ...headers.map(headerKey)]);
  let header = base;
  for (let number = 2; keys.has(headerKey(header)); number += 1) header = `${base} ${number}`;
  return header;
}
