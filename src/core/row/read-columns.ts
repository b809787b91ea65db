import { INPUT_COLUMNS, type InputName } from '../columns/columns.ts';
import type { InputColumn } from '../columns/input-column.ts';
import type { Mode, RowFields } from '../columns/row-fields.ts';
import type { Draft } from '../draft.ts';
import type { Issue } from '../issue.ts';
import { remembered } from '../remembered.ts';
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

/** Every column with its place, as objects of one shape. Ids and choices are the same in most rows, so each is read once. */
const COLUMNS = INPUT_COLUMNS.map((column: InputColumn & { readonly name: InputName }, at) => ({
  at,
  column,
  name: column.name,
  modes: column.modes,
  read: column.merged ? column.read : remembered(column.read),
}));

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
  const fields: Draft<RowFields> = {};
  const issues: PlacedIssue[] = [];
  const found = new Findings([], warnings);
  for (const { at, column, name, modes, read } of COLUMNS) {
    const cell = cells.get(name);
    if (cell === undefined) continue;
    if (cell.fault !== null) {
      found.add([cell.fault]);
    } else if (modes.includes(mode)) {
      const merged = merge(name);
      if (merged !== null) found.add(merged.issues);
      if (merged !== null && !merged.faulty && !isBlank(merged.text)) {
        const value = read(merged.text);
        if (value.ok) join(fields, value.value);
        else found.add(value.failure);
      }
    } else if (cell.from === 'row' && !isVariable(name)) {
      reportUnused(column, mode, cells, found);
    }
    for (const issue of found.issues.slice(issues.length)) issues.push({ at, issue });
  }
  return { fields, issues };
}

const NO_ISSUES: readonly Issue[] = [];

/** All issues in the order of the columns, each once: the same merge field may be wrong in several columns. */
export function inOrderOfColumns(placed: readonly PlacedIssue[], others: readonly Issue[]): readonly Issue[] {
  if (placed.length + others.length === 0) return NO_ISSUES;
  const all = [...placed, ...others.map((issue) => ({ at: placeOf(issue.column), issue }))];
  const sorted = all.sort((one, other) => one.at - other.at).map(({ issue }) => issue);
  return [...new Map(sorted.map((issue) => [`${issue.code} ${issue.message}`, issue])).values()];
}

function placeOf(name: string): number {
  const at = INPUT_COLUMNS.findIndex((column) => column.name === name);
  return at < 0 ? INPUT_COLUMNS.length : at;
}

/** Adds what a column says. Several columns fill fields of a template. */
function join(fields: Draft<RowFields>, read: RowFields): void {
  const { template } = fields;
  Object.assign(fields, read);
  if (read.template !== undefined) fields.template = { ...template, ...read.template };
}
