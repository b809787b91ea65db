import type { BookView, SheetView } from '../page-state.ts';

/** The sheets of the file. Hidden ones can be opened too. */
export function Tabs(props: {
  readonly book: BookView;
  readonly shown: number;
  readonly choose: (sheet: SheetView) => void;
}) {
  const sheets = [...props.book.sheets].sort((one, other) => Number(one.hidden) - Number(other.hidden));
  return (
    <nav class="tabs" aria-label="Sheets" data-area tabIndex={-1}>
      {sheets.map((sheet) => (
        <button
          key={sheet.gid}
          type="button"
          class={sheet.hidden ? 'tab hidden-tab' : 'tab'}
          aria-current={sheet.gid === props.shown ? 'page' : undefined}
          title={sheet.hidden ? 'Hidden in the file. You can only look at it' : sheet.name}
          onClick={() => props.choose(sheet)}
        >
          {sheet.name}
          {sheet.hidden && <small> hidden</small>}
        </button>
      ))}
    </nav>
  );
}
