import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
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
  const [waiting, setWaiting] = useState(false);
  const isBusy = busy === true || waiting;
  const blocked = isBusy || off === true;
  const press = () => {
    const pressed = onPress?.();
    // Google may take seconds. Until then the button shows that it was pressed.
    if (pressed instanceof Promise) {
      setWaiting(true);
      void pressed.finally(() => setWaiting(false));
    }
  };
  return (
    <button
      type={props.submits === true ? 'submit' : 'button'}
      class={`button ${kind}${off && !isBusy ? ' off' : ''}`}
      aria-label={label}
      title={label}
      aria-disabled={blocked}
      aria-busy={isBusy}
      aria-expanded={props.expanded}
      onClick={(event) => {
        if (blocked) event.preventDefault();
        else press();
      }}
    >
      {isBusy ? <span class="spinner" aria-hidden /> : icon && <Icon shape={icon} />}
      {props.children}
    </button>
  );
}
