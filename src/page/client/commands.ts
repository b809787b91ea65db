import type { Menu, MenuEntry } from '../../emulator/services/ui-service.ts';
import type { PageState, RectView, SheetView } from '../page-state.ts';
import type { UserAction } from '../user-actions.ts';
import { csvOf } from './cell-view.ts';

/** One line of a menu. */
export type MenuLine =
  | { readonly kind: 'line' }
  | { readonly kind: 'command'; readonly label: string; readonly keys?: string; readonly run: () => void }
  | { readonly kind: 'submenu'; readonly label: string; readonly lines: readonly MenuLine[] };

export interface MenuBar {
  readonly label: string;
  readonly lines: readonly MenuLine[];
}

/** What the commands need. */
export interface CommandContext {
  readonly state: PageState;
  readonly sheet: SheetView;
  readonly rects: readonly RectView[];
  act(act: UserAction): void;
  openFilter(): void;
  ask(question: string, usual: string, then: (text: string) => void): void;
  view(gid: number): void;
}

const LINE: MenuLine = { kind: 'line' };

/** The commands for rows, in the toolbar, the menus and the grid's own menu. */
export function rowCommands(context: CommandContext) {
  const { sheet, act } = context;
  const { row, column, rows } = context.rects.at(-1) ?? { row: 1, column: 1, rows: 1 };
  const name = sheet.name;
  const many = rows === 1 ? 'row' : `${rows} rows`;
  // Only when one is chosen: this is made anew with each selection, of however many rows.
  const blocks = () => rowBlocks(context.rects, sheet.maxRows);
  const hidden = () => sheet.rows.filter((one) => one.hidden === 'user').map(({ number }) => number);
  const command = (label: string, run: () => void, keys?: string): MenuLine & { kind: 'command' } => ({
    kind: 'command',
    label,
    run,
    ...(keys === undefined ? {} : { keys }),
  });
  return {
    sortUp: command('Sort sheet A to Z', () => act({ kind: 'sort', sheet: name, column, ascending: true })),
    sortDown: command('Sort sheet Z to A', () =>
      act({ kind: 'sort', sheet: name, column, ascending: false }),
    ),
    filter: command('Filter by values…', context.openFilter),
    clearFilter: command('Remove filter', () => act({ kind: 'clear-filter', sheet: name })),
    insertAbove: command(`Insert ${many} above`, () =>
      act({ kind: 'insert-rows', sheet: name, before: row, count: rows }),
    ),
    insertBelow: command(`Insert ${many} below`, () =>
      act({ kind: 'insert-rows', sheet: name, before: row + rows, count: rows }),
    ),
    duplicate: command('Duplicate row', () => act({ kind: 'duplicate-row', sheet: name, row })),
    hide: command('Hide rows', () => {
      for (const { first, count } of blocks()) act({ kind: 'hide-rows', sheet: name, first, count });
    }),
    show: command('Show hidden rows', () => {
      for (const first of hidden()) act({ kind: 'show-rows', sheet: name, first, count: 1 });
    }),
    delete: command('Delete rows', () => {
      // From the bottom up, so that the numbers above stay right.
      for (const { first, count } of [...blocks()].reverse())
        act({ kind: 'delete-rows', sheet: name, first, count });
    }),
  };
}

export type RowCommands = ReturnType<typeof rowCommands>;

export function menuBar(context: CommandContext, commands: RowCommands): readonly MenuBar[] {
  const { sheet, act, state } = context;
  const { name } = sheet;
  const shown = state.book.sheets.filter((one) => !one.hidden);
  const command = (label: string, run: () => void): MenuLine => ({ kind: 'command', label, run });
  return [
    {
      label: 'File',
      lines: [
        command('Export this sheet as CSV', () => download(`${name}.csv`, csvOf(sheet))),
        LINE,
        command('Add sheet', () => act({ kind: 'add-sheet', name: freeName(state) })),
        command('Duplicate this sheet', () => act({ kind: 'duplicate-sheet', sheet: name })),
        command('Rename this sheet…', () =>
          context.ask('Name of the sheet', name, (text) =>
            act({ kind: 'rename-sheet', sheet: name, name: text }),
          ),
        ),
        ...(shown.length > 1
          ? [command('Delete this sheet', () => act({ kind: 'delete-sheet', sheet: name }))]
          : []),
      ],
    },
    {
      label: 'Edit',
      lines: [command('Undo', () => act({ kind: 'undo' })), command('Redo', () => act({ kind: 'redo' }))],
    },
    {
      label: 'View',
      lines: [
        commands.hide,
        commands.show,
        ...state.book.sheets
          .filter((one) => one.hidden)
          .map((one) => command(`Look into the hidden sheet “${one.name}”`, () => context.view(one.gid))),
      ],
    },
    {
      label: 'Insert',
      lines: [commands.insertAbove, commands.insertBelow, commands.duplicate, LINE, commands.delete],
    },
    {
      label: 'Data',
      lines: [commands.sortUp, commands.sortDown, LINE, commands.filter, commands.clearFilter],
    },
    {
      label: 'Extensions',
      lines: state.menus.map((menu) => ({
        kind: 'submenu',
        label: menu.label,
        lines: addOnLines(menu, act),
      })),
    },
  ];
}

export function contextLines(commands: RowCommands): readonly MenuLine[] {
  const { insertAbove, insertBelow, duplicate, hide, show, sortUp, sortDown, filter } = commands;
  return [
    insertAbove,
    insertBelow,
    duplicate,
    commands.delete,
    LINE,
    hide,
    show,
    LINE,
    sortUp,
    sortDown,
    filter,
  ];
}

function addOnLines({ entries }: Pick<Menu, 'entries'>, act: (act: UserAction) => void): readonly MenuLine[] {
  return entries.map((entry: MenuEntry): MenuLine => {
    if (entry.kind === 'separator') return LINE;
    if (entry.kind === 'submenu')
      return { kind: 'submenu', label: entry.label, lines: addOnLines(entry, act) };
    const { label, functionName } = entry;
    return { kind: 'command', label, run: () => act({ kind: 'menu', functionName }) };
  });
}

/** The selected rows in groups of neighbours, from the top, each row once. */
function rowBlocks(rects: readonly RectView[], maxRows: number): { first: number; count: number }[] {
  const rows = new Set<number>();
  for (const { row, rows: count } of rects) {
    for (let at = row; at < row + count && at <= maxRows; at += 1) rows.add(at);
  }
  const blocks: { first: number; count: number }[] = [];
  for (const row of [...rows].sort((one, other) => one - other)) {
    const last = blocks.at(-1);
    if (last !== undefined && last.first + last.count === row) last.count += 1;
    else blocks.push({ first: row, count: 1 });
  }
  return blocks;
}

function freeName(state: PageState): string {
  const names = state.book.sheets.map(({ name }) => name.toLowerCase());
  let at = state.book.sheets.length + 1;
  while (names.includes(`sheet${at}`)) at += 1;
  return `Sheet${at}`;
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
