const MAX_URL_CHARACTERS = 2000;

/** What is wrong with an address that HeyGen is to fetch a file from. */
export type AddressFault =
  | { readonly kind: 'space' }
  | { readonly kind: 'malformed' }
  /** The file is of another kind, by its ending. */
  | { readonly kind: 'ending'; readonly ending: string };

/**
 * Looks at an `https://` address as far as it can be judged without fetching: HeyGen takes public hosts
 * only, and refuses a file whose ending is not of the wanted kind. An address without an ending is taken.
 */
export function addressFault(url: string, endings: readonly string[]): AddressFault | null {
  if (/\s/u.test(url)) return { kind: 'space' };
  const tooLong = url.length > MAX_URL_CHARACTERS;
  const path = tooLong ? null : /^https:\/\/[^/?#@\\]+\.[^/?#@\\]+(\/[^?#]*)?(?:[?#].*)?$/iu.exec(url);
  if (path === null || /["<>\\^`{|}]|\p{Cc}/u.test(url)) return { kind: 'malformed' };
  // ".2" in "/v1.2" is no file type: only an ending that begins with a letter counts as one.
  const ending = /\.([a-z][a-z0-9]{1,4})$/iu.exec(path[1] ?? '')?.[1]?.toLowerCase();
  return ending !== undefined && !endings.includes(ending) ? { kind: 'ending', ending } : null;
}
