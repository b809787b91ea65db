/** A labelled drop-down list. */
export function PickList(props: {
  readonly label: string;
  readonly value: string;
  /** The label of the empty choice. */
  readonly blank: string;
  readonly words: readonly string[];
  readonly shown?: (word: string) => string;
  readonly onPick: (word: string) => void;
}) {
  const { value, words, shown = (word: string) => word } = props;
  const all = value === '' || words.includes(value) ? words : [value, ...words];
  return (
    <label class="field">
      <span class="label">{props.label}</span>
      <select value={value} onChange={(event) => props.onPick(event.currentTarget.value)}>
        <option value="">{props.blank}</option>
        {all.map((word) => (
          <option key={word} value={word}>
            {shown(word)}
          </option>
        ))}
      </select>
    </label>
  );
}
