import type { CallLine, Gate } from './call-line.ts';
import type { Clock } from './clock.ts';
import type { Execution } from './execution.ts';
import type { Begun, Machine } from './machine.ts';
import type { LockTable } from './services/lock-table.ts';

/** Picks the execution that makes the next platform call; steps count from 0. One that cannot go on is skipped. */
export type Schedule = (step: number) => number;

/** An execution that has begun, and the machine that runs it. */
export interface InterleavedBegun {
  readonly machine: Machine;
  readonly begun: Begun;
}

interface Party extends InterleavedBegun {
  /** The lock that it waits for, and how many answers it had when the wait began. */
  wait: { readonly key: string; readonly deadline: number; readonly answered: number } | null;
  execution: Execution | null;
}

/**
 * Runs several executions with a possible switch before each platform call.
 *
 * One of them, the ground, stays on JavaScript's stack. The others are guests and run inside its calls. To
 * switch away from a guest, the emulator aborts it without any effect. When its turn comes again, it runs from
 * its start and gets the answers that it had. Locks contend: whoever waits for one is skipped until the lock
 * is free or the wait is over.
 */
export function interleaveRuns(
  clock: Clock,
  locks: LockTable,
  runs: readonly InterleavedBegun[],
  schedule: Schedule,
): readonly Execution[] {
  const parties: readonly Party[] = runs.map((run) => ({ ...run, wait: null, execution: null }));
  let ground: Party | null = null;
  let granted: Party | null = null;
  let step = 0;

  const isReady = ({ begun, wait, execution }: Party): boolean => {
    if (execution !== null) return false;
    const waits = wait !== null && wait.answered === begun.log.length;
    return !waits || locks.isFree(wait.key) || clock.now() >= wait.deadline;
  };

  /** Who goes next; null when all wait. A choice stands until that party reaches its next call. */
  const choose = (): Party | null => {
    const standing = granted;
    granted = null;
    if (standing !== null && isReady(standing)) return standing;
    const wanted = parties[schedule(step)];
    step += 1;
    return wanted !== undefined && isReady(wanted) ? wanted : (parties.find(isReady) ?? null);
  };

  const letTimePass = (): void => {
    const wakings = parties.flatMap(({ wait, execution }) => {
      if (wait === null || execution !== null) return [];
      return [Math.min(wait.deadline, locks.outsideUntil(wait.key) ?? wait.deadline)];
    });
    clock.advance(Math.min(...wakings) - clock.now());
  };

  const resume = (party: Party): void => {
    granted = party;
    party.execution = party.machine.resume(party.begun, gateOf(party));
  };

  const gateOf = (party: Party): Gate => ({
    replays: true,
    beforeCall: (line) => {
      for (;;) {
        const next = choose();
        if (next === party) return;
        if (next === null) throw new Error('An execution that is about to make a call cannot be waiting.');
        if (party !== ground) yieldTo(next, line);
        resume(next);
      }
    },
    awaitLock: (line, key, deadline) => {
      const answered = line.answered();
      if (party.wait?.answered !== answered) party.wait = { key, deadline, answered };
      const until = party.wait.deadline;
      if (clock.now() >= until) return false;
      if (party !== ground) yieldTo(null, line);
      while (!locks.isFree(key) && clock.now() < until) {
        const next = choose();
        if (next === null) letTimePass();
        else if (next !== party) resume(next);
      }
      return true;
    },
  });

  const yieldTo = (next: Party | null, line: CallLine): never => {
    granted = next;
    return line.stop({ kind: 'suspended' });
  };

  for (;;) {
    const left = parties.filter(({ execution }) => execution === null);
    if (left.length === 0) break;
    ground = step === 0 ? (left[0] ?? null) : choose();
    if (ground === null) letTimePass();
    else if (step === 0) ground.execution = ground.machine.resume(ground.begun, gateOf(ground));
    else resume(ground);
  }
  return parties.flatMap(({ execution }) => (execution === null ? [] : [execution]));
}
