import type { InputName } from '../columns/columns.ts';
import { entriesOf } from '../columns/input-column.ts';
import type { Row, Table } from '../sheet/table.ts';
import { cellsOf, type Defaults } from './row-cells.ts';

/** What has to be known of the account before some rows can be checked. */
export interface AccountQuestions {
  readonly templates: readonly string[];
  readonly looks: readonly string[];
}

/** What is asked of a look that not every look can give. */
const DEPENDING: readonly InputName[] = ['engine', 'expressiveness', 'motion_prompt', 'reference_look_id'];
const DEPENDING_IN_SCENE = /\[\s*(?:engine|expressiveness|motion)\s*[:：]/iu;
/** A look that is named by a merge field is not known before the script is merged. */
const LOOK_IN_SCENE = /\[\s*avatar\s*[:：]\s*([^[\]\s<>]+)\s*\]/giu;

/**
 * The templates of some rows, and their looks: all of them, or only those of rows whose other cells depend on
 * what the look is. Each is named once.
 */
export function accountQuestions(
  table: Table,
  rows: readonly Row[],
  defaults: Defaults,
  everyLook: boolean,
): AccountQuestions {
  const templates = new Set<string>();
  const looks = new Set<string>();
  for (const row of rows) {
    const cells = cellsOf(table, row, defaults);
    const textOf = (name: InputName): string => {
      const cell = cells.get(name);
      return cell === undefined || cell.fault !== null ? '' : cell.text.trim();
    };
    const template = textOf('template_id');
    if (template !== '') {
      templates.add(template);
      continue;
    }
    const script = textOf('script');
    const depends = DEPENDING.some((name) => cells.has(name)) || DEPENDING_IN_SCENE.test(script);
    if (!everyLook && !depends) continue;
    for (const id of entriesOf(textOf('avatar_id'))) looks.add(id);
    for (const [, id = ''] of script.matchAll(LOOK_IN_SCENE)) looks.add(id);
  }
  return { templates: [...templates], looks: [...looks] };
}
