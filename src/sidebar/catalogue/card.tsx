import { EllipsisText } from '../page/ellipsis-text.tsx';
import { Icon } from '../page/icon.tsx';
import { MovingPreview } from './moving-preview.tsx';
import type { ItemFace } from './virtual-list.tsx';

/** A card in a grid: its picture, its name, and some lines about it. */
export function Card(props: {
  readonly name: string;
  readonly imageUrl: string;
  readonly videoUrl?: string;
  /** Shows all of the picture, where the shape matters. */
  readonly whole?: boolean;
  readonly badge?: string;
  readonly lines: readonly string[];
  readonly face: ItemFace;
}) {
  const { name, badge = '', face } = props;
  return (
    <div class={`card${props.whole ? ' whole' : ''}`}>
      <MovingPreview
        name={name}
        imageUrl={props.imageUrl}
        {...(props.videoUrl !== undefined && { videoUrl: props.videoUrl })}
        active={face.active}
      />
      {badge !== '' && <span class="badge">{badge}</span>}
      {face.chosen && (
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
