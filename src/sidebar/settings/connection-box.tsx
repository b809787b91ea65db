import { useState } from 'preact/hooks';
import type { AccountView } from '../../app/contract.ts';
import { balanceText } from '../amounts.ts';
import { Button } from '../page/button.tsx';
import type { Desk } from '../page/desk.ts';
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
    <section class="box" aria-labelledby="connection-title">
      <h2 id="connection-title">HeyGen account</h2>
      <dl class="facts">
        <div>
          <dt>Account</dt>
          <dd class="cut" title={account.name}>
            {account.name === '' ? 'connected' : account.name}
          </dd>
        </div>
        <div>
          <dt>Balance</dt>
          <dd>
            {account.balance === null ? 'not known' : balanceText(account.balance)} ·{' '}
            <OutsideLink address={account.topUpUrl}>Top up</OutsideLink>
          </dd>
        </div>
        <div>
          <dt>Key</dt>
          <dd>
            <span aria-hidden="true">••••••••••••</span>
            <span class="unseen">set, hidden</span>
          </dd>
        </div>
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
    </section>
  );
}
