import { type MarkedScriptText, scriptParts } from './script-parts.ts';
import { SpokenWords } from './spoken-words.tsx';

/** A script as it will be spoken. Words from the row are highlighted, with a tooltip that names their column. */
export function MarkedScript({ text }: { readonly text: MarkedScriptText }) {
  return (
    <p class="script" dir="auto">
      {scriptParts(text).map(({ text, field }, index) =>
        field === null ? (
          <SpokenWords key={index} text={text} />
        ) : (
          <mark key={index} title={`From the column “${field}”`}>
            {text}
          </mark>
        ),
      )}
    </p>
  );
}
