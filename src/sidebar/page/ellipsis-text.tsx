/** A text that ends in dots where it has no room; all of it shows under the pointer. */
export function EllipsisText({
  text,
  kind = '',
}: {
  readonly text: string;
  readonly kind?: 'name' | 'fine' | '';
}) {
  return (
    <span class={`cut ${kind}`} title={text}>
      {text}
    </span>
  );
}
