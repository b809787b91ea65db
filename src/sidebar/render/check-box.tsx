import type { CheckView } from '../../app/sidebar/contract.ts';
import { counted } from '../../core/count-words.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import type { PanelProps } from '../page/panel.ts';
import { failureOf, isPending } from '../page/state.ts';
import { FindingList } from './finding-list.tsx';
import { LeftOut } from './left-out.tsx';

/** A free look at every selected row: what keeps it from being rendered, and what sounds odd. */
export function CheckBox({ state, controller }: Pick<PanelProps, 'state' | 'controller'>) {
  const { check } = state;
  const failure = failureOf(state, 'sidebarCheck') || check?.obstacle || '';
  const busy = isPending(state, 'sidebarCheck');
  return (
    <Box name="check" title="Check rows">
      <p class="fine">Finds mistakes in the selected rows before anything is paid. Free.</p>
      <Button busy={busy} onPress={controller.check}>
        {busy ? 'Checking…' : check === null ? 'Check selected rows' : 'Check again'}
      </Button>
      {failure !== '' ? (
        <Message kind="bad">{failure}</Message>
      ) : (
        check !== null && <Findings check={check} state={state} controller={controller} />
      )}
    </Box>
  );
}

function Findings({
  check,
  state,
  controller,
}: Pick<PanelProps, 'state' | 'controller'> & { readonly check: CheckView }) {
  return (
    <>
      <p role="status">
        {check.rows === 0
          ? 'No selected row is waiting to be rendered.'
          : `${counted(check.rows, 'row')} checked: ${counted(check.ready, 'row')} can be rendered${check.groups.length === 0 && check.unchecked === '' ? ', nothing looks wrong' : ''}.`}
      </p>
      {check.unchecked !== '' && <Message kind="warning">{check.unchecked}</Message>}
      <LeftOut rows={check.leftOut} />
      <FindingList groups={check.groups} state={state} controller={controller} />
      {check.refusal !== '' && (
        <Message kind="warning">Some cells did not get their note: {check.refusal}</Message>
      )}
    </>
  );
}
