import type { RunSummary } from '../../app/sidebar/contract.ts';
import type { SheetSettings } from '../../core/settings/sheet-settings.ts';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';

/** What must be settled about the sheet's columns before its rows can be rendered. The answers stay with the sheet. */
export function ColumnQuestions({
  open,
  state,
  controller,
}: Pick<PanelProps, 'state' | 'controller'> & { readonly open: NonNullable<RunSummary['open']> }) {
  const { sheet } = state;
  if (sheet === null) return null;
  const busy = isPending(state, 'sidebarSheetSettings');
  const { columnUses, columnHeaders } = sheet.settings;
  const settle = (changes: Partial<SheetSettings>) =>
    controller.setForSheet(changes, sheet.tab).then((reply) => (reply.ok ? controller.plan() : undefined));
  const { asked, others } = open;
  return (
    <>
      {asked.map(({ name, header, question, example }) => (
        <div key={name} class="question">
          <Message kind="warning">
            {question} It begins with “{example}”. Ignored, the column is yours alone and can still be merged.
          </Message>
          <Button busy={busy} onPress={() => settle({ columnUses: { ...columnUses, [name]: 'use' } })}>
            Use {header}
          </Button>
          <Button busy={busy} onPress={() => settle({ columnUses: { ...columnUses, [name]: 'ignore' } })}>
            Ignore {header}
          </Button>
        </div>
      ))}
      {others !== null && (
        <Message
          kind="warning"
          action="Use other names"
          busy={busy}
          onAction={() => settle({ columnHeaders: { ...columnHeaders, ...others.headers } })}
        >
          {others.sentence}
        </Message>
      )}
      <Outcome state={state} of={['sidebarSheetSettings']} />
    </>
  );
}
