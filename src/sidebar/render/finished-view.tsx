import type { FinishedView as Finished } from '../../app/contract.ts';
import { duration } from '../amounts.ts';
import { MovingPreview } from '../catalogue/moving-preview.tsx';
import { Button } from '../page/button.tsx';
import type { Desk } from '../page/desk.ts';
import { OutsideLink } from '../page/outside-link.tsx';

/** The newest videos. */
export function FinishedView({
  finished,
  desk,
}: {
  readonly finished: readonly Finished[];
  readonly desk: Desk;
}) {
  if (finished.length === 0) return null;
  return (
    <section class="box" aria-labelledby="finished-title">
      <h2 id="finished-title">Newest videos</h2>
      <ul class="videos">
        {finished.map(({ job, row, title, thumbnailUrl, videoUrl, seconds }) => (
          <li key={job}>
            <MovingPreview name={title} imageUrl={thumbnailUrl} videoUrl="" active={false} />
            <span class="about">
              <span class="name cut" title={title}>
                {title}
              </span>
              <span class="fine">
                <OutsideLink address={videoUrl}>
                  Open<span class="unseen"> the video of {title}</span>
                </OutsideLink>{' '}
                · {duration(seconds)}
              </span>
            </span>
            {row !== null && (
              <Button kind="text" onPress={() => desk.goTo(row, 'video_url')}>
                Go to row<span class="unseen"> {row}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
