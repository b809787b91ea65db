/** A text that ends in dots when there is no room for it. Its tooltip shows all of it. */
export function EllipsisText({
  text,
  kind = '',
}: {
  readonly text: string;
  readonly kind?: 'name' | 'fine' | '';
}) {
  return (
    <span class={`ellipsis ${kind}`} title={text} dir="auto">
      {text}
    </span>
  );
}
