import type { InputName } from '../columns/columns.ts';
import { entriesOf } from '../columns/input-column.ts';
import type { Row, Table } from '../sheet/table.ts';
import { cellsOf, type Defaults } from './row-cells.ts';

/** What must be looked up in the account before rows can be checked. */
export interface AccountQuestions {
  readonly templates: readonly string[];
  readonly looks: readonly string[];
  readonly voices: readonly string[];
}

/** Columns that not every look supports. */
const LOOK_DEPENDENT: readonly InputName[] = [
  'engine',
  'expressiveness',
  'motion_prompt',
  'reference_look_id',
];
const LOOK_DEPENDENT_IN_SCENE = /\[\s*(?:engine|expressiveness|motion)\s*[:：]/iu;
/** Ids only: a look named by a merge field is not known before merging. */
const LOOK_IN_SCENE = /\[\s*avatar\s*[:：]\s*([^[\]\s<>]+)\s*\]/giu;

/**
 * The templates, looks and voices of some rows, each once. Unless `everyLook` is set, only looks of rows with columns that not
 * every look supports.
 */
export function accountQuestions(
  table: Table,
  rows: readonly Row[],
  defaults: Defaults,
  everyLook: boolean,
): AccountQuestions {
  const templates = new Set<string>();
  const looks = new Set<string>();
  const voices = new Set<string>();
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
    const voice = textOf('voice_id');
    if (voice !== '') voices.add(voice);
    const script = textOf('script');
    const depends = LOOK_DEPENDENT.some((name) => cells.has(name)) || LOOK_DEPENDENT_IN_SCENE.test(script);
    if (!everyLook && !depends) continue;
    for (const id of entriesOf(textOf('avatar_id'))) looks.add(id);
    for (const [, id = ''] of script.matchAll(LOOK_IN_SCENE)) looks.add(id);
  }
  return { templates: [...templates], looks: [...looks], voices: [...voices] };
}
