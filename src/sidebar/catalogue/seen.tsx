import type { ComponentChildren } from 'preact';
import { EllipsisText } from '../page/ellipsis-text.tsx';
import type { IconShape } from '../page/icon.tsx';
import { MovingPreview } from './moving-preview.tsx';

/** One line: a small picture, what it shows, and what else there is to say. */
export function Seen(props: {
  readonly name: string;
  /** Its place in a list that counts. */
  readonly number?: number;
  /** Left out, there is no picture; one that cannot be shown gives way to an initial. */
  readonly imageUrl?: string;
  /** Stands for a picture that cannot be shown, instead of the initial. */
  readonly shape?: IconShape | undefined;
  readonly fine: ComponentChildren;
  /** Stands before the words. */
  readonly before?: ComponentChildren;
  /** Stands at the end of the line. */
  readonly children?: ComponentChildren;
}) {
  const { name, imageUrl } = props;
  return (
    <div class="seen">
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
