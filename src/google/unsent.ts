import type { Unsent } from '../app/ports/http.ts';

/**
 * Why the exception that UrlFetchApp threw, as a text, certainly means that nothing was sent; null when that is not
 * certain, and then nothing is sent again without proof.
 *
 * Google translates its exceptions, so no word of a language decides, but what it leaves as it is: the address of a
 * request that may have left, `urlfetch` for the service whose quota is used up, `UrlFetchApp.fetch` for a call that
 * is not permitted. Without an address, these say that Google itself did not let the request out. What is too large
 * is found before: see `isTooLarge`.
 */
export function unsentReason(exception: string, url: string): Unsent | null {
  const words = exception.replace(/^Exception: /, '');
  // In English a name that was not found begins so. Elsewhere it cannot be told from a connection that broke.
  if (/^DNS error\b/i.test(words)) return 'not-reached';
  const host = url.replace(/^https?:\/\/([^/?#]*).*/is, '$1');
  if (words.includes(host)) return null;
  if (/\bUrlFetchApp\.fetch/.test(words)) return 'permission';
  if (!/(?:^|[^A-Za-z])urlfetch(?![A-Za-z])/.test(words)) return null;
  return /Utilities\.sleep|short time/.test(words) ? 'too-often' : 'quota';
}

/** What Google lets out at most: characters of an address, and bytes of a body, of which a character may take three. */
const LONGEST_URL = 2_082;
const LONGEST_BODY = 50 * 1024 * 1024;

/** Whether Google would refuse the request for its size, before it leaves. */
export function isTooLarge(url: string, body = ''): boolean {
  return url.length > LONGEST_URL || body.length * 3 > LONGEST_BODY;
}
