import { INPUT_COLUMNS, type InputName } from '../columns/columns.ts';
import type { Mode } from '../columns/row-fields.ts';
import type { Issue } from '../issue.ts';
import { cellIssue } from '../sheet/cell-issue.ts';
import { isBlank, unusable } from '../sheet/display-value.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';
import type { Findings } from './findings.ts';

/** What stands in for blank cells, for the whole sheet. Merged columns may hold merge fields here too. */
export type Defaults = Readonly<Partial<Record<InputName, string>>>;

/** What was written for a column, and where. */
export interface Written {
  readonly text: string;
  /** `row`: in the row's own cell, which beats the sheet's default. */
  readonly from: 'row' | 'sheet';
  /** Why it is no value at all: its formula failed or is not finished. */
  readonly fault: Issue | null;
}

export type RowCells = ReadonlyMap<InputName, Written>;

/** The texts of a row for every input column that is not blank, with the sheet's defaults for those that are. */
export function cellsOf(table: Table, row: Row, defaults: Defaults): Map<InputName, Written> {
  const cells = new Map<InputName, Written>();
  for (const { name } of INPUT_COLUMNS) {
    const cell = cellOf(row, table.columnOf(name));
    const found = written(name, cell, 'row') ?? written(name, defaults[name] ?? '', 'sheet');
    if (found !== null) cells.set(name, found);
  }
  return cells;
}

/** A text that was written for a column; null when it is blank. */
export function written(name: InputName, text: string, from: Written['from']): Written | null {
  if (isBlank(text)) return null;
  const why = unusable(text);
  return { text, from, fault: why === null ? null : cellIssue(name, text, why) };
}

/** Whether something was written for the column that may be a value. */
export function isUsable(cells: RowCells, name: InputName): boolean {
  return cells.get(name)?.fault === null;
}

/** The columns that decide what makes a row's video, the strongest first. Without any of them a look speaks. */
const DECIDING = [
  { name: 'template_id', mode: 'template' },
  { name: 'prompt', mode: 'cinematic' },
  { name: 'image', mode: 'image' },
] as const satisfies readonly { readonly name: InputName; readonly mode: Mode }[];

/** Where the sound of a video comes from: exactly one of them. */
export const SOURCES = ['script', 'audio_url', 'audio_asset_id'] as const;

/**
 * What makes the row's video. The row's own cells decide before the sheet's defaults do; of several that were
 * written, which is told, the first is left.
 */
export function modeOf(
  cells: Map<InputName, Written>,
  findings: Findings,
  beatsTemplate: (name: InputName) => boolean,
): Mode {
  const writtenIn = (from: Written['from']) =>
    DECIDING.filter(({ name }) => {
      const cell = cells.get(name);
      return cell?.from === from && cell.fault === null;
    });
  const own = writtenIn('row');
  const [first, second] = own;
  if (first !== undefined && second !== undefined) {
    findings.issue(
      'modes_mixed',
      second.name,
      `The row has both ${first.name} and ${second.name}, and a video is made from only one of them. Clear the cell "${first.name}" or the cell "${second.name}".`,
    );
  }
  for (const { name } of own.slice(1)) cells.delete(name);
  if (first !== undefined) return first.mode;
  const isOwn = (name: InputName): boolean => cells.get(name)?.from === 'row';
  const beaten: Readonly<Record<string, boolean>> = {
    image: isOwn('avatar_id'),
    cinematic: SOURCES.some(isOwn),
    template: SOURCES.some((name) => isOwn(name) && beatsTemplate(name)),
  };
  return writtenIn('sheet').find(({ mode }) => beaten[mode] !== true)?.mode ?? 'avatar';
}

/** Leaves one source of sound: a row's own one beats every default. Two that are equally near are told. */
export function oneSource(cells: Map<InputName, Written>, findings: Findings): void {
  const own = SOURCES.filter((name) => cells.get(name)?.from === 'row');
  if (own.length > 0) {
    for (const name of SOURCES) if (cells.get(name)?.from === 'sheet') cells.delete(name);
  }
  const [first, second] = SOURCES.filter((name) => cells.get(name)?.fault === null);
  if (first === undefined || second === undefined) return;
  const where = own.length > 0 ? 'The row has' : 'The defaults of the sheet have';
  const remedy = own.length > 0 ? 'Clear one of the two cells.' : 'Clear one of the two in the sidebar.';
  findings.issue(
    'audio_several',
    second,
    `${where} both ${first} and ${second}, and only one of them can be heard. ${remedy}`,
  );
  cells.delete(second);
}

/** Leaves one speaker, a look or a picture: the one that did not decide is only a default, or a mistake. */
export function oneSpeaker(
  cells: Map<InputName, Written>,
  base: 'avatar' | 'image',
  findings: Findings,
): void {
  if (base === 'avatar') {
    if (cells.get('image')?.from === 'sheet') cells.delete('image');
    return;
  }
  const look = cells.get('avatar_id');
  if (look?.from === 'row' && look.fault === null) {
    findings.issue(
      'column_not_taken',
      'avatar_id',
      'The row has both avatar_id and image, and only one of them can speak. Clear one of the two cells.',
    );
  }
  if (look?.fault === null) cells.delete('avatar_id');
}
