import { useRef } from 'preact/hooks';
import { Button } from '../page/button.tsx';
import { Icon } from '../page/icon.tsx';

/** A search field that filters at every key press. */
export function SearchField(props: {
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div class="search">
      <Icon shape="search" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={props.label}
        aria-label={props.label}
        value={props.typed}
        onInput={(event) => props.onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onType('');
        }}
      />
      {props.typed !== '' && (
        <Button
          icon="close"
          label="Clear the search"
          onPress={() => {
            props.onType('');
            field.current?.focus();
          }}
        />
      )}
    </div>
  );
}
