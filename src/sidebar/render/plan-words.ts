import type { RunSummary } from '../../app/contract.ts';
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

/** Whether the account can pay for the run, as far as both are known in dollars. */
export function isTooDear(
  cost: number,
  balance: { readonly amount: number; readonly unit: string } | null,
): boolean {
  return balance !== null && balance.unit === 'usd' && cost > balance.amount;
}
