/** A choice of a few words, all visible: radio buttons that look like one control. */
export function Segments<Word extends string>(props: {
  readonly label: string;
  readonly name: string;
  readonly value: Word;
  readonly words: readonly { readonly word: Word; readonly shown: string }[];
  readonly onPick: (word: Word) => void;
}) {
  return (
    <fieldset class="segments">
      <legend class="unseen">{props.label}</legend>
      {props.words.map(({ word, shown }) => (
        <label key={word} class={word === props.value ? 'on' : ''}>
          <input
            type="radio"
            name={props.name}
            checked={word === props.value}
            onChange={() => props.onPick(word)}
          />
          {shown}
        </label>
      ))}
    </fieldset>
  );
}
