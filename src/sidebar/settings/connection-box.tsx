import { useState } from 'preact/hooks';
import type { AccountView } from '../../app/ports/contract.ts';
import { balanceText } from '../amounts.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Cut } from '../page/cut.tsx';
import type { Desk } from '../page/desk.ts';
import { Fact } from '../page/fact.tsx';
import { Message } from '../page/message.tsx';
import { Outcome } from '../page/outcome.tsx';
import { OutsideLink } from '../page/outside-link.tsx';
import { isPending, type State } from '../page/state.ts';
import { ConnectForm } from './connect-form.tsx';

/** Whose account is connected; its key can be replaced and removed, and never seen. */
export function ConnectionBox(props: {
  readonly state: State;
  readonly desk: Desk;
  readonly account: AccountView;
}) {
  const { state, desk, account } = props;
  const [mode, setMode] = useState<'shown' | 'replacing' | 'removing'>('shown');
  return (
    <Box name="connection" title="HeyGen account">
      <dl class="facts">
        <Fact name="Account">
          <Cut text={account.name || 'connected'} />
        </Fact>
        <Fact name="Balance">
          {account.balance === null ? 'not known' : balanceText(account.balance)} ·{' '}
          <OutsideLink address={account.topUpUrl}>Top up</OutsideLink>
        </Fact>
        <Fact name="Key">
          <span aria-hidden>••••••••••••</span>
          <span class="unseen">set, hidden</span>
        </Fact>
      </dl>
      {mode === 'shown' && (
        <div class="pair">
          <Button onPress={() => setMode('replacing')}>Replace key</Button>
          <Button onPress={() => setMode('removing')}>Remove key</Button>
        </div>
      )}
      {mode === 'replacing' && (
        <>
          <ConnectForm state={state} desk={desk} onConnected={() => setMode('shown')} />
          <Button kind="text" onPress={() => setMode('shown')}>
            Keep the old key
          </Button>
        </>
      )}
      {mode === 'removing' && (
        <>
          <Message kind="warning">
            Without the key nothing is sent and finished videos are not fetched. The sheet keeps what it has.
          </Message>
          <div class="pair">
            <Button onPress={() => setMode('shown')}>Keep it</Button>
            <Button
              kind="danger"
              busy={isPending(state, 'sidebarDisconnect')}
              onPress={() => desk.disconnect()}
            >
              Remove
            </Button>
          </div>
        </>
      )}
      <Outcome
        state={state}
        of={mode === 'replacing' ? ['sidebarDisconnect'] : ['sidebarConnect', 'sidebarDisconnect']}
      />
    </Box>
  );
}
