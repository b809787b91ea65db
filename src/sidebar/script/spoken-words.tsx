const PAUSE = /(<break\s+time="[^"]*"\s*\/>)/u;

/** Words as they will be spoken. A pause is shown as a pill instead of its markup. */
export function SpokenWords({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(PAUSE).map((part, index) =>
        PAUSE.test(part) ? (
          <span key={index} class="tag">
            {part.split('"')[1]} pause
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
