import { type Marked, scriptParts } from './script-parts.ts';

/** A script as it will be spoken; what came from the row is marked and says which column it came from. */
export function MarkedScript({ text }: { readonly text: Marked }) {
  return (
    <p class="script">
      {scriptParts(text).map(({ text, field }, index) =>
        field === null ? (
          <span key={index}>{text}</span>
        ) : (
          <mark key={index} title={`From the column “${field}”`}>
            {text}
          </mark>
        ),
      )}
    </p>
  );
}
