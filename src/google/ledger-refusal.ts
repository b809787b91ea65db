import { thrownWords } from './thrown-words.ts';

export const LEDGER_NAME = 'Reelmerge jobs';

/** Ends an execution with a sentence for the user: nothing may be sent while the ledger cannot be kept. */
export class LedgerRefusal extends Error {}

/** What Google threw when the ledger was written. */
export function ledgerRefused(error: unknown): LedgerRefusal {
  return new LedgerRefusal(
    `The hidden sheet “${LEDGER_NAME}” did not take what Reelmerge wrote: ${thrownWords(error)} Nothing is sent before it does. Ask the owner of the spreadsheet to let you change that sheet, then try again.`,
  );
}
