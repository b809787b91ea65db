import type { SheetView } from '../../app/sidebar/contract.ts';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { Empty, Message } from '../page/message.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending, type State } from '../page/state.ts';
import { FilesBox } from './files-box.tsx';
import { RowBox } from './row-box.tsx';
import { useScriptDraft } from './script-draft.ts';
import { TemplateEditor } from './template-editor.tsx';

/** What the active row will be, and the script that all rows without one of their own share. */
export function ScriptPanel(panel: PanelProps) {
  const { state, controller } = panel;
  const { sheet } = state;
  if (sheet === null) return null;
  return (
    <div class="stack">
      {sheet.sheetIssues.map((issue) => (
        <Message key={issue} kind="warning">
          {issue}
        </Message>
      ))}
      {sheet.row === null ? (
        <Empty title="No row to read">
          Put the cursor on a filled row of the sheet to see what its video will say.
          <div class="center">
            <Button busy={isPending(state, 'sidebarRow')} onPress={() => controller.move(1)}>
              Go to the next filled row
            </Button>
          </div>
        </Empty>
      ) : (
        <RowBox {...panel} row={sheet.row} />
      )}
      <Workshop state={state} controller={controller} sheet={sheet} />
    </div>
  );
}

/** The sheet's own script, and the files that can be put into it. */
function Workshop(props: {
  readonly state: State;
  readonly controller: Controller;
  readonly sheet: SheetView;
}) {
  const draft = useScriptDraft(props.state, props.controller, props.sheet);
  return (
    <>
      <TemplateEditor key={props.sheet.tab} {...props} draft={draft} />
      <FilesBox {...props} draft={draft} />
    </>
  );
}
