import type { Reply, SidebarCall, SidebarCalls } from '../../app/sidebar/contract.ts';
import { parsedJson } from '../../core/json.ts';

export type Arguments<Name extends SidebarCall> = Parameters<SidebarCalls[Name]>;
export type Answer<Name extends SidebarCall> = ReturnType<SidebarCalls[Name]>;

/** Calls the add-on. It never rejects: a failure is a reply with a sentence. */
export type Call = <Name extends SidebarCall>(
  name: Name,
  ...args: Arguments<Name>
) => Promise<Reply<Answer<Name>>>;

/** The part of `google.script.run` that the page uses. */
export type Runner = {
  withSuccessHandler(handler: (reply: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
} & { readonly [Name in SidebarCall]?: (...args: readonly unknown[]) => void };

/** Google kills an execution after six minutes. A call without an answer after that will never have one. */
const TIMEOUT_MS = 390_000;

const NO_ANSWER =
  'Google did not answer. Check your connection, then try again. Nothing is lost or paid twice.';

const SEVERAL_ACCOUNTS =
  'Google refused the call. You may be signed in to several Google accounts: open the sheet in a private window, or in a browser profile with this account only. Or a permission was left out: open the sidebar again from the menu and allow what Google asks for.';

/** The only way to the add-on. It gets the runner anew for each call, because Google may provide it late. */
export function createCall(runner: () => Runner | undefined): Call {
  return (name, ...args) =>
    new Promise((resolve) => {
      const end = (reply: Parameters<typeof resolve>[0]) => {
        clearTimeout(timer);
        resolve(reply);
      };
      const fail = (message: string) => end({ ok: false, message });
      const timer = setTimeout(() => fail(NO_ANSWER), TIMEOUT_MS);
      const run = runner()
        ?.withSuccessHandler((reply) => end(readReply(reply)))
        .withFailureHandler((error) => fail(failureSentence(error)));
      const entry = run?.[name];
      if (run === undefined || entry === undefined) {
        fail('This page is older than the add-on. Close the sidebar and open it again.');
        return;
      }
      try {
        entry.apply(run, args);
      } catch (error) {
        // Google throws here when an argument cannot be sent.
        fail(failureSentence(error));
      }
    });
}

function readReply<Value>(reply: unknown): Reply<Value> {
  const read = typeof reply === 'string' ? parsedJson(reply) : undefined;
  return isReply<Value>(read)
    ? read
    : { ok: false, message: 'The add-on’s answer could not be read. Try again.' };
}

/** The value inside is not checked: page and add-on are built together. */
function isReply<Value>(read: unknown): read is Reply<Value> {
  if (typeof read !== 'object' || read === null || !('ok' in read)) return false;
  return read.ok === true ? 'value' in read : 'message' in read && typeof read.message === 'string';
}

/** Turns Google's message about a failed execution into a sentence that also says what to do. */
export function failureSentence(error: unknown): string {
  const message =
    typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
      ? error.message.trim().replace(/^(?:Scripte?Error|Exception|Error):\s*/u, '')
      : '';
  if (message === '' || /^NetworkError/u.test(message)) return NO_ANSWER;
  // Google's oldest fault in add-ons; these words stay English in every language.
  if (message.includes('PERMISSION_DENIED')) return SEVERAL_ACCOUNTS;
  if (/authoriz|permission/iu.test(message)) {
    return `Google says: ${ended(message)} Open the sidebar again from the menu and allow what Google asks for.`;
  }
  return `Google says: ${ended(message)} Try again.`;
}

function ended(sentence: string): string {
  const short = sentence.length > 300 ? `${sentence.slice(0, 299)}…` : sentence;
  return /[.!?…]$/u.test(short) ? short : `${short}.`;
}
