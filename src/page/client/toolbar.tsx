import type { RectView, SheetView } from '../page-state.ts';
import { cellAt, textOf } from './cell-view.ts';
import type { RowCommands } from './commands.ts';
import { ICONS } from './icons.ts';

/** The most used commands and the content of the current cell, in one line. */
export function Toolbar(props: {
  readonly commands: RowCommands;
  readonly cursor: string;
  readonly ranges: number;
  readonly sheet: SheetView;
  readonly rects: readonly RectView[];
}) {
  const { commands, sheet, rects } = props;
  const { row, column } = rects.at(-1) ?? { row: 1, column: 1 };
  const groups: readonly (readonly (keyof RowCommands)[])[] = [
    ['insertAbove', 'insertBelow', 'duplicate', 'delete'],
    ['hide', 'show'],
    ['sortUp', 'sortDown', 'filter', 'clearFilter'],
  ];
  return (
    <div class="toolbar" role="toolbar" aria-label="Rows" data-area tabIndex={-1}>
      {groups.map((names) => (
        <span key={names[0]} class="group">
          {names.map((name) => {
            const { label, run } = commands[name];
            return (
              <button key={name} type="button" class="icon" aria-label={label} title={label} onClick={run}>
                <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
                  <path d={ICONS[name]} />
                </svg>
              </button>
            );
          })}
        </span>
      ))}
      <span class="name-box" title="Selected">
        {props.cursor}
        {props.ranges > 1 && <small> +{props.ranges - 1}</small>}
      </span>
      <span class="cell-text">{textOf(cellAt(sheet, row, column))}</span>
    </div>
  );
}
