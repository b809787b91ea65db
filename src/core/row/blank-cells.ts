import { INPUT_COLUMNS, type InputName } from '../columns/columns.ts';
import { isBlank } from '../sheet/display-value.ts';
import type { Row, Table } from '../sheet/table.ts';
import { type Defaults, SOUND_SOURCES } from './row-cells.ts';
import { mergedCell } from './row-script.ts';
import { type WrittenCell, writtenCell } from './written-cell.ts';

/** A row needs one of these. An empty one is an issue unless the row has another. */
const CONTENT_COLUMNS: readonly InputName[] = [...SOUND_SOURCES, 'prompt', 'template_id'];

const OTHER_TEXTS = INPUT_COLUMNS.filter(
  ({ name, merged }) => merged && name !== 'script' && name !== 'prompt',
);

/**
 * Treats a cell that is empty after merging, such as `<<photo|>>` without a photo, as a blank cell. The sheet's default
 * takes its place, unless that is empty too.
 */
export function dropBlankCells(
  cells: Map<InputName, WrittenCell>,
  row: Row,
  table: Table,
  defaults: Defaults,
): void {
  const isNothing = (name: InputName): boolean => {
    if (cells.get(name)?.text.includes('<<') !== true) return false;
    const merged = mergedCell(name, cells, row, table);
    return merged !== null && !merged.faulty && isBlank(merged.text);
  };
  for (const { name } of OTHER_TEXTS) {
    if (!isNothing(name)) continue;
    const byDefault =
      cells.get(name)?.from === 'row' ? writtenCell(name, defaults[name] ?? '', 'sheet') : null;
    if (byDefault !== null) cells.set(name, byDefault);
    if (byDefault === null || isNothing(name)) cells.delete(name);
  }
  for (const name of ['prompt', 'script'] as const) {
    const hasOthers = CONTENT_COLUMNS.some((other) => other !== name && cells.get(other)?.from === 'row');
    if (hasOthers && isNothing(name)) cells.delete(name);
  }
}
