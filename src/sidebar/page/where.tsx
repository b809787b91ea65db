import { counted } from '../amounts.ts';
import { Button } from './button.tsx';
import { Cut } from './cut.tsx';
import type { Desk } from './desk.ts';
import { failureOf, type State } from './state.ts';

/** Where the user stands in the sheet: the tab, the active row, and what is selected. */
export function Where({ state, desk }: { readonly state: State; readonly desk: Desk }) {
  const { sheet } = state;
  const failure = failureOf(state, 'sidebarRow');
  if (failure !== '') {
    return (
      <div class="where bad" role="alert">
        <Cut text={failure} />
        <Button kind="text" onPress={desk.look}>
          Try again
        </Button>
      </div>
    );
  }
  if (sheet === null || sheet.tab === '') return null;
  const { row, selectedRows } = sheet;
  return (
    <div class="where">
      <Cut text={sheet.tab} />
      <span class="fixed">{row === null ? 'No row' : `Row ${row.number}`}</span>
      <span class="fixed">{counted(selectedRows, 'row')} selected</span>
    </div>
  );
}
