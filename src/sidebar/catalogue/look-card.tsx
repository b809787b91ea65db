import { Icon } from '../page/icon.tsx';
import type { AccountLook } from './look-search.ts';
import { MovingPreview } from './moving-preview.tsx';
import { readable } from './search-text.ts';
import type { ItemFace } from './virtual-list.tsx';

/** A look in the grid: its face, its name, its own voice, its tags. */
export function LookCard(props: {
  readonly look: AccountLook;
  readonly voice: string;
  readonly face: ItemFace;
}) {
  const { look, voice, face } = props;
  const badge = badgeOf(look);
  const tags = look.tags.length > 0 ? look.tags.join(', ') : readable(look.type);
  return (
    <div class="card">
      <MovingPreview
        name={look.name}
        imageUrl={look.previewImageUrl}
        videoUrl={look.previewVideoUrl}
        active={face.active}
      />
      {badge !== '' && <span class="badge">{badge}</span>}
      {face.chosen && (
        <span class="tick">
          <Icon shape="check" />
        </span>
      )}
      <span class="name cut" title={look.name}>
        {look.name === '' ? 'Unnamed look' : look.name}
      </span>
      <span class="fine cut" title={voice}>
        {look.defaultVoiceId === '' ? 'Needs a voice' : voice === '' ? 'Own voice' : `Voice: ${voice}`}
      </span>
      <span class="fine cut" title={tags}>
        {tags}
      </span>
    </div>
  );
}

/** Looks that are not trained yet say so; else the account's own ones stand out. */
function badgeOf(look: AccountLook): string {
  if (look.status !== '' && look.status !== 'completed') return readable(look.status);
  return look.ownership === 'private' ? 'Mine' : '';
}
