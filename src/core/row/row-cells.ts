import { INPUT_COLUMNS, type InputName } from '../columns/columns.ts';
import type { Mode } from '../columns/row-fields.ts';
import { countsAsEmpty } from '../sheet/empty-words.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';
import type { Findings } from './findings.ts';
import { chooseByLanguage } from './language-choice.ts';
import { type RowCells, type WrittenCell, writtenCell } from './written-cell.ts';

/** The sheet's defaults for blank cells. Defaults of merged columns may contain merge fields. */
export type Defaults = Readonly<Partial<Record<InputName, string>>>;

/** The row's texts by input column. What its language chooses and the sheet's defaults and settings fill blank cells. */
export function cellsOf(table: Table, row: Row, defaults: Defaults): Map<InputName, WrittenCell> {
  const cells = new Map<InputName, WrittenCell>();
  for (const { name, index, byDefault } of filledColumns(table, defaults)) {
    const cell = cellOf(row, index);
    const own = countsAsEmpty(cell, table.settings.emptyWords) ? null : writtenCell(name, cell, 'row');
    const found = own ?? byDefault;
    if (found !== null) cells.set(name, found);
  }
  chooseByLanguage(cells, table, row);
  return cells;
}

/** An input column that the sheet has, or has a default for. */
interface FilledColumn {
  readonly name: InputName;
  /** -1 when the sheet lacks it. */
  readonly index: number;
  readonly byDefault: WrittenCell | null;
}

/** Asked for every row, and most sheets have few of the columns. */
const filled = new WeakMap<
  Table,
  { readonly defaults: Defaults; readonly columns: readonly FilledColumn[] }
>();

function filledColumns(table: Table, defaults: Defaults): readonly FilledColumn[] {
  const known = filled.get(table);
  if (known?.defaults === defaults) return known.columns;
  const columns = INPUT_COLUMNS.flatMap(({ name }): FilledColumn[] => {
    const index = table.columnOf(name);
    const text = defaults[name] ?? (name === 'locale' ? table.settings.locale : '');
    const byDefault = writtenCell(name, text, 'sheet');
    return index < 0 && byDefault === null ? [] : [{ name, index, byDefault }];
  });
  filled.set(table, { defaults, columns });
  return columns;
}

/** Whether the column has a text, and not a formula that failed or is still loading. */
export function isUsable(cells: RowCells, name: InputName): boolean {
  return cells.get(name)?.fault === null;
}

/** The columns that decide the mode, the strongest first. Without any of them a look speaks. */
const MODE_COLUMNS = [
  { name: 'template_id', mode: 'template' },
  { name: 'prompt', mode: 'cinematic' },
  { name: 'image', mode: 'image' },
] as const satisfies readonly { readonly name: InputName; readonly mode: Mode }[];

/** Where a video's sound comes from. A row uses exactly one of them. */
export const SOUND_SOURCES = ['script', 'audio_url', 'audio_asset_id'] as const;

/**
 * The row's mode. The row's own cells decide before the sheet's defaults. When a row has several of the deciding cells,
 * that is an issue, and the first counts.
 */
export function modeOf(
  cells: Map<InputName, WrittenCell>,
  findings: Findings,
  beatsTemplate: (name: InputName) => boolean,
): Mode {
  const writtenIn = (from: WrittenCell['from']) =>
    MODE_COLUMNS.filter(({ name }) => {
      const cell = cells.get(name);
      return cell?.from === from && cell.fault === null;
    });
  const own = writtenIn('row');
  const [first, second] = own;
  if (first !== undefined && second !== undefined) {
    findings.issue(
      'modes_mixed',
      second.name,
      `The row has both ${first.name} and ${second.name}, but a video can be made from only one of them. Clear the cell "${first.name}" or the cell "${second.name}".`,
    );
  }
  for (const { name } of own.slice(1)) cells.delete(name);
  if (first !== undefined) return first.mode;
  const byDefault = writtenIn('sheet');
  if (byDefault.length === 0) return 'avatar';
  const isOwn = (name: InputName): boolean => cells.get(name)?.from === 'row';
  const beaten: Readonly<Record<string, boolean>> = {
    image: isOwn('avatar_id'),
    cinematic: SOUND_SOURCES.some(isOwn),
    template: SOUND_SOURCES.some((name) => isOwn(name) && beatsTemplate(name)),
  };
  return byDefault.find(({ mode }) => beaten[mode] !== true)?.mode ?? 'avatar';
}

/** Keeps one source of sound. The row's own cell beats every default. Two in the row, or two defaults, are an issue. */
export function keepOneSource(cells: Map<InputName, WrittenCell>, findings: Findings): void {
  const hasOwn = SOUND_SOURCES.some((name) => cells.get(name)?.from === 'row');
  if (hasOwn) {
    for (const name of SOUND_SOURCES) if (cells.get(name)?.from === 'sheet') cells.delete(name);
  }
  const [first, second] = SOUND_SOURCES.filter((name) => cells.get(name)?.fault === null);
  if (first === undefined || second === undefined) return;
  const where = hasOwn ? 'The row has' : 'The defaults of the sheet have';
  const remedy = hasOwn ? 'Clear one of the two cells.' : 'Clear one of the two in the sidebar.';
  findings.issue(
    'audio_several',
    second,
    `${where} both ${first} and ${second}, but only one of them can be heard. ${remedy}`,
  );
  cells.delete(second);
}

/** Keeps one speaker, a look or a picture. The other one is dropped when it is a default, and is an issue otherwise. */
export function keepOneSpeaker(
  cells: Map<InputName, WrittenCell>,
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
      'The row has both avatar_id and image, but only one of them can speak. Clear one of the two cells.',
    );
  }
  if (look?.fault === null) cells.delete('avatar_id');
}
