import { useState } from 'preact/hooks';
import type { Progress } from '../../app/sidebar/contract.ts';
import { counted } from '../amounts.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';

/** Rows whose reply was lost: nobody knows yet whether HeyGen has them, so the user decides. */
export function UnconfirmedView(
  props: Pick<PanelProps, 'state' | 'controller'> & { readonly unconfirmed: Progress['unconfirmed'] },
) {
  const { state, controller, unconfirmed } = props;
  const [sure, setSure] = useState('');
  if (unconfirmed.length === 0) return null;
  const busy = isPending(state, 'sidebarSettle');
  return (
    <Box name="unconfirmed" title={`${counted(unconfirmed.length, 'row')} unconfirmed`}>
      <p class="fine">
        The answer was lost on the way, so HeyGen may or may not have these. <strong>Check again</strong>{' '}
        looks for them in your account and costs nothing. <strong>Send again</strong> orders them anew: if
        HeyGen has the first ones after all, you pay twice.
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
          <li key={job}>
            <p>
              <strong>{row === null ? 'A row that is gone' : `Row ${row}`}: </strong>
              {problem}
            </p>
            {sure === job ? (
              <div class="pair">
                <Button onPress={() => setSure('')}>Leave it</Button>
                <Button kind="danger" busy={busy} onPress={() => controller.settle([job], 'send-again')}>
                  Pay twice at worst
                </Button>
              </div>
            ) : (
              <>
                {row !== null && (
                  <Button kind="text" onPress={() => controller.goTo(row, 'status')}>
                    Go to row
                  </Button>
                )}
                <Button kind="text" off={busy} onPress={() => setSure(job)}>
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
