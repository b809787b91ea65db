import { headerKey, type InputName } from './columns.ts';
import { Findings } from './findings.ts';
import type { Known } from './known.ts';
import { readColumns } from './read-columns.ts';
import { cellsOf, type Defaults, modeOf, oneSource, oneSpeaker, type RowCells } from './row-cells.ts';
import type { Mode, RowFields } from './row-fields.ts';
import { type MergedCell, mergedCell, scriptScenes } from './row-script.ts';
import { isStudio, type WrittenScene } from './scene-script.ts';
import type { Row, Table } from './table.ts';

/** What a row says, as far as it can be read: its issues are left to `requestOf`. */
export interface RowReading {
  readonly mode: Mode;
  /** Without the cells that lost to a nearer one. */
  readonly cells: RowCells;
  /** What could be read; what could not is missing. */
  readonly fields: RowFields;
  /** Null when there is none, or when it cannot be merged. */
  readonly script: MergedCell | null;
  /** The scenes of the script, each as it is to be heard; one without options where there are no scenes. */
  readonly scenes: readonly WrittenScene[];
}

/** Reads a row for showing it: whatever else is wrong with it, what it is can be seen. */
export function readRow(table: Table, row: Row, defaults: Defaults, known: Known): RowReading {
  const findings = new Findings();
  const cells = cellsOf(table, row, defaults);
  const base = modeOf(cells, findings);
  const speaks = base === 'avatar' || base === 'image';
  if (speaks) oneSource(cells, findings);
  if (speaks) oneSpeaker(cells, base, findings);
  const merge = (name: InputName): MergedCell | null => mergedCell(name, cells, row, table);
  const merged = speaks ? merge('script') : null;
  const script = merged?.faulty === false ? merged : null;
  const scenes = scriptScenes(script);
  const mode: Mode = isStudio(scenes) ? 'studio' : base;
  const variables = known.templates.get(cells.get('template_id')?.text.trim() ?? '') ?? [];
  const isVariable = (name: InputName): boolean =>
    variables.some((variable) => headerKey(variable.name) === headerKey(name));
  const { fields } = readColumns(cells, mode, merge, isVariable, []);
  return { mode, cells, fields, script, scenes };
}
