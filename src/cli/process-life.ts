import { readFileSync } from 'node:fs';

/** A process, told apart from an earlier one that had the same number. */
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
  // The system says nothing of processes, or nothing of this one.
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

/** What Linux says of a process; null elsewhere. */
function statusOf(pid: number): { readonly begun: string; readonly dead: boolean } | null {
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The name comes before and may hold anything, brackets too. Fields are counted as in `man proc_pid_stat`, from 3 on.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const field = (number: number): string => fields[number - 3] ?? '';
  const [state, threads, begun] = [field(3), Number(field(20)), field(22)];
  // A zombie with threads left is still finishing a write.
  return { begun, dead: state === 'X' || (state === 'Z' && threads <= 1) };
}
