const MAX_URL_CHARACTERS = 2000;

/** Why HeyGen cannot fetch a file from an address. */
export type AddressFault =
  | { readonly kind: 'space' }
  | { readonly kind: 'malformed' }
  /** It opens a web page around the file, such as a player or a viewer. */
  | { readonly kind: 'page'; readonly site: string }
  /** Its ending says that the file is of another kind. */
  | { readonly kind: 'ending'; readonly ending: string };

/**
 * Addresses that people copy from the browser and that open a page. Direct download addresses of the same sites do not
 * match.
 */
const PAGE =
  /^https:\/\/(?:www\.|m\.)?((?:drive|docs|photos)\.google\.com(?!\/uc\b|[^?#]*\/export\b)|youtube\.com|youtu\.be|vimeo\.com|dropbox\.com(?!.*[?&](?:dl|raw)=1))(?:[/?#]|$)/iu;

/** What to do about an address that opens a page. */
export function pageRemedy(site: string): string {
  const direct = site === 'dropbox.com' ? 'Write dl=1 instead of dl=0 at its end. Or download' : 'Download';
  return `${direct} the file and upload it in the sidebar.`;
}

/**
 * Checks an `https://` address as far as possible without fetching it: HeyGen accepts only public hosts, and refuses a
 * file whose ending is of the wrong kind. An address without an ending passes.
 */
export function addressFault(url: string, endings: readonly string[]): AddressFault | null {
  if (/\s/u.test(url)) return { kind: 'space' };
  const tooLong = url.length > MAX_URL_CHARACTERS;
  const path = tooLong ? null : /^https:\/\/[^/?#@\\]+\.[^/?#@\\]+(\/[^?#]*)?(?:[?#].*)?$/iu.exec(url);
  if (path === null || /["<>\\^`{|}]|\p{Cc}/u.test(url)) return { kind: 'malformed' };
  const site = PAGE.exec(url)?.[1]?.toLowerCase();
  if (site !== undefined) return { kind: 'page', site };
  // ".2" in "/v1.2" is not a file type: a file type begins with a letter.
  const ending = /\.([a-z][a-z0-9]{1,4})$/iu.exec(path[1] ?? '')?.[1]?.toLowerCase();
  return ending !== undefined && !endings.includes(ending) ? { kind: 'ending', ending } : null;
}
