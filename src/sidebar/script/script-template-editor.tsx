import type { SheetView } from '../../app/sidebar/contract.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { Outcome } from '../page/outcome.tsx';
import { isPending, type State } from '../page/state.ts';
import { FieldChips } from './field-chips.tsx';
import { FieldColumns } from './field-columns.tsx';
import { withInserted } from './merge-field.ts';
import type { ScriptDraft } from './script-draft.ts';
import { ScriptGallery } from './script-gallery.tsx';

/** Edits the script template for rows without a script of their own. */
export function ScriptTemplateEditor(props: {
  readonly state: State;
  readonly controller: Controller;
  readonly sheet: SheetView;
  readonly draft: ScriptDraft;
}) {
  const { state, controller, sheet, draft } = props;
  return (
    <Box name="sheet-script" title="Script for the whole sheet">
      <p class="fine" id="sheet-script-help">
        Used in every row whose script cell is empty.
      </p>
      <textarea
        ref={draft.area}
        rows={6}
        aria-labelledby="sheet-script-title"
        aria-describedby="sheet-script-help"
        dir="auto"
        placeholder={'Hello <<first_name|there>>, …'}
        value={draft.text}
        onInput={(event) => draft.write(event.currentTarget.value)}
      />
      <FieldColumns text={draft.text} sheet={sheet} controller={controller} onText={draft.write} />
      <FieldChips
        fields={sheet.fields}
        onInsert={(field) => draft.edit((text, selection) => withInserted(text, selection, field))}
      />
      {draft.text === '' && <ScriptGallery folded={Boolean(sheet.row?.script)} onPick={draft.write} />}
      <Outcome state={state} of={['sidebarDefaults', 'sidebarAddColumns']} />
      {draft.changed && (
        <div class="pair">
          <Button onPress={draft.discard}>Discard</Button>
          <Button
            kind="main"
            busy={isPending(state, 'sidebarDefaults')}
            onPress={() => controller.setDefaults({ script: draft.text }, sheet.tab)}
          >
            Save
          </Button>
        </div>
      )}
    </Box>
  );
}
