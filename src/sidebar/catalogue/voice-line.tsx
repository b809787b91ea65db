import type { Voice } from '../../app/ports/catalogue.ts';
import { EllipsisText } from '../page/ellipsis-text.tsx';
import { Icon } from '../page/icon.tsx';
import type { Playing } from '../page/state.ts';
import { safeUrl } from '../safe-url.ts';
import { readable } from './search-text.ts';
import type { ItemState } from './virtual-list.tsx';

/** A voice in the list. The round button or the space bar plays its preview. */
export function VoiceLine(props: {
  readonly voice: Voice;
  readonly itemState: ItemState;
  readonly ofLook: boolean;
  readonly playing: Playing['phase'] | null;
}) {
  const { voice, playing } = props;
  const facts = [voice.language, readable(voice.gender), voice.supportsPause ? '' : 'no pauses'];
  const line = playing === 'failed' ? 'The preview cannot be played.' : facts.filter(Boolean).join(' · ');
  return (
    <div class="voice">
      {safeUrl(voice.previewAudioUrl) === '' ? (
        <span class="play none" />
      ) : (
        <span
          class={`play${playing === null ? '' : ` ${playing}`}`}
          title={playing === 'playing' ? 'Stop' : 'Play the preview'}
          data-space
        >
          {playing === 'loading' ? (
            <span class="spinner" />
          ) : (
            <Icon shape={playing === 'playing' ? 'stop' : 'play'} />
          )}
        </span>
      )}
      <span class="about">
        <span class="name">
          <EllipsisText text={voice.name || 'Unnamed voice'} />
          {props.ofLook && <span class="tag">avatar’s own</span>}
          {voice.type === 'private' && <span class="tag">mine</span>}
        </span>
        <EllipsisText text={line} kind="fine" />
      </span>
      {props.itemState.chosen && (
        <span class="tick">
          <Icon shape="check" />
        </span>
      )}
    </div>
  );
}
