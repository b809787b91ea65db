import { useState } from 'preact/hooks';
import type { Progress } from '../../app/sidebar/contract.ts';
import { counted } from '../../core/count-words.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';

/** Rows whose reply was lost. Nobody knows whether HeyGen has them, so the user decides. */
export function UnconfirmedView(
  props: Pick<PanelProps, 'state' | 'controller'> & { readonly unconfirmed: Progress['unconfirmed'] },
) {
  const { state, controller, unconfirmed } = props;
  const [confirming, setConfirming] = useState('');
  if (unconfirmed.length === 0) return null;
  const busy = isPending(state, 'sidebarSettle');
  const isOneProblem =
    new Set(unconfirmed.map(({ problem }) => problem)).size === 1 && unconfirmed.length > 1;
  return (
    <Box name="unconfirmed" title={`${counted(unconfirmed.length, 'row')} unconfirmed`}>
      <p class="fine">
        HeyGen’s answer was lost, so HeyGen may or may not have these. <strong>Check again</strong> looks for
        them in your account and costs nothing. <strong>Send again</strong> orders a second video: if HeyGen
        has the first one after all, you pay twice.
      </p>
      <Button
        busy={busy}
        onPress={() =>
          void controller.settle(
            unconfirmed.map(({ job }) => job),
            'check-again',
          )
        }
      >
        Check {unconfirmed.length === 1 ? '' : 'all '}again
      </Button>
      <ul class="issues">
        {unconfirmed.map(({ job, row, problem }) => (
          <li key={job} class="calm">
            <p>
              <strong>{row === null ? 'A deleted row' : `Row ${row}`}</strong>
              {!isOneProblem && `: ${problem}`}
            </p>
            {confirming === job ? (
              <div class="pair">
                <Button onPress={() => setConfirming('')}>Leave it</Button>
                <Button kind="danger" busy={busy} onPress={() => controller.settle([job], 'send-again')}>
                  Risk paying twice
                </Button>
              </div>
            ) : (
              <>
                {row !== null && (
                  <Button kind="text" onPress={() => controller.goTo(row, 'status')}>
                    Go to row
                  </Button>
                )}
                <Button kind="text" off={busy} onPress={() => setConfirming(job)}>
                  Send again…
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <Outcome state={state} of={['sidebarSettle']} />
    </Box>
  );
}
