import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** A sentence that stands out; a bad one is spoken at once, a good one in its turn. */
export function Message(props: {
  readonly kind: 'good' | 'bad' | 'warning' | 'plain';
  readonly children: ComponentChildren;
  /** What may be done about it. */
  readonly action?: string;
  readonly busy?: boolean;
  readonly onAction?: () => unknown;
}) {
  const { kind, action } = props;
  return (
    <div class={`message ${kind}`} role={kind === 'bad' ? 'alert' : kind === 'good' ? 'status' : undefined}>
      {kind !== 'plain' && <Icon shape={kind === 'good' ? 'check' : 'warning'} />}
      <div class="words">
        <div>{props.children}</div>
        {action !== undefined && (
          <Button kind="text" busy={props.busy === true} {...(props.onAction && { onPress: props.onAction })}>
            {action}
          </Button>
        )}
      </div>
    </div>
  );
}

/** A place where nothing is yet, and what to do about it. */
export function Empty(props: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="title">{props.title}</p>
      {props.children !== undefined && <div>{props.children}</div>}
    </div>
  );
}
