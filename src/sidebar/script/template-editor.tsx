import { useRef } from 'preact/hooks';
import type { SheetView } from '../../app/contract.ts';
import { Button } from '../page/button.tsx';
import type { Desk } from '../page/desk.ts';
import { Outcome } from '../page/outcome.tsx';
import { isPending, type State } from '../page/state.ts';
import { FieldChips } from './field-chips.tsx';
import { withInserted } from './merge-field.ts';

/**
 * The sheet's own script for rows without one. What the user types is a draft of this tab until it is saved
 * or discarded: nothing that arrives from the sheet touches it.
 */
export function TemplateEditor(props: {
  readonly state: State;
  readonly desk: Desk;
  readonly sheet: SheetView;
}) {
  const { state, desk, sheet } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const saved = sheet.defaults.script ?? '';
  const draft = state.drafts[sheet.tab];
  const text = draft ?? saved;
  const changed = draft !== undefined && draft !== saved;
  const write = (next: string) =>
    desk.dispatch({ type: 'draft', tab: sheet.tab, text: next === saved ? null : next });

  const insert = (field: string) => {
    const element = area.current;
    if (element === null) return;
    const result = withInserted(text, { start: element.selectionStart, end: element.selectionEnd }, field);
    write(result.text);
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(result.caret, result.caret);
    });
  };

  return (
    <section class="box" aria-labelledby="template-title">
      <h2 id="template-title">Script for the whole sheet</h2>
      <p class="fine" id="template-help">
        Spoken in every row whose script cell is empty.
      </p>
      <textarea
        ref={area}
        rows={6}
        aria-labelledby="template-title"
        aria-describedby="template-help"
        placeholder={'Hello <<first_name|there>>, …'}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <FieldChips fields={sheet.fields} onInsert={insert} />
      <Outcome state={state} of={['sidebarDefaults']} />
      {changed && (
        <div class="pair">
          <Button onPress={() => write(saved)}>Discard</Button>
          <Button
            kind="main"
            busy={isPending(state, 'sidebarDefaults')}
            onPress={() => desk.setDefaults({ script: text }, sheet.tab)}
          >
            Save
          </Button>
        </div>
      )}
    </section>
  );
}
