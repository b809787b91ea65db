import type { InputName } from '../columns/columns.ts';
import type { InputColumn } from '../columns/input-column.ts';
import type { Mode } from '../columns/row-fields.ts';
import { excerpt } from '../issue.ts';
import { FALSE_WORDS } from '../translated-values.ts';
import type { Findings } from './findings.ts';
import type { RowCells } from './written-cell.ts';

const HOW_MADE: Readonly<Record<Mode, string>> = {
  avatar: 'of a speaking avatar',
  image: 'of a speaking picture',
  studio: 'with scenes',
  cinematic: 'from a prompt',
  template: 'from a template',
};

/** The column that decided the row's mode. Clearing it is the other way out. */
const MODE_COLUMN: Readonly<Partial<Record<Mode, InputName>>> = {
  image: 'image',
  cinematic: 'prompt',
  template: 'template_id',
};

/** Reports a cell of the row that the row's mode does not use. */
export function reportUnused(
  column: InputColumn & { readonly name: InputName },
  mode: Mode,
  cells: RowCells,
  found: Findings,
): void {
  const { name } = column;
  const text = cells.get(name)?.text ?? '';
  if (changesNothing(column, text)) return;
  const isFormat = name === 'output_format';
  const what = `A video ${HOW_MADE[mode]} ${isFormat ? 'is always an mp4' : `does not use ${name}`}`;
  // Otherwise the user would pay for another kind of file than the one in the cell.
  if (column.content === true || isFormat) {
    found.issue('column_not_taken', name, `${what}. Clear the cell "${name}"${otherWay(name, mode, cells)}.`);
  } else {
    found.warning(
      'column_unused',
      name,
      `${what}, so "${excerpt(text)}" has no effect. Clear the cell to dismiss this warning.`,
    );
  }
}

/** Whether the cell asks for what happens anyway: an unticked box, a "no" or an "off". */
function changesNothing(column: InputColumn, text: string): boolean {
  if (FALSE_WORDS.has(text.trim())) return true;
  const read = column.read(text);
  if (!read.ok) return false;
  const { template, ...fields } = read.value;
  const values = Object.values({ ...fields, ...template });
  return values.length > 0 && values.every((value) => value === false || value === 'off' || value === 'mp4');
}

function otherWay(name: InputName, mode: Mode, cells: RowCells): string {
  const deciding = MODE_COLUMN[mode];
  if (deciding !== undefined && cells.get(deciding)?.from === 'row') return ` or the cell "${deciding}"`;
  if (name === 'references') return ', or write a prompt';
  return mode === 'studio' ? ', or use one scene without options' : '';
}
