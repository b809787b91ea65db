import { createInterface } from 'node:readline/promises';

/** Who says yes or no to the question before money is spent. */
export type Consent =
  /** The built-in simulator: nothing is paid. */
  | { readonly kind: 'nothing-paid' }
  /** `--yes` was given. */
  | { readonly kind: 'given' }
  /** The user at the terminal. */
  | { readonly kind: 'asked' }
  /** There is no terminal to ask at. */
  | { readonly kind: 'nobody' };

export function consentOf(simulated: boolean, yes: boolean, isTerminal: boolean): Consent {
  if (yes) return { kind: 'given' };
  if (simulated) return { kind: 'nothing-paid' };
  return { kind: isTerminal ? 'asked' : 'nobody' };
}

/** Asks at the terminal. The prompt keeps Ctrl-C from the process, so it is passed on as `interrupt`. */
export async function askAtTerminal(question: string, interrupt: () => void): Promise<boolean> {
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new AbortController();
  prompt.on('SIGINT', () => {
    closed.abort();
    interrupt();
  });
  // When the input ends, nobody has said Yes.
  prompt.on('close', () => closed.abort());
  try {
    const answer = await prompt.question(`${question} [y/N] `, { signal: closed.signal });
    return /^\s*y(?:es)?\s*$/i.test(answer);
  } catch (error) {
    if (closed.signal.aborted) return false;
    throw error;
  } finally {
    prompt.close();
  }
}
