import type { FinishedView as Finished } from '../../app/sidebar/contract.ts';
import { duration } from '../../core/amount-words.ts';
import { ThumbnailLine } from '../catalogue/thumbnail-line.tsx';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { OutsideLink } from '../page/outside-link.tsx';

/** The newest videos. */
export function FinishedView({
  finished,
  controller,
}: {
  readonly finished: readonly Finished[];
  readonly controller: Controller;
}) {
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
                  <OutsideLink address={video_url}>
                    Open<span class="unseen"> the video of {title}</span>
                  </OutsideLink>{' '}
                  · {duration(seconds)}
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
    </Box>
  );
}
