import { headerKey, type InputName } from '../columns/columns.ts';
import type { Mode, RowFields } from '../columns/row-fields.ts';
import type { Row, Table } from '../sheet/table.ts';
import type { AccountFacts, TemplateVariables } from './account-facts.ts';
import { withoutBlanks } from './blank-cells.ts';
import { Findings } from './findings.ts';
import { type PlacedIssue, readColumns } from './read-columns.ts';
import { cellsOf, type Defaults, modeOf, oneSource, oneSpeaker, type RowCells } from './row-cells.ts';
import { type MergedCell, mergedCell, scriptScenes } from './row-script.ts';
import { isStudio, type WrittenScene } from './scene-script.ts';

/** What a row says, whatever else is wrong with it. */
export interface RowReading {
  readonly mode: Mode;
  /** Without the cells that lost to a nearer one. */
  readonly cells: RowCells;
  /** What could be read; what could not is missing. */
  readonly fields: RowFields;
  /** Null when none is spoken; a faulty one is not what was meant. */
  readonly script: MergedCell | null;
  /** The scenes of the script, each as it is to be heard; one without options where there are no scenes. */
  readonly scenes: readonly WrittenScene[];
  /** What is wrong with single columns. */
  readonly issues: readonly PlacedIssue[];
  /** What is wrong between them, so far, and what is worth telling. */
  readonly findings: Findings;
  /** Another column of the row, merged. */
  readonly merge: (name: InputName) => MergedCell | null;
}

/** Reads the cells of a row; what is to be asked for is not made of them yet. */
export function readRow(table: Table, row: Row, defaults: Defaults, facts: AccountFacts): RowReading {
  const findings = new Findings();
  const cells = cellsOf(table, row, defaults);
  withoutBlanks(cells, row, table, defaults);
  const template = facts.templates.get(cells.get('template_id')?.text.trim() ?? '');
  const variables = template?.kind === 'known' ? template.variables : null;
  const isVariable = columnsOf(variables ?? []);
  // A script that fills a variable of the sheet's template is no script of the row's own. What the template has
  // must be known for that.
  const base = modeOf(cells, findings, (name) => variables !== null && !isVariable(name));
  const speaks = base === 'avatar' || base === 'image';
  if (speaks) oneSource(cells, findings);
  if (speaks) oneSpeaker(cells, base, findings);
  const merged = new Map<InputName, MergedCell | null>();
  const merge = (name: InputName): MergedCell | null => {
    const known = merged.get(name);
    if (known !== undefined) return known;
    const cell = mergedCell(name, cells, row, table);
    merged.set(name, cell);
    return cell;
  };
  const script = speaks ? merge('script') : null;
  const scenes = scriptScenes(script);
  const mode: Mode = isStudio(scenes) ? 'studio' : base;
  const { fields, issues } = readColumns(cells, mode, merge, isVariable, findings.warnings);
  return { mode, cells, fields, script, scenes, issues, findings, merge };
}

/** Which columns fill one of the variables. */
function columnsOf(variables: TemplateVariables): (name: InputName) => boolean {
  const keys = new Set(variables.map(({ name }) => headerKey(name)));
  return (name) => keys.has(headerKey(name));
}
