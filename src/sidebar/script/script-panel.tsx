import type { SheetView } from '../../app/sidebar/contract.ts';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { Empty, Message } from '../page/message.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending, type State } from '../page/state.ts';
import { FilesBox } from './files-box.tsx';
import { ReadAllBox } from './read-all-box.tsx';
import { RowBox } from './row-box.tsx';
import { useScriptDraft } from './script-draft.ts';
import { ScriptTemplateEditor } from './script-template-editor.tsx';

/** The Script tab: the active row, the sheet's own script, and uploads. */
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
        <Empty title="No row selected">
          Select a filled row in the sheet to see what its video will say.
          <div class="center">
            <Button busy={isPending(state, 'sidebarRow')} onPress={() => controller.moveRow(1)}>
              Go to the next filled row
            </Button>
          </div>
        </Empty>
      ) : (
        <RowBox {...panel} row={sheet.row} />
      )}
      <SheetScript state={state} controller={controller} sheet={sheet} />
      <ReadAllBox state={state} controller={controller} />
    </div>
  );
}

/** The sheet's own script, and uploads, which can be inserted into it. */
function SheetScript(props: {
  readonly state: State;
  readonly controller: Controller;
  readonly sheet: SheetView;
}) {
  const draft = useScriptDraft(props.state, props.controller, props.sheet);
  return (
    <>
      <ScriptTemplateEditor key={props.sheet.tab} {...props} draft={draft} />
      <FilesBox {...props} draft={draft} />
    </>
  );
}
