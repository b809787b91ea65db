import type { ComponentChildren } from 'preact';

/** A line of a `dl`: what it is about, and what there is to say. */
export function DefinitionRow({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
