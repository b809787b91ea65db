/**
 * An address that may go into `src` or `href`, or '' for one that may not: https only, and plain http for
 * this machine, where the local page serves its pictures. Texts from HeyGen and the sheet are never trusted.
 */
export function safeUrl(address: string): string {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    // Not an absolute address; the page has no use for any other.
    return '';
  }
  if (url.protocol === 'https:') return url.href;
  const here = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  return url.protocol === 'http:' && here ? url.href : '';
}
