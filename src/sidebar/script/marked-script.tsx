import { type MarkedScriptText, scriptParts } from './script-parts.ts';

/** A script as it will be spoken. Words from the row are highlighted, with a tooltip that names their column. */
export function MarkedScript({ text }: { readonly text: MarkedScriptText }) {
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
