import type { RunSummary } from '../../app/sidebar/contract.ts';
import { counted } from '../../core/count-words.ts';

/** How many of the selected rows are left out, by reason. */
export function skippedWords(skipped: RunSummary['skipped'], isPaused = false): readonly string[] {
  const lines: readonly (readonly [number, string])[] = [
    [skipped.done, 'done already'],
    [skipped.changed, 'edited since'],
    [skipped.underWay, isPaused ? 'paused' : 'under way'],
    [skipped.unconfirmed, 'unconfirmed'],
    [skipped.hidden, 'hidden'],
    [skipped.blank, 'blank'],
  ];
  return lines.filter(([rows]) => rows > 0).map(([rows, why]) => `${counted(rows, 'row')} ${why}`);
}

/** An estimate, with the number of videos that it cannot include because their length is unknown. */
export function estimate(
  { videos, unknownLengths }: Pick<RunSummary, 'videos' | 'unknownLengths'>,
  amount: string,
): string {
  if (unknownLengths === 0) return `about ${amount}`;
  if (unknownLengths >= videos) return 'not known yet';
  return `about ${amount} + ${counted(unknownLengths, 'video')} of unknown length`;
}

/** Whether the run may cost more than the account has. False when the balance is not known in dollars. */
export function mayExceedBalance(
  cost: number,
  balance: { readonly amount: number; readonly unit: string } | null,
): boolean {
  return balance !== null && balance.unit === 'usd' && cost > balance.amount;
}
