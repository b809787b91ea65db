import { duration, grouped } from '../amounts.ts';
import { Button } from '../page/button.tsx';
import { Icon } from '../page/icon.tsx';
import { Empty, Message } from '../page/message.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';
import { IssueList } from './issue-list.tsx';
import { MarkedScript } from './marked-script.tsx';
import { TemplateEditor } from './template-editor.tsx';

/** HeyGen's limit for one script. */
const MOST_CHARACTERS = 5000;

/** What the active row will say, and the template that all rows without a script of their own share. */
export function ScriptPanel({ state, desk }: PanelProps) {
  const { sheet } = state;
  if (sheet === null) return null;
  const { row } = sheet;
  const moving = isPending(state, 'sidebarRow');
  return (
    <div class="stack">
      {sheet.sheetIssues.map((issue) => (
        <Message key={issue} kind="warning">
          {issue}
        </Message>
      ))}
      {row === null ? (
        <Empty title="No row to read">
          Put the cursor on a filled row of the sheet to see what its video will say.
          <div class="center">
            <Button busy={moving} onPress={() => desk.move(1)}>
              Go to the next filled row
            </Button>
          </div>
        </Empty>
      ) : (
        <section class="box" aria-labelledby="row-title">
          <div class="box-head">
            <h2 id="row-title">Row {row.number}</h2>
            {row.status !== '' && <span class={`status ${row.status.toLowerCase()}`}>{row.status}</span>}
            <span class="push" />
            <Button
              kind="icon"
              label="Previous row"
              off={!row.hasPrevious || moving}
              onPress={() => desk.move(-1)}
            >
              <Icon shape="previous" />
            </Button>
            <Button kind="icon" label="Next row" off={!row.hasNext || moving} onPress={() => desk.move(1)}>
              <Icon shape="next" />
            </Button>
          </div>
          {row.script === '' ? (
            <p class="fine">There is nothing to speak yet.</p>
          ) : (
            <>
              <MarkedScript row={row} />
              <p class={`fine${row.characters > MOST_CHARACTERS ? ' over' : ''}`}>
                {grouped(row.characters)} of {grouped(MOST_CHARACTERS)} characters
                {row.seconds === null ? '' : ` · about ${duration(row.seconds)}`}
              </p>
            </>
          )}
          <IssueList issues={row.issues} desk={desk} />
          <Outcome state={state} of={['sidebarGoTo']} />
        </section>
      )}
      <TemplateEditor key={sheet.tab} state={state} desk={desk} sheet={sheet} />
    </div>
  );
}
