import type { ComponentChildren } from 'preact';

interface Face {
  readonly kind?: 'main' | 'plain' | 'text' | 'icon' | 'danger';
  /** The name, where the face is a picture. */
  readonly label?: string;
  readonly busy?: boolean;
  /** Cannot be pressed now; it keeps the focus all the same. */
  readonly off?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly submits?: boolean;
  readonly onPress?: () => unknown;
  readonly children: ComponentChildren;
}

/** A button that is never `disabled`: a disabled one would lose the focus in the middle of a call. */
export function Button(face: Face) {
  const { kind = 'plain', label, busy = false, off = false, onPress } = face;
  const blocked = busy || off;
  return (
    <button
      type={face.submits === true ? 'submit' : 'button'}
      class={`button ${kind}${off && !busy ? ' off' : ''}`}
      aria-label={label}
      title={label}
      aria-disabled={blocked}
      aria-busy={busy}
      aria-pressed={face.pressed}
      aria-expanded={face.expanded}
      onClick={(event) => {
        if (blocked) event.preventDefault();
        else onPress?.();
      }}
    >
      {busy && <span class="spinner" aria-hidden />}
      {face.children}
    </button>
  );
}
