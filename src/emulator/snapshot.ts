import type { Clock } from './clock.ts';
import type { ExecutionContext, ExecutionKind } from './execution.ts';
import { listOf, numberOf, recordOf, textOf } from './plain.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { Plain, Service } from './service.ts';
import type { DailyQuotas } from './services/daily-quotas.ts';

/** An execution that was under way when the snapshot was taken. After a restore it is dead. */
export interface InterruptedExecution {
  readonly functionName: string;
  readonly kind: ExecutionKind;
  readonly user: string;
  readonly started: number;
}

export interface DurableParts {
  readonly clock: Clock;
  readonly random: SeededRandom;
  readonly quotas: DailyQuotas;
  /** What all documents share. */
  readonly services: Readonly<Record<string, Service>>;
  /** The services of each document, the first of them first. */
  readonly documents: readonly Readonly<Record<string, Service>>[];
}

const KINDS: readonly ExecutionKind[] = ['menu', 'trigger', 'sidebar', 'open', 'edit', 'custom-function'];

export function takeSnapshot(parts: DurableParts, running: readonly ExecutionContext[]): Plain {
  return {
    version: 1,
    now: parts.clock.now(),
    random: parts.random.state(),
    quotas: parts.quotas.snapshot(),
    running: running.map(({ functionName, kind, user, started }) => ({ functionName, kind, user, started })),
    services: snapshotsOf({ ...parts.services, ...parts.documents[0] }),
    ...(parts.documents.length === 1 ? {} : { documents: parts.documents.slice(1).map(snapshotsOf) }),
  };
}

function snapshotsOf(services: Readonly<Record<string, Service>>): Plain {
  return Object.fromEntries(Object.entries(services).map(([name, service]) => [name, service.snapshot()]));
}

function restoreInto(services: Readonly<Record<string, Service>>, snapshot: Plain | undefined): void {
  const saved = recordOf(snapshot);
  for (const [name, service] of Object.entries(services)) {
    const state = saved[name];
    if (state !== undefined) service.restore(state);
  }
}

/** Restores everything. A service that the snapshot does not mention keeps its state. */
export function applySnapshot(parts: DurableParts, snapshot: Plain): readonly InterruptedExecution[] {
  const saved = recordOf(snapshot);
  if (saved.version !== 1) throw new Error('This state was saved by another version of the emulator.');
  parts.clock.moveTo(numberOf(saved.now));
  parts.random.resume(numberOf(saved.random));
  parts.quotas.restore(saved.quotas ?? null);
  const others = saved.documents === undefined ? [] : listOf(saved.documents);
  if (others.length >= parts.documents.length) {
    throw new Error(`This state was saved with ${others.length + 1} documents: add the others first.`);
  }
  restoreInto({ ...parts.services, ...parts.documents[0] }, saved.services);
  for (const [index, state] of others.entries()) restoreInto(parts.documents[index + 1] ?? {}, state);
  return listOf(saved.running).map((execution) => {
    const { functionName, kind, user, started } = recordOf(execution);
    return {
      functionName: textOf(functionName),
      kind: KINDS.find((known) => known === kind) ?? 'menu',
      user: textOf(user),
      started: numberOf(started),
    };
  });
}
