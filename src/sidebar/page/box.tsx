import type { ComponentChildren } from 'preact';

/** A part of a panel with its own heading. `head` is shown beside the heading. */
export function Box(props: {
  readonly name: string;
  readonly title: ComponentChildren;
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const id = `${props.name}-title`;
  return (
    <section class="box" tabIndex={-1} aria-labelledby={id}>
      <div class="box-head">
        <h2 id={id}>{props.title}</h2>
        {props.head}
      </div>
      {props.children}
    </section>
  );
}
