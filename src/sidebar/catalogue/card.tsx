import { EllipsisText } from '../page/ellipsis-text.tsx';
import { Icon } from '../page/icon.tsx';
import { MovingPreview } from './moving-preview.tsx';
import type { ItemState } from './virtual-list.tsx';

/** A card in a grid: a picture, a name, and some lines of text. */
export function Card(props: {
  readonly name: string;
  readonly imageUrl: string;
  readonly videoUrl?: string;
  /** Shows the whole picture instead of filling the card. */
  readonly whole?: boolean;
  readonly badge?: string;
  readonly lines: readonly string[];
  readonly itemState: ItemState;
}) {
  const { name, badge = '', itemState } = props;
  return (
    <div class={`card${props.whole ? ' whole' : ''}`}>
      <MovingPreview
        name={name}
        imageUrl={props.imageUrl}
        videoUrl={props.videoUrl}
        active={itemState.active}
      />
      {badge !== '' && <span class="badge">{badge}</span>}
      {itemState.chosen && (
        <span class="tick">
          <Icon shape="check" />
        </span>
      )}
      <EllipsisText text={name} kind="name" />
      {props.lines.map((line, index) => (
        <EllipsisText key={index} text={line} kind="fine" />
      ))}
    </div>
  );
}
