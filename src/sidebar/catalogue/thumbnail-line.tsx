import type { ComponentChildren } from 'preact';
import { EllipsisText } from '../page/ellipsis-text.tsx';
import type { IconShape } from '../page/icon.tsx';
import { MovingPreview } from './moving-preview.tsx';

/** A line with a small picture, a name, and a line of small text. */
export function ThumbnailLine(props: {
  readonly name: string;
  /** Its number in a numbered list. */
  readonly number?: number;
  /** Without it there is no picture. A picture that does not load becomes an initial. */
  readonly imageUrl?: string | undefined;
  /** Shown instead of the initial. */
  readonly shape?: IconShape | undefined;
  readonly fine: ComponentChildren;
  /** Shown before the text. */
  readonly before?: ComponentChildren;
  /** Shown at the end of the line. */
  readonly children?: ComponentChildren;
}) {
  const { name, imageUrl } = props;
  return (
    <div class="thumbnail">
      {imageUrl !== undefined && <MovingPreview name={name} imageUrl={imageUrl} shape={props.shape} />}
      {props.before}
      <span class="about">
        <EllipsisText text={props.number === undefined ? name : `${props.number}. ${name}`} kind="name" />
        <span class="fine">{props.fine}</span>
      </span>
      {props.children}
    </div>
  );
}
