import { type Refusal, refusal } from './exchange.ts';
import type { World } from './world.ts';

/** The credit that remains once every video under way is paid. Infinity without a limit. */
export function creditLeft(world: World, account: string): number {
  const book = world.book(account);
  const { credit } = world.options;
  return credit === null ? Number.POSITIVE_INFINITY : credit - book.spent - book.reserved;
}

/** Why the account cannot pay, or null. Where credit ends late, only what is paid `now` is refused at once. */
export function creditRefusal(
  world: World,
  account: string,
  cost: number,
  paid: 'on-completion' | 'now' = 'on-completion',
): Refusal | null {
  const { creditCode, creditEndsLate, creditStatus } = world.options;
  if (creditEndsLate && paid === 'on-completion') return null;
  if (cost === 0 || creditLeft(world, account) >= cost) return null;
  const message = 'Your balance does not cover this. Top up to go on.';
  return { status: creditStatus, code: creditCode, message, param: '', retryAfter: 0 };
}

/** 429 if all slots are taken, by videos that render or that wait for a slot. */
export function slotRefusal(world: World, account: string): Refusal | null {
  const book = world.book(account);
  const { slots, retryAfterSeconds } = world.options;
  if (book.waiting.size + book.rendering.size < slots) return null;
  let soonest = Number.POSITIVE_INFINITY;
  for (const id of book.rendering) soonest = Math.min(soonest, world.videos.get(id)?.finishAt ?? soonest);
  const seconds = Math.min(60, Math.max(1, Math.ceil((soonest - world.now) / 1000)));
  const message = `All ${slots} concurrent jobs of this account are in use.`;
  return refusal(429, 'rate_limit_exceeded', message, '', retryAfterSeconds ?? seconds);
}
