import type { RunSummary } from '../../app/sidebar/contract.ts';
import { counted } from '../amounts.ts';

/** Which of the selected rows are left out, each kind in a line; kinds without rows say nothing. */
export function skippedWords(skipped: RunSummary['skipped']): readonly string[] {
  const lines: readonly (readonly [number, string])[] = [
    [skipped.done, 'done already'],
    [skipped.changed, 'done, and edited since'],
    [skipped.underWay, 'under way'],
    [skipped.unconfirmed, 'unconfirmed'],
    [skipped.hidden, 'hidden'],
    [skipped.blank, 'blank'],
  ];
  return lines.filter(([rows]) => rows > 0).map(([rows, why]) => `${counted(rows, 'row')} ${why}`);
}

/** An estimate, and how many videos come on top of it whose length, and so whose price, cannot be told before. */
export function estimate(
  { videos, unknownLengths }: Pick<RunSummary, 'videos' | 'unknownLengths'>,
  amount: string,
): string {
  if (unknownLengths === 0) return `about ${amount}`;
  if (unknownLengths >= videos) return 'not known yet';
  return `about ${amount} + ${counted(unknownLengths, 'video')} whose length is not known yet`;
}

/** Whether the account can pay for the run, as far as both are known in dollars. */
export function isTooDear(
  cost: number,
  balance: { readonly amount: number; readonly unit: string } | null,
): boolean {
  return balance !== null && balance.unit === 'usd' && cost > balance.amount;
}
