import { INPUT_COLUMNS, type InputName } from '../columns/columns.ts';
import { isBlank } from '../sheet/display-value.ts';
import type { Row, Table } from '../sheet/table.ts';
import { type Defaults, SOURCES, type Written, written } from './row-cells.ts';
import { mergedCell } from './row-script.ts';

/** What a row is made of. One that comes to nothing is a mistake, unless another of them is there. */
const MAKING: readonly InputName[] = [...SOURCES, 'prompt', 'template_id'];

/**
 * Treats a merged cell that comes to nothing in this row, such as `<<photo|>>` without a photo, as the blank
 * cell that it stands for: the sheet's default steps in, where that comes to something.
 */
export function withoutBlanks(
  cells: Map<InputName, Written>,
  row: Row,
  table: Table,
  defaults: Defaults,
): void {
  const isNothing = (name: InputName): boolean => {
    if (cells.get(name)?.text.includes('<<') !== true) return false;
    const merged = mergedCell(name, cells, row, table);
    return merged !== null && !merged.faulty && isBlank(merged.text);
  };
  for (const { name, merged } of INPUT_COLUMNS) {
    if (!merged || name === 'script' || name === 'prompt' || !isNothing(name)) continue;
    const byDefault = cells.get(name)?.from === 'row' ? written(name, defaults[name] ?? '', 'sheet') : null;
    if (byDefault !== null) cells.set(name, byDefault);
    if (byDefault === null || isNothing(name)) cells.delete(name);
  }
  for (const name of ['prompt', 'script'] as const) {
    const others = MAKING.filter((other) => other !== name && cells.get(other)?.from === 'row');
    if (others.length > 0 && isNothing(name)) cells.delete(name);
  }
}
