import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DialogView } from '../page-state.ts';
import type { DialogReply } from '../user-actions.ts';

type Button = DialogReply['button'];

const BUTTONS: Readonly<Record<DialogView['buttons'], readonly (readonly [Button, string])[]>> = {
  OK: [['OK', 'OK']],
  OK_CANCEL: [
    ['OK', 'OK'],
    ['CANCEL', 'Cancel'],
  ],
  YES_NO: [
    ['YES', 'Yes'],
    ['NO', 'No'],
  ],
  YES_NO_CANCEL: [
    ['YES', 'Yes'],
    ['NO', 'No'],
    ['CANCEL', 'Cancel'],
  ],
};

/** A modal window. Escape closes it. */
function Modal(props: {
  readonly label: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}) {
  const frame = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    frame.current?.showModal();
  }, []);
  return (
    <dialog
      ref={frame}
      aria-label={props.label}
      onCancel={(event) => {
        event.preventDefault();
        props.close();
      }}
    >
      {props.children}
    </dialog>
  );
}

/** `Ui.alert` and `Ui.prompt`. The script goes on after the answer. */
export function ScriptDialog(props: {
  readonly dialog: DialogView;
  readonly answer: (button: Button, text?: string) => void;
}) {
  const { dialog, answer } = props;
  const [text, setText] = useState('');
  const isPrompt = dialog.kind === 'prompt';
  const give = (button: Button): void => (isPrompt ? answer(button, text) : answer(button));
  const [first] = BUTTONS[dialog.buttons];
  return (
    <Modal label={dialog.title || 'Reelmerge'} close={() => answer('CLOSE')}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (first !== undefined) give(first[0]);
        }}
      >
        <h2>{dialog.title}</h2>
        <p class="dialog-text">{dialog.message}</p>
        {isPrompt && (
          <input
            aria-label={dialog.title || 'Answer'}
            autoComplete="off"
            spellcheck={false}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
        <div class="dialog-buttons">
          {BUTTONS[dialog.buttons].map(([button, label], at) =>
            at === 0 ? (
              <button key={button} type="submit" class="main">
                {label}
              </button>
            ) : (
              <button key={button} type="button" onClick={() => give(button)}>
                {label}
              </button>
            ),
          )}
        </div>
      </form>
    </Modal>
  );
}

/** A question of the page's own, such as the name of a sheet. */
export function AskDialog(props: {
  readonly question: string;
  readonly usual: string;
  readonly then: (text: string | null) => void;
}) {
  const [text, setText] = useState(props.usual);
  return (
    <Modal label={props.question} close={() => props.then(null)}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          props.then(text.trim() === '' ? null : text.trim());
        }}
      >
        <h2>{props.question}</h2>
        <input
          aria-label={props.question}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <div class="dialog-buttons">
          <button type="submit" class="main">
            OK
          </button>
          <button type="button" onClick={() => props.then(null)}>
            Cancel
          </button>
        </div>
      </form>
    </Modal>
  );
}

/** Which values of a column are shown. */
export function FilterDialog(props: {
  readonly title: string;
  readonly values: readonly string[];
  readonly hidden: readonly string[];
  readonly then: (hidden: readonly string[] | null) => void;
}) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(props.hidden));
  const toggle = (value: string): void => {
    const next = new Set(hidden);
    if (!next.delete(value)) next.add(value);
    setHidden(next);
  };
  return (
    <Modal label={props.title} close={() => props.then(null)}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          props.then([...hidden]);
        }}
      >
        <h2>{props.title}</h2>
        <p class="dialog-links">
          <button type="button" class="plain" onClick={() => setHidden(new Set())}>
            Select all
          </button>
          <button type="button" class="plain" onClick={() => setHidden(new Set(props.values))}>
            Clear
          </button>
        </p>
        <div class="filter-values">
          {props.values.map((value) => (
            <label key={value}>
              <input type="checkbox" checked={!hidden.has(value)} onChange={() => toggle(value)} />
              <span>{value === '' ? '(Blanks)' : value}</span>
            </label>
          ))}
        </div>
        <div class="dialog-buttons">
          <button type="submit" class="main">
            OK
          </button>
          <button type="button" onClick={() => props.then(null)}>
            Cancel
          </button>
        </div>
      </form>
    </Modal>
  );
}
