import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** A message to the user. Screen readers read a bad one at once and a good one when they are idle. */
export function Message(props: {
  readonly kind: 'good' | 'bad' | 'warning' | 'plain';
  readonly children: ComponentChildren;
  /** The label of a button that does something about it. */
  readonly action?: string | undefined;
  readonly busy?: boolean;
  readonly onAction?: (() => unknown) | undefined;
}) {
  const { kind, action } = props;
  return (
    <div class={`message ${kind}`} role={kind === 'bad' ? 'alert' : kind === 'good' ? 'status' : undefined}>
      {kind !== 'plain' && <Icon shape={kind === 'good' ? 'check' : 'warning'} />}
      <div class="words">
        <div>{props.children}</div>
        {action !== undefined && (
          <Button kind="text" busy={props.busy} onPress={props.onAction}>
            {action}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Shown in place of an empty list: what is missing, and what to do. */
export function Empty(props: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="title">{props.title}</p>
      {props.children !== undefined && <div>{props.children}</div>}
    </div>
  );
}
