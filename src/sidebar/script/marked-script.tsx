import { type MarkedScriptText, scriptParts } from './script-parts.ts';
import { SpokenWords } from './spoken-words.tsx';

/** A script as it will be spoken. */
export function MarkedScript({ text }: { readonly text: MarkedScriptText }) {
  return (
    <p class="script" dir="auto">
      <MarkedWords text={text} />
    </p>
  );
}

/** Words from the row are highlighted, with a tooltip that names their column. */
export function MarkedWords({ text }: { readonly text: MarkedScriptText }) {
  return (
    <>
      {scriptParts(text).map(({ text, field }, index) =>
        field === null ? (
          <SpokenWords key={index} text={text} />
        ) : (
          <mark key={index} title={`From the column “${field}”`}>
            {text}
          </mark>
        ),
      )}
    </>
  );
}
