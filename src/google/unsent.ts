import type { Unsent } from '../app/ports/http.ts';

/**
 * Why UrlFetchApp certainly sent nothing, by the text of its exception. Null when that is not certain; then nothing is
 * sent again without proof.
 *
 * Google translates its exceptions, so only untranslated words decide. The address of a request: it may have left.
 * Without an address, `urlfetch` names the service whose quota is used up, and `UrlFetchApp.fetch` a call that is not
 * permitted: Google did not send the request. What is too large is found before, by `isTooLarge`.
 */
export function unsentReason(exception: string, url: string): Unsent | null {
  const words = exception.replace(/^Exception: /, '');
  // Google's English for an unknown host. In other languages it looks like a connection that broke.
  if (/^DNS error\b/i.test(words)) return 'not-reached';
  const host = url.replace(/^https?:\/\/([^/?#]*).*/is, '$1');
  if (words.includes(host)) return null;
  if (/\bUrlFetchApp\.fetch/.test(words)) return 'permission';
  if (!/(?:^|[^A-Za-z])urlfetch(?![A-Za-z])/.test(words)) return null;
  return /Utilities\.sleep|short time/.test(words) ? 'too-often' : 'quota';
}

/** The most that Google sends: characters of an address, and bytes of a body. A character may take three bytes. */
const LONGEST_URL = 2_082;
const LONGEST_BODY = 50 * 1024 * 1024;

/** Whether Google would refuse the request for its size, before it leaves. */
export function isTooLarge(url: string, body = ''): boolean {
  return url.length > LONGEST_URL || body.length * 3 > LONGEST_BODY;
}
