/**
 * An address that is safe in `src` or `href`, or '' for any other. Only https is safe, and http on this machine, where
 * the local page serves its pictures. Addresses from HeyGen and from the sheet are never trusted.
 */
export function safeUrl(address: string): string {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    // Not an absolute address. The page needs no others.
    return '';
  }
  if (url.protocol === 'https:') return url.href;
  const here = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  return url.protocol === 'http:' && here ? url.href : '';
}
