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
  readonly services: Readonly<Record<string, Service>>;
}

const KINDS: readonly ExecutionKind[] = ['menu', 'trigger', 'sidebar', 'open', 'edit', 'custom-function'];

export function takeSnapshot(parts: DurableParts, running: readonly ExecutionContext[]): Plain {
  return {
    version: 1,
    now: parts.clock.now(),
    random: parts.random.state(),
    quotas: parts.quotas.snapshot(),
    running: running.map(({ functionName, kind, user, started }) => ({ functionName, kind, user, started })),
    services: Object.fromEntries(
      Object.entries(parts.services).map(([name, service]) => [name, service.snapshot()]),
    ),
  };
}

/** Restores everything. A service that the snapshot does not mention keeps its state. */
export function applySnapshot(parts: DurableParts, snapshot: Plain): readonly InterruptedExecution[] {
  const saved = recordOf(snapshot);
  if (saved.version !== 1) throw new Error('This state was saved by another version of the emulator.');
  parts.clock.moveTo(numberOf(saved.now));
  parts.random.resume(numberOf(saved.random));
  parts.quotas.restore(saved.quotas ?? null);
  const services = recordOf(saved.services);
  for (const [name, service] of Object.entries(parts.services)) {
    const state = services[name];
    if (state !== undefined) service.restore(state);
  }
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
