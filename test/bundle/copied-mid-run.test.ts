import { expect, it } from 'vitest';
import type { Plain } from '../../src/emulator/service.ts';
import { type Kill, killPoints } from './kill.ts';
import { breachesAtTheEnd } from './laws.ts';
import { MINUTE, people, World } from './world.ts';

const ROWS = 2;

const start = new World();
start.prepare(people(ROWS));

/** A run of the original, killed at one of its calls or not at all. */
function original(kill?: Kill): {
  readonly world: World;
  readonly points: readonly number[];
} {
  const world = start.copy();
  const execution = world.menu('renderSelectedRows', kill ?? {});
  return { world, points: killPoints(execution) };
}

/** The user's "Make a copy": the same sheets under another id; triggers and HeyGen's answers stay behind. */
function copyOf(world: World): World {
  const copy = new World();
  const snapshot = JSON.parse(JSON.stringify(world.emulator.snapshot()));
  snapshot.services.sheets.id = 'a-copy-of-the-spreadsheet';
  snapshot.services.triggers = JSON.parse(JSON.stringify(copy.emulator.snapshot())).services.triggers;
  copy.emulator.restore(snapshot as Plain);
  return copy;
}

it('a copy made at any moment of a run can be rendered to its end, each row once', () => {
  const { points } = original();
  const seen = new Set<string>();
  for (const keepOnKill of ['everything', 'nothing'] as const) {
    for (const killAtCall of points) {
      const copy = copyOf(original({ killAtCall, keepOnKill }).world);
      const state = JSON.stringify(copy.hands.sheets().map(({ name }) => copy.hands.displayValues(name)));
      if (seen.has(state)) continue;
      seen.add(state);
      copy.selectAll();
      copy.menu('renderSelectedRows');
      copy.wait(30 * MINUTE);
      const kill = `at call ${killAtCall}, ${keepOnKill}`;
      expect({ kill, breaches: breachesAtTheEnd(copy) }).toEqual({ kill, breaches: [] });
    }
  }
});
