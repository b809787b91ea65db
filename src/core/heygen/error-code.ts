import { isTestRefusal, TEST_REFUSED } from './test-refusal.ts';

/** HeyGen's older words for lack of credit, which it still uses: `MOVIO_PAYMENT_INSUFFICIENT_CREDIT` and the like. */
const LACK_OF_CREDIT =
  /^movio_payment_|insufficient_(?:\w+_)?(?:credit|balance|fund)|^(?:not_enough|no|out_of)_credits?$/;

/** Other spellings of codes that HeyGen documents. */
const SAME_AS: ReadonlyMap<string, string> = new Map([['resource_limit_exceeded', 'resource_limit_reached']]);

/**
 * The code by which the rest of the program knows an error. HeyGen spells some codes in several ways and in any case of
 * letters, and refuses the field `test` under a code that says only that it does not accept some field. A code that
 * is not known stays as it is. `words` are HeyGen's message, the field first.
 */
export function errorCode(told: string, words = ''): string {
  const lower = told.trim().toLowerCase();
  if (LACK_OF_CREDIT.test(lower)) return 'insufficient_credit';
  const code = SAME_AS.get(lower) ?? (DOCUMENTED_SHAPE.test(lower) ? lower : told);
  return isTestRefusal(code, words) ? TEST_REFUSED : code;
}

/** Words in snake case are codes of HeyGen's whatever their letters' case. Anything else is quoted unchanged. */
const DOCUMENTED_SHAPE = /^[a-z]+(?:_[a-z]+)+$/;
