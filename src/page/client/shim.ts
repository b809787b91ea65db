import { sendable } from '../../emulator/script-run.ts';
import { formFields, sentForm } from './sent-form.ts';

/*
 * `google.script.run` as the sidebar finds it in Google. It refuses arguments that Google would refuse. The emulator
 * limits how many calls run at once.
 */

type Handler = (value: unknown, userObject?: unknown) => void;

interface Waiting {
  readonly success: Handler | null;
  readonly failure: Handler | null;
  readonly userObject: unknown;
}

const waiting = new Map<number, Waiting>();
let ids = 0;

function tell(message: object): void {
  // The sandbox has no origin to compare, so the parent is recognised by being the parent.
  window.parent.postMessage({ reelmerge: true, ...message }, '*');
}

function runner(handlers: Waiting): object {
  return new Proxy(
    {},
    {
      get: (_, name) => {
        if (typeof name !== 'string') return undefined;
        if (name === 'withSuccessHandler') return (success: Handler) => runner({ ...handlers, success });
        if (name === 'withFailureHandler') return (failure: Handler) => runner({ ...handlers, failure });
        if (name === 'withUserObject') return (userObject: unknown) => runner({ ...handlers, userObject });
        return (...args: unknown[]) => call(name, args, handlers);
      },
    },
  );
}

function call(functionName: string, args: unknown[], handlers: Waiting): void {
  const [form] = args;
  if (args.length === 1 && form instanceof HTMLFormElement) {
    callWithForm(functionName, form, handlers);
    return;
  }
  const sent = sendable(args);
  // In Google such a call throws at once.
  if (!sent.ok) throw new Error(sent.error);
  ids += 1;
  waiting.set(ids, handlers);
  tell({ kind: 'call', id: ids, functionName, json: sent.json });
}

function callWithForm(functionName: string, form: HTMLFormElement, handlers: Waiting): void {
  ids += 1;
  const id = ids;
  // The form may change while its files are read. The fields of this moment count.
  sentForm(formFields(form)).then(
    (sent) => {
      waiting.set(id, handlers);
      tell({ kind: 'call', id, functionName, json: '[]', form: sent });
    },
    (error: unknown) => handlers.failure?.(error, handlers.userObject),
  );
}

window.addEventListener('message', ({ source, data }) => {
  if (source !== window.parent || data?.reelmerge !== true) return;
  // Google tells a sidebar nothing of the selection, but pages look when the mouse comes over from the sheet.
  if (data.kind === 'selected') document.documentElement.dispatchEvent(new MouseEvent('mouseenter'));
  if (data.kind !== 'reply') return;
  const handlers = waiting.get(data.id);
  waiting.delete(data.id);
  if (handlers === undefined) return;
  const { success, failure, userObject } = handlers;
  if (data.reply.ok) success?.(data.reply.value, userObject);
  else failure?.(new Error(data.reply.error), userObject);
});

Object.assign(window, {
  google: {
    script: {
      run: runner({ success: null, failure: null, userObject: undefined }),
      host: {
        close: () => tell({ kind: 'close' }),
        editor: { focus: () => tell({ kind: 'focus' }) },
        setHeight: () => undefined,
        setWidth: () => undefined,
      },
    },
  },
});
