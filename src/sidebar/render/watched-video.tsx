import { useState } from 'preact/hooks';
import { ThumbnailLine } from '../catalogue/thumbnail-line.tsx';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { Message } from '../page/message.tsx';
import { OutsideLink } from '../page/outside-link.tsx';
import { safeUrl } from '../safe-url.ts';

/** A video of the sample: why it was made, and once it is finished, the video itself. */
export function WatchedVideo(props: {
  readonly controller: Controller;
  /** Where it stands; null when its row is gone. */
  readonly row: number | null;
  readonly why: string;
  /** How long it is, or what keeps it from being watched. */
  readonly fine: string;
  /** '' while there is none. */
  readonly address: string;
  readonly thumbnail: string;
}) {
  const { controller, row, why, fine, thumbnail } = props;
  const [isOpen, open] = useState(false);
  const [isBroken, setBroken] = useState(false);
  const name = row === null ? 'A row that is gone' : `Row ${row}`;
  const address = safeUrl(props.address);
  return (
    <li>
      <ThumbnailLine name={name} imageUrl={thumbnail} fine={fine}>
        {address !== '' && (
          <Button kind="text" expanded={isOpen} onPress={() => open(!isOpen)}>
            {isOpen ? 'Close' : 'Watch'}
            <span class="unseen"> the video of {name}</span>
          </Button>
        )}
        {row !== null && (
          <Button kind="text" onPress={() => controller.goTo(row, 'video_url')}>
            Go to row<span class="unseen"> {row}</span>
          </Button>
        )}
      </ThumbnailLine>
      {why !== '' && <p class="fine">{why}</p>}
      {isOpen && (
        <video
          src={address}
          poster={safeUrl(thumbnail)}
          controls
          autoPlay
          playsInline
          aria-label={`Video of ${name}`}
          onError={() => setBroken(true)}
        >
          <track kind="captions" />
        </video>
      )}
      {isOpen && isBroken && (
        <Message kind="warning">
          It cannot be played here. <OutsideLink address={address}>Open it</OutsideLink>, or renew its link.
        </Message>
      )}
    </li>
  );
}
