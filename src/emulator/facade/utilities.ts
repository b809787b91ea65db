import { createHash, createHmac } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { textOf } from '../plain.ts';
import { refused } from '../refusals/refused.ts';
import { mismatch, numberArgument, textArgument } from './arguments.ts';
import type { BlobContent, Blobs } from './blob.ts';
import { bytesOf, signed } from './blob.ts';
import { createEnumeration, nameOfValue } from './enumeration.ts';
import type { FacadeContext } from './facade-context.ts';
import { formatDate } from './format-date.ts';
import { guarded } from './guarded.ts';

const ALGORITHMS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_512: 'sha512',
};

/** No pause may be longer than five minutes. */
const MAX_SLEEP_MS = 300_000;

/** `Utilities`. Only `sleep` and `getUuid` are calls; the rest is computed in place. */
export function createUtilitiesFacade({ perform }: FacadeContext, blobs: Blobs): object {
  const algorithms = createEnumeration('Utilities.DigestAlgorithm', Object.keys(ALGORITHMS));
  const charsets = createEnumeration('Utilities.Charset', ['US_ASCII', 'UTF_8']);

  const bytes = (where: string, data: unknown): Uint8Array => {
    const read = bytesOf(data);
    if (read === null) throw mismatch(where, data);
    return read;
  };
  const blobArgument = (where: string, blob: unknown): BlobContent => {
    const content = blobs.read(blob);
    if (content === null) throw mismatch(where, blob);
    return content;
  };
  const base64 = (where: string, encoding: 'base64' | 'base64url') => (data: unknown) => {
    const text = Buffer.from(bytes(where, data)).toString(encoding);
    return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
  };
  const unbase64 = (where: string) => (data: unknown) =>
    signed(Buffer.from(textArgument(where, data), 'base64'));

  return guarded('Utilities', {
    DigestAlgorithm: algorithms,
    Charset: charsets,
    sleep: (ms: unknown) => {
      const time = numberArgument('Utilities.sleep', ms);
      if (time < 0 || time > MAX_SLEEP_MS) throw refused('outOfRange', 'milliseconds', time);
      perform('utilities', 'sleep', time);
    },
    getUuid: () => textOf(perform('random', 'uuid')),
    base64Encode: base64('Utilities.base64Encode', 'base64'),
    base64EncodeWebSafe: base64('Utilities.base64EncodeWebSafe', 'base64url'),
    base64Decode: unbase64('Utilities.base64Decode'),
    base64DecodeWebSafe: unbase64('Utilities.base64DecodeWebSafe'),
    computeDigest: (algorithm: unknown, data: unknown) => {
      const name = nameOfValue(algorithms, algorithm);
      const hash = name === null ? undefined : ALGORITHMS[name];
      if (hash === undefined) throw mismatch('Utilities.computeDigest', algorithm);
      return signed(createHash(hash).update(bytes('Utilities.computeDigest', data)).digest());
    },
    computeHmacSha256Signature: (data: unknown, key: unknown) => {
      const where = 'Utilities.computeHmacSha256Signature';
      return signed(createHmac('sha256', bytes(where, key)).update(bytes(where, data)).digest());
    },
    newBlob: (data: unknown, type?: unknown, name?: unknown) => {
      const where = 'Utilities.newBlob';
      const text = (value: unknown): string | null =>
        value === undefined ? null : textArgument(where, value);
      return blobs.make(bytes(where, data), text(type), text(name));
    },
    gzip: (blob: unknown, name?: unknown) => {
      const packed = gzipSync(blobArgument('Utilities.gzip', blob).bytes);
      return blobs.make(packed, 'application/x-gzip', typeof name === 'string' ? name : null);
    },
    ungzip: (blob: unknown) => {
      const packed = blobArgument('Utilities.ungzip', blob);
      return blobs.make(gunzipSync(packed.bytes), null, packed.name);
    },
    formatDate: (date: unknown, timeZone: unknown, pattern: unknown) => {
      const where = 'Utilities.formatDate';
      if (Object.prototype.toString.call(date) !== '[object Date]') throw mismatch(where, date);
      return formatDate(Number(date), textArgument(where, timeZone), textArgument(where, pattern));
    },
  });
}
