import { useState } from 'preact/hooks';
import { Icon, type IconShape } from '../page/icon.tsx';
import { safeUrl } from '../safe-url.ts';

/**
 * The picture of a look. It plays its video while pointed at or active, unless the user asked the system for less
 * motion. When no picture loads, it shows the name's initial.
 */
export function MovingPreview(props: {
  readonly name: string;
  readonly imageUrl: string;
  readonly videoUrl?: string | undefined;
  readonly active?: boolean;
  /** Shown instead of the initial. */
  readonly shape?: IconShape | undefined;
}) {
  const [broken, setBroken] = useState('');
  const [pointed, setPointed] = useState(false);
  const image = safeUrl(props.imageUrl);
  const video = safeUrl(props.videoUrl ?? '');
  const moves = (pointed || props.active) && video !== '' && !wantsLessMotion();
  return (
    <span class="preview" onPointerEnter={() => setPointed(true)} onPointerLeave={() => setPointed(false)}>
      {image === '' || broken === image ? (
        <span class="initial">
          {props.shape === undefined ? (
            ([...props.name.trim()][0]?.toUpperCase() ?? '?')
          ) : (
            <Icon shape={props.shape} />
          )}
        </span>
      ) : (
        <img
          src={image}
          alt=""
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          draggable={false}
          onError={() => setBroken(image)}
        />
      )}
      {moves && (
        <video
          src={video}
          autoPlay
          muted
          loop
          playsInline
          disablePictureInPicture
          tabIndex={-1}
          aria-hidden
        />
      )}
    </span>
  );
}

function wantsLessMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
