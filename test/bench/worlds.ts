import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { MINUTE } from '../bundle/world.ts';

/** A HeyGen that the same run is measured in. */
export interface BenchWorld {
  readonly name: string;
  readonly choices: SimulatorChoices;
  /** How many calls a row may cost here. */
  readonly mostCalls: number;
}

const SLOTS = 10;

/** The whole batch is there at once. */
const IN_ORDER: SimulatorChoices = { itemMs: 1 };

/** A batch's videos are made one by one, and those of several batches of one moment in turn. */
const INTERLEAVED: SimulatorChoices = { itemMs: 10_000 };

/** Whatever was made first, all batches that HeyGen has are rendered side by side. Nobody has seen HeyGen do that. */
const SIDE_BY_SIDE: SimulatorChoices = { itemMs: 10_000, sideBySide: true };

function world(
  name: string,
  order: SimulatorChoices,
  minutes: readonly [number, number],
  mostCalls: number,
): BenchWorld {
  const renderMs: [number, number] = [minutes[0] * MINUTE, minutes[1] * MINUTE];
  return { name, choices: { ...order, slots: SLOTS, renderMs }, mostCalls };
}

export const WORLDS: readonly BenchWorld[] = [
  world('in order, renders of exactly 5 minutes', IN_ORDER, [5, 5], 0.3),
  world('interleaved, renders of exactly 5 minutes', INTERLEAVED, [5, 5], 0.3),
  world('interleaved, renders of 4 to 6 minutes', INTERLEAVED, [4, 6], 0.4),
  world('in order, renders of 1 to 15 minutes', IN_ORDER, [1, 15], 0.4),
  world('side by side, renders of 4 to 6 minutes', SIDE_BY_SIDE, [4, 6], 0.4),
];
