import { readFileSync } from 'node:fs';

/** A process. Numbers are used again, so the number alone does not identify it. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it began, in the kernel's ticks; '' where the system does not say. */
  readonly begun: string;
}

export function processIdentity(pid: number): ProcessIdentity {
  return { pid, begun: statusOf(pid)?.begun ?? '' };
}

/** Whether a process still runs. A killed one that its parent has not waited for is dead, though it keeps its number. */
export function isRunning({ pid, begun }: ProcessIdentity): boolean {
  const status = statusOf(pid);
  // This system has no /proc, or hides this process.
  if (status === null) return answers(pid);
  return !status.dead && (begun === '' || status.begun === begun);
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What Linux says about a process. Null on other systems. */
function statusOf(pid: number): { readonly begun: string; readonly dead: boolean } | null {
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The process name before the last bracket may hold anything. Fields are numbered as in `man proc_pid_stat`.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const field = (number: number): string => fields[number - 3] ?? '';
  const [state, threads, begun] = [field(3), Number(field(20)), field(22)];
  // A zombie that still has threads may be in the middle of a write.
  return { begun, dead: state === 'X' || (state === 'Z' && threads <= 1) };
}
