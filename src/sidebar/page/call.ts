import type { Reply, SidebarCall, SidebarCalls } from '../../app/sidebar/contract.ts';

export type Arguments<Name extends SidebarCall> = Parameters<SidebarCalls[Name]>;
export type Answer<Name extends SidebarCall> = ReturnType<SidebarCalls[Name]>;

/** Calls the add-on. Never rejects: what went wrong is a sentence. */
export type Call = <Name extends SidebarCall>(
  name: Name,
  ...args: Arguments<Name>
) => Promise<Reply<Answer<Name>>>;

/** `google.script.run`, as far as the page uses it. */
export type Runner = {
  withSuccessHandler(handler: (reply: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
} & { readonly [Name in SidebarCall]?: (...args: readonly unknown[]) => void };

/** An execution is killed after six minutes; a call that is silent for longer will never answer. */
const PATIENCE_MS = 390_000;

const LOST =
  'Google did not answer. Look at your connection, and try again. Nothing that was sent is lost or paid twice.';

/** The one door to the add-on. Takes the runner when a call is made, because Google may set it up late. */
export function createCall(runner: () => Runner | undefined): Call {
  return (name, ...args) =>
    new Promise((resolve) => {
      const end = (reply: Parameters<typeof resolve>[0]) => {
        clearTimeout(timer);
        resolve(reply);
      };
      const fail = (message: string) => end({ ok: false, message });
      const timer = setTimeout(() => fail(LOST), PATIENCE_MS);
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
        // What may not cross to the add-on is refused where the call stands.
        fail(failureSentence(error));
      }
    });
}

function readReply<Value>(reply: unknown): Reply<Value> {
  const unreadable = 'The add-on gave an answer that cannot be read. Try again.';
  if (typeof reply !== 'string') return { ok: false, message: unreadable };
  try {
    const read: unknown = JSON.parse(reply);
    return isReply<Value>(read) ? read : { ok: false, message: unreadable };
  } catch {
    return { ok: false, message: unreadable };
  }
}

/** The contract vouches for the value inside: page and add-on are built together. */
function isReply<Value>(read: unknown): read is Reply<Value> {
  if (typeof read !== 'object' || read === null || !('ok' in read)) return false;
  return read.ok === true ? 'value' in read : 'message' in read && typeof read.message === 'string';
}

/** What Google says of a failed execution, made a sentence that says what to do. */
export function failureSentence(error: unknown): string {
  const told =
    typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
      ? error.message.trim().replace(/^(?:Scripte?Error|Exception|Error):\s*/u, '')
      : '';
  if (told === '' || /^NetworkError/u.test(told)) return LOST;
  if (/authoriz|permission/iu.test(told)) {
    return `Google says: ${ended(told)} Open the sidebar again from the menu and allow what it asks for.`;
  }
  return `Google says: ${ended(told)} Try again.`;
}

function ended(sentence: string): string {
  const short = sentence.length > 300 ? `${sentence.slice(0, 299)}…` : sentence;
  return /[.!?…]$/u.test(short) ? short : `${short}.`;
}
