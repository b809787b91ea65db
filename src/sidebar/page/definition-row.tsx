import type { ComponentChildren } from 'preact';

/** A row of a `dl`: a name and its value. */
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
