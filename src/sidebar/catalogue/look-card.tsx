import { Card } from './card.tsx';
import type { AccountLook } from './look-search.ts';
import { readable } from './search-text.ts';
import type { ItemState } from './virtual-list.tsx';

/** A look in the grid: picture, name, its own voice, tags. */
export function LookCard(props: {
  readonly look: AccountLook;
  readonly voice: string;
  readonly itemState: ItemState;
}) {
  const { look, voice, itemState } = props;
  const speaks = voice === '' ? 'Own voice' : `Voice: ${voice}`;
  return (
    <Card
      name={look.name === '' ? 'Unnamed avatar' : look.name}
      imageUrl={look.previewImageUrl}
      videoUrl={look.previewVideoUrl}
      badge={badgeOf(look)}
      lines={[
        look.defaultVoiceId === '' ? 'Needs a voice' : speaks,
        look.tags.length > 0 ? look.tags.join(', ') : readable(look.type),
      ]}
      itemState={itemState}
    />
  );
}

/** Marks looks that are still in training, and otherwise the account's own looks. */
function badgeOf(look: AccountLook): string {
  if (look.status !== '' && look.status !== 'completed') return readable(look.status);
  return look.ownership === 'private' ? 'Mine' : '';
}
