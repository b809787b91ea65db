import { Card } from './card.tsx';
import type { AccountLook } from './look-search.ts';
import { readable } from './search-text.ts';
import type { ItemFace } from './virtual-list.tsx';

/** A look in the grid: its face, its name, its own voice, its tags. */
export function LookCard(props: {
  readonly look: AccountLook;
  readonly voice: string;
  readonly face: ItemFace;
}) {
  const { look, voice, face } = props;
  const speaks = voice === '' ? 'Own voice' : `Voice: ${voice}`;
  return (
    <Card
      name={look.name === '' ? 'Unnamed look' : look.name}
      imageUrl={look.previewImageUrl}
      videoUrl={look.previewVideoUrl}
      badge={badgeOf(look)}
      lines={[
        look.defaultVoiceId === '' ? 'Needs a voice' : speaks,
        look.tags.length > 0 ? look.tags.join(', ') : readable(look.type),
      ]}
      face={face}
    />
  );
}

/** Looks that are not trained yet say so; else the account's own ones stand out. */
function badgeOf(look: AccountLook): string {
  if (look.status !== '' && look.status !== 'completed') return readable(look.status);
  return look.ownership === 'private' ? 'Mine' : '';
}
