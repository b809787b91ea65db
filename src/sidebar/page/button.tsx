import type { ComponentChildren } from 'preact';
import { Icon, type IconShape } from './icon.tsx';

interface ButtonProps {
  readonly kind?: 'main' | 'plain' | 'text' | 'danger';
  /** Shows an icon instead of words. The button then needs a `label`. */
  readonly icon?: IconShape;
  readonly label?: string;
  readonly busy?: boolean | undefined;
  /** It cannot be pressed now, but it can have the focus. */
  readonly off?: boolean;
  readonly expanded?: boolean;
  readonly submits?: boolean;
  readonly onPress?: (() => unknown) | undefined;
  readonly children?: ComponentChildren;
}

/** A button that is never `disabled`, because a disabled button loses the focus in the middle of a call. */
export function Button(props: ButtonProps) {
  const { icon, kind = icon === undefined ? 'plain' : 'icon', label, busy, off, onPress } = props;
  const blocked = busy === true || off === true;
  return (
    <button
      type={props.submits === true ? 'submit' : 'button'}
      class={`button ${kind}${off && !busy ? ' off' : ''}`}
      aria-label={label}
      title={label}
      aria-disabled={blocked}
      aria-busy={busy === true}
      aria-expanded={props.expanded}
      onClick={(event) => {
        if (blocked) event.preventDefault();
        else onPress?.();
      }}
    >
      {busy ? <span class="spinner" aria-hidden /> : icon && <Icon shape={icon} />}
      {props.children}
    </button>
  );
}
