import type { Progress } from '../../app/sidebar/contract.ts';
import { counted } from '../../core/count-words.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import { OutsideLink } from '../page/outside-link.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isRunning } from '../page/state.ts';

/** A run that HeyGen stopped: why, what to do, and the one button that lets it go on. */
export function PausedView(
  props: Pick<PanelProps, 'state' | 'controller'> & { readonly progress: Progress },
) {
  const { state, controller, progress } = props;
  const { paused, counts } = progress;
  if (paused === null) return null;
  const { notice } = state;
  return (
    <Box name="paused" title={`Paused: ${paused.reason}`}>
      <Message kind="warning">
        {paused.message}{' '}
        {!paused.budget && !paused.aboutKey && (
          <OutsideLink address={state.account?.topUpUrl ?? ''}>
            {paused.noCredit ? 'Top up' : 'HeyGen account'}
          </OutsideLink>
        )}
      </Message>
      {counts.Queued > 0 && (
        <p class="fine">
          {counted(counts.Queued, 'video waits', 'videos wait')}, not sent and not paid.
          {paused.goesOnByItself && ' Reelmerge looks at the balance now and then and goes on by itself.'}
        </p>
      )}
      <Button kind="main" busy={isRunning(state, 'sidebarSync')} onPress={controller.resume}>
        Resume
      </Button>
      {(paused.budget || paused.aboutKey) && (
        <Button kind="text" onPress={() => controller.dispatch({ type: 'tab', tab: 'settings' })}>
          {paused.budget ? 'Change the budget' : 'Replace the key'}
        </Button>
      )}
      {notice?.of === 'sidebarSync' && <Message kind={notice.kind}>{notice.text}</Message>}
    </Box>
  );
}
