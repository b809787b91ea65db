import { useRef } from 'preact/hooks';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { Form } from '../page/form.tsx';
import { Outcome } from '../page/outcome.tsx';
import { OutsideLink } from '../page/outside-link.tsx';
import { isPending, type State } from '../page/state.ts';

/**
 * The form for the API key. A key that was refused stays in the field, to be put right. One that was accepted
 * leaves it at once.
 */
export function ConnectForm(props: {
  readonly state: State;
  readonly controller: Controller;
  readonly onConnected?: () => void;
}) {
  const { state, controller, onConnected } = props;
  const field = useRef<HTMLInputElement>(null);
  const busy = isPending(state, 'sidebarConnect');
  const connect = async () => {
    const input = field.current;
    if (input === null || busy) return;
    const key = input.value.trim();
    if (key === '') {
      input.focus();
      return;
    }
    if (await controller.connect(key)) {
      input.value = '';
      onConnected?.();
    } else input.focus();
  };
  return (
    <Form onSubmit={connect}>
      <label class="field">
        <span class="label">HeyGen API key</span>
        <input
          ref={field}
          type="password"
          autocomplete="off"
          spellcheck={false}
          placeholder="Paste the key here"
          aria-describedby="key-help"
        />
      </label>
      <Outcome state={state} of={['sidebarConnect']} />
      <Button kind="main" submits busy={busy}>
        {busy ? 'Testing…' : 'Test connection'}
      </Button>
      <p class="fine" id="key-help">
        Find the key <OutsideLink address="https://app.heygen.com/settings?nav=API">in HeyGen</OutsideLink>{' '}
        under Settings, then API. It is stored in your Google account, for you alone, and never written into
        the sheet.
      </p>
    </Form>
  );
}
