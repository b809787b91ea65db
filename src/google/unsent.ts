import type { Unsent } from '../app/ports/http.ts';

/**
 * Exceptions with which Google refuses a request before it leaves, by the words that they begin with. Of the limits
 * only those of the request are named: `URLFetch Response Size` is met when it has long taken effect.
 */
const SIGNS: readonly (readonly [RegExp, Unsent])[] = [
  [/^Service invoked too many times in a short time\b/i, 'too-often'],
  [/^Service invoked too many times for one day\b/i, 'quota'],
  [
    /^(?:You do not have permission|Specified permissions are not sufficient) to call UrlFetchApp\b/i,
    'permission',
  ],
  [/^Limit Exceeded: URLFetch (?:URL Length|POST Size)\b/i, 'too-large'],
  // The host's name was not found. `Address unavailable` may come behind a request that took effect.
  [/^DNS error\b/i, 'not-reached'],
];

/**
 * Why the exception that UrlFetchApp threw, as a text, certainly means that nothing was sent; null when that is not
 * certain. Addresses and answers may stand further behind in it, so only its beginning is looked at.
 */
export function unsentReason(exception: string): Unsent | null {
  const words = exception.replace(/^Exception: /, '');
  return SIGNS.find(([sign]) => sign.test(words))?.[1] ?? null;
}
