import type { FetchCall } from '../fetch-call.ts';
import { refused } from '../refusals/refused.ts';

const MAX_URL = 2_082;
const MAX_BODY_BYTES = 50 * 1024 * 1024;
const MAX_HEADERS = 100;
const MAX_HEADER_BYTES = 8 * 1024;

/** Headers that the platform sets itself and refuses from a script. */
const OWN_HEADERS: readonly string[] = ['host', 'content-length', 'connection', 'transfer-encoding'];

/** Throws for a request that the platform does not send. */
export function checkFetch(call: FetchCall, whitelist: readonly string[] | null): void {
  if (call.url.length > MAX_URL) throw refused('urlTooLong');
  checkAddress(call.url, whitelist);
  if (call.body !== null && Buffer.byteLength(call.body, call.binary ? 'latin1' : 'utf8') > MAX_BODY_BYTES) {
    throw refused('bodyTooLarge');
  }
  const headers = Object.entries(call.headers);
  if (headers.length > MAX_HEADERS) throw refused('tooManyHeaders');
  for (const [name, value] of headers) {
    if (Buffer.byteLength(value) > MAX_HEADER_BYTES) {
      throw refused('headerTooLong');
    }
    const printable = [...value].every((letter) => letter >= ' ' && letter <= 'ÿ' && letter !== '\u007f');
    if (OWN_HEADERS.includes(name.toLowerCase()) || !/^[\w!#$%&'*+.^|~-]+$/.test(name) || !printable) {
      throw refused('invalidAttribute', `Header:${name}`);
    }
  }
}

/** Every redirect goes through this check too. */
export function checkAddress(address: string, whitelist: readonly string[] | null): void {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) throw refused('invalidArgument', address);
  if (url.protocol !== 'https:') {
    throw refused('notHttps', address);
  }
  if (url.username !== '' || url.password !== '') throw refused('invalidArgument', address);
  // The resolved address counts, so that `/v3/../v1/` does not slip through.
  if (whitelist !== null && !whitelist.some((prefix) => url.href.startsWith(prefix))) {
    throw refused('notWhitelisted', address);
  }
}

/** Throws when a reply is larger than the platform takes. */
export function checkReplySize(body: string, url: string): void {
  if (Buffer.byteLength(body) > MAX_BODY_BYTES) {
    throw refused('replyTooLarge', url);
  }
}
