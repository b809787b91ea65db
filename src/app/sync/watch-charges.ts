import type { AccountMemory, SeenBalance } from '../../core/jobs/account.ts';
import {
  type ChargeMemory,
  finishedSince,
  isLookDue,
  lastFinish,
  withLook,
  withLookSettled,
  withoutLook,
} from '../../core/jobs/charges.ts';
import { type Job, NEVER_APPEARED } from '../../core/jobs/job.ts';
import { usualTurn } from '../../core/jobs/render-times.ts';
import { isOpen } from '../../core/jobs/status.ts';
import { lookAfter } from '../account/account-view.ts';
import type { Run, Standing } from './standing.ts';

/*
 * Learns from the balance what HeyGen charges, where videos of this spreadsheet are made: see charges.ts. No lock may be
 * held.
 */

/** The account after a look at the balance, if one is due before HeyGen is asked about its videos. */
export function withLookBefore({ platform, client }: Run, { account, own }: Standing): AccountMemory {
  const rendering = own.filter(({ status }) => status === 'Rendering').length;
  const perMs = Math.min(rendering, account.slots) / usualTurn(account.renders);
  const now = platform.clock.now();
  if (account.stopped !== null || now >= platform.deadline) return account;
  if (!isLookDue(account.charges, perMs, now)) return account;
  const answer = client.account();
  const balance = answer.ok ? (answer.value.balance ?? 'untold') : 'no-answer';
  return { ...account, charges: seen(account.charges, platform.clock.now(), balance) };
}

/**
 * The end of a sync: learns from the look that waits, if everything has been asked about since. Where nothing more is
 * under way, or where the user's own click has just looked at the balance, that look counts.
 */
export function withCharges(run: Run, key: string, { account, own, finished }: Standing): AccountMemory {
  const { platform, options } = run;
  const { settings, clock, deadline } = platform;
  const isBusy = own.some(({ status }) => status === 'Rendering') || finished.done > 0;
  if (!isBusy || account.stopped !== null) return account;
  const settled = (memory: ChargeMemory): ChargeMemory =>
    memory.to !== null && isAllAsked(own, memory.to.at)
      ? withLookSettled(memory, settings.priceTable())
      : memory;
  const charges = settled(account.charges);
  const now = clock.now();
  const isDue = isIdle(own, now) && isLookDue(charges, 0, now) && now < deadline;
  if (charges.to !== null || !(isDue || options.resume)) return { ...account, charges };
  // Before the first look nothing is counted, so that look must not be older than a finished video.
  const lastEnd = Math.max(lastFinish(charges), charges.from?.at ?? 0, ...account.renders.ends);
  const look = lookAfter(platform, key, lastEnd, isDue);
  const isUseful =
    look !== null &&
    (isDue || finishedSince(charges) === 0 || isIdle(own, look.at)) &&
    (isDue || look.at >= charges.askAfter);
  return { ...account, charges: isUseful ? settled(seen(charges, look.at, look.balance)) : charges };
}

function seen(charges: ChargeMemory, at: number, balance: SeenBalance): ChargeMemory {
  if (balance === 'no-answer') return withoutLook(charges, 'no-answer', at);
  if (balance === 'untold' || balance.unit !== 'usd') return withoutLook(charges, 'untold', at);
  return withLook(charges, { at, usd: balance.amount });
}

/** Whether HeyGen was asked since about everything that was under way at a moment. */
function isAllAsked(own: readonly Job[], moment: number): boolean {
  return underWay(own, moment).every(({ checkedAt }) => checkedAt !== null && checkedAt > moment);
}

/** Whether nothing was under way at a moment. */
function isIdle(own: readonly Job[], moment: number): boolean {
  return underWay(own, moment).length === 0;
}

function underWay(own: readonly Job[], moment: number): Job[] {
  return own.filter(
    ({ status, code, sentAt }) =>
      isOpen(status) && sentAt !== null && sentAt <= moment && code !== NEVER_APPEARED,
  );
}
