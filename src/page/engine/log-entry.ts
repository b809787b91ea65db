import type { Execution, FetchRecord } from '../../emulator/execution.ts';
import type { LogEntry } from '../page-state.ts';

/** What the log says about an execution. Null for a call of the page that sent nothing to HeyGen, and no mail. */
export function logEntry(execution: Execution): LogEntry | null {
  const { kind, outcome, fetches, functionName, calls } = execution;
  const mails = mailsOf(execution);
  if (kind === 'sidebar' && outcome === 'returned' && fetches.length + mails.length === 0) return null;
  if (kind === 'open' && outcome === 'returned') return null;
  const what = `${functionName} ${outcomeWords(execution)}`;
  const used = `${calls.length} ${calls.length === 1 ? 'call' : 'calls'}, ${seconds(execution.ended - execution.started)}`;
  return {
    at: execution.ended,
    tone: outcome === 'returned' ? 'plain' : 'bad',
    text: `${what} (${used})`,
    details: [...fetches.map((fetch) => ({ tone: toneOf(fetch), text: fetchWords(fetch) })), ...mails],
  };
}

/** The mails that a script has sent. None has left this machine. */
function mailsOf({ calls }: Execution): LogEntry['details'] {
  const sent = calls.filter(
    ({ service, method, refusal }) => service === 'mail' && method === 'sendEmail' && refusal === null,
  );
  return sent.map(({ args }) => {
    const { to, subject, body } = Object(args[0]);
    return { tone: 'good', text: `Mail to ${to}: ${subject}`, whole: String(body) };
  });
}

function outcomeWords({ outcome, reason, error, calls }: Execution): string {
  if (outcome === 'threw') return `threw: ${error?.message ?? 'an error'}`;
  if (outcome === 'returned') return 'returned';
  return reason === 'told'
    ? `was killed at its ${ordinal(calls.length + 1)} call`
    : 'was killed: its time was over';
}

function fetchWords({ method, url, status }: FetchRecord): string {
  const { pathname, search } = new URL(url);
  const path = decoded(pathname + search);
  const shown = path.length > 90 ? `${path.slice(0, 90)}…` : path;
  return `${method.toUpperCase()} ${shown} → ${status ?? 'no reply'}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign is shown as it was sent.
    return path;
  }
}

function toneOf({ status }: FetchRecord): LogEntry['tone'] {
  return status !== null && status < 400 ? 'good' : 'bad';
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

export function ordinal(number: number): string {
  const [tens, ones] = [number % 100, number % 10];
  if (tens >= 11 && tens <= 13) return `${number}th`;
  return `${number}${ones === 1 ? 'st' : ones === 2 ? 'nd' : ones === 3 ? 'rd' : 'th'}`;
}
