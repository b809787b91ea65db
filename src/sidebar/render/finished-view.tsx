import type { FinishedView as Finished } from '../../app/sidebar/contract.ts';
import { duration } from '../../core/amount-words.ts';
import { ThumbnailLine } from '../catalogue/thumbnail-line.tsx';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Outcome } from '../page/outcome.tsx';
import { OutsideLink } from '../page/outside-link.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';

/** The newest videos. */
export function FinishedView({
  finished,
  state,
  controller,
}: Pick<PanelProps, 'state' | 'controller'> & { readonly finished: readonly Finished[] }) {
  if (finished.length === 0) return null;
  return (
    <Box name="finished" title="Newest videos">
      <ul class="wide">
        {finished.map(({ job, row, title, thumbnail, video_url, seconds }) => (
          <li key={job}>
            <ThumbnailLine
              name={title}
              imageUrl={thumbnail}
              fine={
                <>
                  {video_url === '' ? (
                    'Link ended'
                  ) : (
                    <OutsideLink address={video_url}>
                      Open<span class="unseen"> the video of {title}</span>
                    </OutsideLink>
                  )}
                  {` · ${duration(seconds)}`}
                </>
              }
            >
              {row !== null && (
                <Button kind="text" onPress={() => controller.goTo(row, 'video_url')}>
                  Go to row {row}
                </Button>
              )}
            </ThumbnailLine>
          </li>
        ))}
      </ul>
      <Button kind="text" busy={isPending(state, 'sidebarRenewLinks')} onPress={controller.renewLinks}>
        Renew links of selected rows
      </Button>
      <Outcome state={state} of={['sidebarRenewLinks']} />
    </Box>
  );
}
