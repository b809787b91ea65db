import type { RunSummary } from '../../app/sidebar/contract.ts';
import { costWords } from '../../core/amount-words.ts';
import { counted } from '../../core/count-words.ts';

/** What there is to render; where there is nothing, how far the rows are. */
export function headline({ videos, skipped }: RunSummary, isPaused: boolean): string {
  const { done, underWay } = skipped;
  if (videos > 0) return counted(videos, 'video');
  if (underWay > 0) return `${counted(underWay, 'row')} ${isPaused ? 'paused' : 'under way'}`;
  return done > 0 ? `${counted(done, 'row')} done` : 'Nothing to render';
}

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
  if (unknownLengths === 0) return amount;
  if (unknownLengths >= videos) return 'not known yet';
  return `${amount} + ${counted(unknownLengths, 'video')} of unknown length`;
}

type Balance = NonNullable<RunSummary['balance']>;

/** Whether the run may cost more than the account has. Of a balance that is not in dollars only nothing says so. */
export function mayExceedBalance(most: number, balance: Balance | null): boolean {
  return balance !== null && (balance.amount <= 0 || (balance.unit === 'usd' && most > balance.amount));
}

/** What is left behind the run, such as ", about $8.40 after". '' when that cannot be said. */
export function balanceAfter(
  { videos, unknownLengths, range }: Pick<RunSummary, 'videos' | 'unknownLengths' | 'range'>,
  { amount, unit }: Balance,
): string {
  if (videos === 0 || unknownLengths > 0 || unit !== 'usd' || amount <= 0 || range.most === 0) return '';
  return `, ${costWords({ least: Math.max(0, amount - range.most), most: Math.max(0, amount - range.least) })} after`;
}
