import { expect } from 'vitest';
import type { Execution, RunOptions } from '../../src/emulator/execution.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { breachesAtTheEnd, ownCells } from './laws.ts';
import { people, World } from './world.ts';

/** How an execution is killed; without it, it runs to its end. */
export type Kill = Required<Pick<RunOptions, 'killAtCall' | 'keepOnKill'>>;
export type Keep = Kill['keepOnKill'];

export const BATCHES = '/v3/videos/batches';

/** HeyGen mistreats the first POST to the path. */
export const bad = (what: 'cut-after' | 'cut-before' | '429', path: string): SimulatorChoices => ({
  faults: [{ when: { method: 'POST', path, nth: 1 }, do: what }],
});

/** How many rows are rendered, on what day of HeyGen's. */
export interface Scene {
  readonly rows: number;
  readonly heygen: SimulatorChoices;
  readonly mayStayUndecided?: boolean;
}

/** A sheet with columns of the user's own, also behind the others, and a formula among them. */
export function begun({ rows, heygen, mayStayUndecided = false }: Scene): World {
  const world = new World(heygen);
  const sheet = people(rows).map((row, at) => [...row, at === 0 ? 'notes' : `note ${at}`]);
  world.prepare(sheet);
  world.hands.type(world.sheet, 2, 4, '=1+2');
  world.mayStayUndecided = mayStayUndecided;
  return world;
}

/** Calls that change nothing: a kill behind one leaves what a kill before it left. */
const CHANGES_NOTHING =
  /^(sheets\.(get|is|resolve)|properties\.get|triggers\.get|cache\.get|lock\.|ui\.|session\.)/;

/** The calls of a run at which a kill leaves something else than at the call before. */
export function killPoints({ calls }: Execution): number[] {
  const points = calls.flatMap(({ service, method }, at) =>
    CHANGES_NOTHING.test(`${service}.${method}`) ? [] : [at + 2],
  );
  return [1, ...points].filter((n) => n <= calls.length);
}

/**
 * Kills a run at the given calls and lets each state that this leaves behind go on to its end, once:
 * equal states have equal futures. `run` makes a world and runs it there.
 */
export function killAt(
  points: readonly number[],
  kept: readonly Keep[],
  run: (kill: Kill) => { readonly world: World; readonly execution: Execution },
): number {
  const seen = new Set<string>();
  for (const keepOnKill of kept) {
    for (const killAtCall of points) {
      const { world, execution } = run({ killAtCall, keepOnKill });
      expect(execution.outcome).toBe('killed');
      const state = world.durable();
      if (seen.has(state)) continue;
      seen.add(state);
      const before = ownCells(world);
      world.pressOn();
      const kill = `at call ${killAtCall}, ${String(keepOnKill)}`;
      expect({ kill, breaches: breachesAtTheEnd(world) }).toEqual({ kill, breaches: [] });
      expect(ownCells(world)).toEqual(before);
    }
  }
  return seen.size;
}
