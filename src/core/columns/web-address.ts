const MAX_URL_CHARACTERS = 2000;

/** What is wrong with an address that HeyGen is to fetch a file from. */
export type AddressFault =
  | { readonly kind: 'space' }
  | { readonly kind: 'malformed' }
  /** It opens a page around the file: a player, or a viewer with a download button. */
  | { readonly kind: 'page'; readonly site: string }
  /** The file is of another kind, by its ending. */
  | { readonly kind: 'ending'; readonly ending: string };

/**
 * Addresses that people copy from their browser, and that give a page. Those that give the file itself are let
 * through.
 */
const PAGE =
  /^https:\/\/(?:www\.|m\.)?((?:drive|docs|photos)\.google\.com(?!\/uc\b|[^?#]*\/export\b)|youtube\.com|youtu\.be|vimeo\.com|dropbox\.com(?!.*[?&](?:dl|raw)=1))(?:[/?#]|$)/iu;

/** What to do about an address that is a page. */
export function pageRemedy(site: string): string {
  const direct = site === 'dropbox.com' ? 'Write dl=1 instead of dl=0 at its end, or download' : 'Download';
  return `${direct} the file, upload it in the sidebar and use that.`;
}

/**
 * Looks at an `https://` address as far as it can be judged without fetching: HeyGen takes public hosts
 * only, and refuses a file whose ending is not of the wanted kind. An address without an ending is taken.
 */
export function addressFault(url: string, endings: readonly string[]): AddressFault | null {
  if (/\s/u.test(url)) return { kind: 'space' };
  const tooLong = url.length > MAX_URL_CHARACTERS;
  const path = tooLong ? null : /^https:\/\/[^/?#@\\]+\.[^/?#@\\]+(\/[^?#]*)?(?:[?#].*)?$/iu.exec(url);
  if (path === null || /["<>\\^`{|}]|\p{Cc}/u.test(url)) return { kind: 'malformed' };
  const site = PAGE.exec(url)?.[1]?.toLowerCase();
  if (site !== undefined) return { kind: 'page', site };
  // ".2" in "/v1.2" is no file type: only an ending that begins with a letter counts as one.
  const ending = /\.([a-z][a-z0-9]{1,4})$/iu.exec(path[1] ?? '')?.[1]?.toLowerCase();
  return ending !== undefined && !endings.includes(ending) ? { kind: 'ending', ending } : null;
}
