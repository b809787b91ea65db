import { safeUrl } from '../safe-url.ts';

/** A player for a recording. Only its id when it has no address. `plays`: it begins by itself. */
export function Recording(props: {
  readonly source: string;
  readonly plays?: boolean;
  readonly onBroken?: () => void;
}) {
  const { source, plays = false, onBroken } = props;
  const address = safeUrl(source);
  if (address === '') {
    return (
      <p class="fine">
        Recording: <code>{source}</code>
      </p>
    );
  }
  return (
    <audio
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
