/** Something that is on or off; `busy` while that is being changed. */
export function Switch(props: {
  readonly label: string;
  readonly on: boolean;
  readonly busy: boolean;
  /** Id of what explains it. */
  readonly help?: string;
  readonly onSwitch: (on: boolean) => void;
}) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={props.on}
        aria-busy={props.busy}
        aria-describedby={props.help}
        onChange={(event) => {
          if (!props.busy) props.onSwitch(event.currentTarget.checked);
        }}
      />
      <span>{props.label}</span>
    </label>
  );
}
