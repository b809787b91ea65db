import { counted } from '../../core/count-words.ts';
import { Button } from './button.tsx';
import type { Controller } from './controller.ts';
import { EllipsisText } from './ellipsis-text.tsx';
import { failureOf, type State } from './state.ts';

/** Where the user is in the sheet: the tab, the active row, and the number of selected rows. */
export function SheetPosition({
  state,
  controller,
}: {
  readonly state: State;
  readonly controller: Controller;
}) {
  const { sheet } = state;
  const failure = failureOf(state, 'sidebarRow');
  if (failure !== '') {
    return (
      <div class="position bad" role="alert">
        <EllipsisText text={failure} />
        <Button kind="text" onPress={controller.readRow}>
          Try again
        </Button>
      </div>
    );
  }
  if (sheet === null || sheet.tab === '') return null;
  const { row, selectedRows } = sheet;
  return (
    <div class="position">
      <EllipsisText text={sheet.tab} />
      <span class="fixed">{row === null ? 'No row' : `Row ${row.number}`}</span>
      <span class="fixed">{counted(selectedRows, 'row')} selected</span>
      {row !== null && selectedRows === 1 && (row.hasPrevious || row.hasNext) && (
        <Button kind="text" label="Select all rows" onPress={() => controller.selectRows('all')}>
          All
        </Button>
      )}
    </div>
  );
}
