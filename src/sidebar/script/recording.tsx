import { useLayoutEffect, useRef } from 'preact/hooks';
import { safeUrl } from '../safe-url.ts';

/** A player for a recording. Only its id when it has no address. `plays`: it begins by itself. */
export function Recording(props: {
  readonly source: string;
  readonly plays?: boolean;
  readonly onBroken?: () => void;
}) {
  const { source, plays = false, onBroken } = props;
  const address = safeUrl(source);
  const player = useRef<HTMLAudioElement>(null);
  // The button that was pressed for it has just gone, and the focus with it.
  useLayoutEffect(() => {
    if (plays && document.hasFocus() && document.activeElement === document.body) player.current?.focus();
  }, [address]);
  if (address === '') {
    return (
      <p class="fine">
        Recording: <code>{source}</code>
      </p>
    );
  }
  return (
    <audio
      ref={player}
      controls
      preload={plays ? 'auto' : 'none'}
      autoPlay={plays}
      src={address}
      aria-label="Recording"
      onError={onBroken}
    >
      <track kind="captions" />
    </audio>
  );
}
