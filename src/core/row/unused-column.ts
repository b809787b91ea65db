import type { InputName } from '../columns/columns.ts';
import type { InputColumn } from '../columns/input-column.ts';
import type { Mode } from '../columns/row-fields.ts';
import { excerpt } from '../issue.ts';
import type { Findings } from './findings.ts';
import type { RowCells } from './row-cells.ts';

const MADE: Readonly<Record<Mode, string>> = {
  avatar: 'of a look that speaks',
  image: 'of a picture that speaks',
  studio: 'of several scenes',
  cinematic: 'from a prompt',
  template: 'from a template',
};

/** The column that made the row what it is: clearing it is the other way out. */
const DECIDING: Readonly<Partial<Record<Mode, InputName>>> = {
  image: 'image',
  cinematic: 'prompt',
  template: 'template_id',
};

/** Tells of a row's own cell in a column that its way of making a video does not take. */
export function tellUnused(
  column: InputColumn & { readonly name: InputName },
  mode: Mode,
  cells: RowCells,
  found: Findings,
): void {
  const { name } = column;
  const text = cells.get(name)?.text ?? '';
  if (asksForNothing(column, text)) return;
  const isFormat = name === 'output_format';
  const what = `A video ${MADE[mode]} ${isFormat ? 'is always an mp4' : `takes no ${name}`}`;
  // Another kind of file than the one that is wanted would be made and paid for.
  if (column.content === true || isFormat) {
    found.issue('column_not_taken', name, `${what}. Clear the cell "${name}"${otherWay(name, mode, cells)}.`);
  } else {
    found.warning(
      'column_unused',
      name,
      `${what}, so "${excerpt(text)}" changes nothing. Clear the cell to be rid of this notice.`,
    );
  }
}

/** A tick box that is not ticked, a "no" and an "off" ask for what happens anyway. */
function asksForNothing(column: InputColumn, text: string): boolean {
  if (text.trim() === 'FALSE') return true;
  const read = column.read(text);
  if (!read.ok) return false;
  const { template, ...fields } = read.value;
  const values = Object.values({ ...fields, ...template });
  return values.length > 0 && values.every((value) => value === false || value === 'off' || value === 'mp4');
}

function otherWay(name: InputName, mode: Mode, cells: RowCells): string {
  const deciding = DECIDING[mode];
  if (deciding !== undefined && cells.get(deciding)?.from === 'row') return ` or the cell "${deciding}"`;
  if (name === 'references') return ', or write a prompt';
  return mode === 'studio' ? ', or leave one scene without options' : '';
}
