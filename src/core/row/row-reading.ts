import { headerKey, type InputName } from '../columns/columns.ts';
import type { Mode, RowFields } from '../columns/row-fields.ts';
import type { Row, Table } from '../sheet/table.ts';
import type { AccountFacts, TemplateVariables } from './account-facts.ts';
import { dropBlankCells } from './blank-cells.ts';
import { Findings } from './findings.ts';
import { requireByLanguage } from './language-choice.ts';
import { type PlacedIssue, readColumns } from './read-columns.ts';
import { cellsOf, type Defaults, keepOneSource, keepOneSpeaker, modeOf } from './row-cells.ts';
import { type MergedCell, mergedCell, scriptScenes } from './row-script.ts';
import { hasScenes, type WrittenScene } from './scene-script.ts';
import type { RowCells } from './written-cell.ts';

/** What a row says, as far as it can be read. */
export interface RowReading {
  readonly mode: Mode;
  /** Without cells that lost to another one. */
  readonly cells: RowCells;
  /** What could be read. The rest is missing. */
  readonly fields: RowFields;
  /** Null when no script is spoken. */
  readonly script: MergedCell | null;
  /** The scenes of the script, ready for speaking. A script without scenes is one scene without options. */
  readonly scenes: readonly WrittenScene[];
  /** Issues of single columns. */
  readonly issues: readonly PlacedIssue[];
  /** Issues between columns so far, and all warnings. */
  readonly findings: Findings;
  /** Merges another column of the row. */
  readonly merge: (name: InputName) => MergedCell | null;
}

/** Reads the cells of a row. The request is made from the result. */
export function readRow(table: Table, row: Row, defaults: Defaults, facts: AccountFacts): RowReading {
  const findings = new Findings();
  const cells = cellsOf(table, row, defaults);
  dropBlankCells(cells, row, table, defaults);
  const template = facts.templates.get(cells.get('template_id')?.text.trim() ?? '');
  const variables = template?.kind === 'known' ? template.variables : null;
  const isVariable = columnsOf(variables ?? []);
  // A script cell that fills a variable of the sheet's default template does not replace the template. That can only
  // be told when the template's variables are known.
  const base = modeOf(cells, findings, (name) => variables !== null && !isVariable(name));
  const speaks = base === 'avatar' || base === 'image';
  if (speaks) keepOneSource(cells, findings);
  if (speaks) keepOneSpeaker(cells, base, findings);
  if (speaks) requireByLanguage(cells, table);
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
  const mode: Mode = hasScenes(scenes) ? 'studio' : base;
  const { fields, issues } = readColumns(cells, mode, merge, isVariable, findings.warnings);
  return { mode, cells, fields, script, scenes, issues, findings, merge };
}

/** Tells which columns fill one of these variables. */
function columnsOf(variables: TemplateVariables): (name: InputName) => boolean {
  if (variables.length === 0) return () => false;
  const keys = new Set(variables.map(({ name }) => headerKey(name)));
  return (name) => keys.has(headerKey(name));
}
