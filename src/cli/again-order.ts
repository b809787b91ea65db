import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { writeDurably } from '../simulator/state-file.ts';
import type { RenderOrder } from './arguments.ts';

/*
 * `--again` pays once more for rows that have a video. When its run is killed, at whatever moment, the same words must
 * go on and not pay a third time. So the order has a name in a file of its own, from before its first step until its
 * result is written, and each sheet's state says for which order it replaces results.
 */

function fileOf({ state }: Pick<RenderOrder, 'state'>): string {
  return `${state}.again`;
}

/** The name of the `--again` order that is under way, which begins now if the user has just given it; else null. */
export function openAgainOrder(order: RenderOrder): string | null {
  const file = fileOf(order);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  if (order.again === null) return null;
  const name = randomBytes(8).toString('hex');
  writeDurably(file, name);
  return name;
}

/** To be called when every row is at its end and the result is written. */
export function closeAgainOrder(order: RenderOrder): void {
  rmSync(fileOf(order), { force: true });
}
