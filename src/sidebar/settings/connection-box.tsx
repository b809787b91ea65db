import { useState } from 'preact/hooks';
import type { AccountView } from '../../app/sidebar/contract.ts';
import { balanceText } from '../../core/amount-words.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { DefinitionRow } from '../page/definition-row.tsx';
import { EllipsisText } from '../page/ellipsis-text.tsx';
import { Message } from '../page/message.tsx';
import { Outcome } from '../page/outcome.tsx';
import { OutsideLink } from '../page/outside-link.tsx';
import { isPending, type State } from '../page/state.ts';
import { ConnectForm } from './connect-form.tsx';

/** The connected account. Its key can be replaced or removed, but never seen. */
export function ConnectionBox(props: {
  readonly state: State;
  readonly controller: Controller;
  readonly account: AccountView;
}) {
  const { state, controller, account } = props;
  const [mode, setMode] = useState<'shown' | 'replacing' | 'removing'>('shown');
  return (
    <Box name="connection" title="HeyGen account">
      <dl class="facts">
        <DefinitionRow name="Account">
          <EllipsisText text={account.name || 'connected'} />
        </DefinitionRow>
        <DefinitionRow name="Balance">
          {account.balance === null ? 'unknown' : balanceText(account.balance)} ·{' '}
          <OutsideLink address={account.topUpUrl}>Top up</OutsideLink>
        </DefinitionRow>
        <DefinitionRow name="Key">
          <span aria-hidden>••••••••••••</span>
          <span class="unseen">set, hidden</span>
        </DefinitionRow>
      </dl>
      {mode === 'shown' && (
        <div class="pair">
          <Button onPress={() => setMode('replacing')}>Replace key</Button>
          <Button onPress={() => setMode('removing')}>Remove key</Button>
        </div>
      )}
      {mode === 'replacing' && (
        <>
          <ConnectForm state={state} controller={controller} onConnected={() => setMode('shown')} />
          <Button kind="text" onPress={() => setMode('shown')}>
            Keep the old key
          </Button>
        </>
      )}
      {mode === 'removing' && (
        <>
          <Message kind="warning">
            Without the key Reelmerge sends nothing and fetches no finished videos. The sheet keeps what it
            has.
          </Message>
          <div class="pair">
            <Button onPress={() => setMode('shown')}>Keep it</Button>
            <Button
              kind="danger"
              busy={isPending(state, 'sidebarDisconnect')}
              onPress={() => controller.disconnect()}
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
