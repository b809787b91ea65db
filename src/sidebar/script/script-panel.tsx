import type { SheetView } from '../../app/sidebar/contract.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Empty, Message } from '../page/message.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';
import { ColumnQuestions } from '../render/column-questions.tsx';
import { FilesBox } from './files-box.tsx';
import { NamesBox } from './names-box.tsx';
import { ReadAllBox } from './read-all-box.tsx';
import { RowBox } from './row-box.tsx';
import { useRowPreview } from './row-preview.ts';
import { useScriptDraft } from './script-draft.ts';
import { ScriptTemplateEditor } from './script-template-editor.tsx';
import { TranslationsBox } from './translations-box.tsx';

/** The Script tab: the sheet's own script, the active row as it would speak it, all rows, and uploads. */
export function ScriptPanel(panel: PanelProps) {
  const { sheet } = panel.state;
  return sheet === null ? null : <SheetScript key={sheet.tab} {...panel} sheet={sheet} />;
}

function SheetScript({ sheet, ...panel }: PanelProps & { readonly sheet: SheetView }) {
  const { state, controller } = panel;
  const draft = useScriptDraft(state, controller, sheet);
  const row = useRowPreview(controller, sheet, draft);
  return (
    <div class="stack">
      {sheet.sheetIssues.map((issue) => (
        <Message key={issue} kind="warning">
          {issue}
        </Message>
      ))}
      {sheet.open !== null && (
        <Box name="columns" title="Your list">
          <ColumnQuestions open={sheet.open} state={state} controller={controller} />
        </Box>
      )}
      <ScriptTemplateEditor state={state} controller={controller} sheet={sheet} draft={draft} />
      {row === null ? (
        <Empty title="No row selected">
          Select a filled row in the sheet to see what its video will say.
          <div class="center">
            <Button busy={isPending(state, 'sidebarRow')} onPress={() => controller.moveRow(1)}>
              Go to the next filled row
            </Button>
          </div>
        </Empty>
      ) : (
        // Before it is settled what its columns are for, a row would only complain of them.
        sheet.open === null && <RowBox {...panel} row={row} />
      )}
      <NamesBox {...panel} />
      <TranslationsBox state={state} controller={controller} />
      <ReadAllBox state={state} controller={controller} />
      <FilesBox state={state} controller={controller} sheet={sheet} draft={draft} />
    </div>
  );
}
