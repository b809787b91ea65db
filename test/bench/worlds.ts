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

/** The whole batch is there at once, so one batch is rendered after the other. */
const IN_ORDER = 1;

/** Batches of one moment make their videos side by side, so that all of them are under way at once. */
const INTERLEAVED = 10_000;

function world(
  name: string,
  itemMs: number,
  minutes: readonly [number, number],
  mostCalls: number,
): BenchWorld {
  const renderMs: [number, number] = [minutes[0] * MINUTE, minutes[1] * MINUTE];
  return { name, choices: { slots: SLOTS, itemMs, renderMs }, mostCalls };
}

export const WORLDS: readonly BenchWorld[] = [
  world('in order, renders of exactly 5 minutes', IN_ORDER, [5, 5], 0.3),
  world('interleaved, renders of exactly 5 minutes', INTERLEAVED, [5, 5], 0.3),
  world('interleaved, renders of 4 to 6 minutes', INTERLEAVED, [4, 6], 0.4),
  world('in order, renders of 1 to 15 minutes', IN_ORDER, [1, 15], 0.4),
];
