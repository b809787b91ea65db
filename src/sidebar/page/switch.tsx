import { useEffect, useState } from 'preact/hooks';

/** An on-off switch. While the change is running (`busy`), it already shows the new position. */
export function Switch(props: {
  readonly label: string;
  readonly on: boolean;
  readonly busy: boolean;
  /** The id of the element that explains it. */
  readonly help?: string;
  readonly onSwitch: (on: boolean) => void;
}) {
  const { on, busy } = props;
  const [asked, setAsked] = useState<boolean | null>(null);
  useEffect(() => {
    if (!busy) setAsked(null);
  }, [busy]);
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={asked ?? on}
        aria-busy={busy}
        aria-describedby={props.help}
        onChange={({ currentTarget }) => {
          if (busy) {
            currentTarget.checked = asked ?? on;
            return;
          }
          setAsked(currentTarget.checked);
          props.onSwitch(currentTarget.checked);
        }}
      />
      <span>{props.label}</span>
    </label>
  );
}
