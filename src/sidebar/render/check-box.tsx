import type { CheckView } from '../../app/sidebar/contract.ts';
import type { FindingGroup } from '../../core/check/check-report.ts';
import { counted } from '../../core/count-words.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { Message } from '../page/message.tsx';
import type { PanelProps } from '../page/panel.ts';
import { failureOf, isPending } from '../page/state.ts';

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
        check !== null && <Findings check={check} controller={controller} />
      )}
    </Box>
  );
}

function Findings({ check, controller }: { readonly check: CheckView; readonly controller: Controller }) {
  return (
    <>
      <p role="status">
        {check.rows === 0
          ? 'No selected row is waiting to be rendered.'
          : `${counted(check.rows, 'row')} checked: ${counted(check.ready, 'row')} can be rendered${check.groups.length === 0 ? ', nothing looks wrong' : ''}.`}
      </p>
      <ul class="issues">
        {check.groups.map((group) => (
          <li key={group.kind + group.column + group.message} class={group.kind === 'warning' ? 'calm' : ''}>
            <Group group={group} controller={controller} />
          </li>
        ))}
      </ul>
      {check.refusal !== '' && (
        <Message kind="warning">Some cells did not get their note: {check.refusal}</Message>
      )}
    </>
  );
}

function Group({ group, controller }: { readonly group: FindingGroup; readonly controller: Controller }) {
  const { kind, column, message, otherMessages, rows } = group;
  const [first = 0] = rows;
  return (
    <>
      <p>
        {kind === 'warning' && <span class="unseen">Warning: </span>}
        <strong>{rows.length === 1 ? `Row ${first}` : counted(rows.length, 'row')}: </strong>
        {message}
        {otherMessages > 0 && ` And ${counted(otherMessages, 'finding')} like it.`}
      </p>
      <div class="pair">
        {rows.length > 1 && (
          <Button kind="text" onPress={() => controller.selectRows(rows)}>
            Show rows
          </Button>
        )}
        <Button kind="text" onPress={() => controller.goTo(first, column)}>
          Go to cell
          <span class="unseen">{` in row ${first}${column === '' ? '' : `, column ${column}`}`}</span>
        </Button>
      </div>
    </>
  );
}
