import { INPUT_COLUMNS, type InputName } from '../columns/columns.ts';
import type { Mode, RowFields } from '../columns/row-fields.ts';
import type { Issue } from '../issue.ts';
import { isBlank } from '../sheet/display-value.ts';
import { Findings } from './findings.ts';
import type { MergedCell } from './row-script.ts';
import { reportUnused } from './unused-column.ts';
import type { RowCells } from './written-cell.ts';

/** An issue and the index of its column in `INPUT_COLUMNS`. */
export interface PlacedIssue {
  readonly at: number;
  readonly issue: Issue;
}

export interface ReadColumns {
  readonly fields: RowFields;
  readonly issues: readonly PlacedIssue[];
}

/**
 * Reads every column that the row's mode uses, and reports filled cells that it does not use. `isVariable`: whether a
 * column fills a variable of the row's template.
 */
export function readColumns(
  cells: RowCells,
  mode: Mode,
  merge: (name: InputName) => MergedCell | null,
  isVariable: (name: InputName) => boolean,
  warnings: Issue[],
): ReadColumns {
  let fields: RowFields = {};
  const issues: PlacedIssue[] = [];
  for (const [at, column] of INPUT_COLUMNS.entries()) {
    const cell = cells.get(column.name);
    if (cell === undefined) continue;
    const found = new Findings([], warnings);
    const modes: readonly Mode[] = column.modes;
    if (cell.fault !== null) {
      found.add([cell.fault]);
    } else if (modes.includes(mode)) {
      const merged = merge(column.name);
      found.add(merged?.issues ?? []);
      if (merged !== null && !merged.faulty && !isBlank(merged.text)) {
        const read = column.read(merged.text);
        if (read.ok) fields = joinedFields(fields, read.value);
        else found.add(read.failure);
      }
    } else if (cell.from === 'row' && !isVariable(column.name)) {
      reportUnused(column, mode, cells, found);
    }
    for (const issue of found.issues) issues.push({ at, issue });
  }
  return { fields, issues };
}

/** All issues in the order of the columns, each once: the same merge field may be wrong in several columns. */
export function inOrderOfColumns(placed: readonly PlacedIssue[], others: readonly Issue[]): readonly Issue[] {
  if (placed.length + others.length === 0) return [];
  const all = [...placed, ...others.map((issue) => ({ at: placeOf(issue.column), issue }))];
  const sorted = all.sort((one, other) => one.at - other.at).map(({ issue }) => issue);
  return [...new Map(sorted.map((issue) => [`${issue.code} ${issue.message}`, issue])).values()];
}

function placeOf(name: string): number {
  const at = INPUT_COLUMNS.findIndex((column) => column.name === name);
  return at < 0 ? INPUT_COLUMNS.length : at;
}

function joinedFields(before: RowFields, read: RowFields): RowFields {
  const { template } = read;
  if (template === undefined) return { ...before, ...read };
  return { ...before, ...read, template: { ...before.template, ...template } };
}
