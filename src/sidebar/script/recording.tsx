import { safeUrl } from '../safe-url.ts';

/** A player for a recording. Only its id when it has no address. */
export function Recording({ source }: { readonly source: string }) {
  const address = safeUrl(source);
  if (address === '') {
    return (
      <p class="fine">
        Recording: <code>{source}</code>
      </p>
    );
  }
  return (
    <audio controls preload="none" src={address} aria-label="Recording">
      <track kind="captions" />
    </audio>
  );
}
