import { guarded } from './guarded.ts';

/** Bytes as Apps Script has them: signed, −128 to 127. */
export type SignedBytes = readonly number[];

export interface BlobFacade {
  getBytes(): SignedBytes;
  getDataAsString(): string;
  getContentType(): string | null;
  getName(): string | null;
  setName(name: string): BlobFacade;
  setContentType(type: string): BlobFacade;
}

export function createBlob(bytes: Uint8Array, contentType: string | null, name: string | null): BlobFacade {
  let [type, title] = [contentType, name];
  const blob: BlobFacade = guarded('Blob', {
    getBytes: () => signed(bytes),
    getDataAsString: () => Buffer.from(bytes).toString('utf8'),
    getContentType: () => type,
    getName: () => title,
    setName: (given: string) => {
      title = given;
      return blob;
    },
    setContentType: (given: string) => {
      type = given;
      return blob;
    },
  });
  return blob;
}

export function signed(bytes: Uint8Array): SignedBytes {
  return [...new Int8Array(bytes)];
}

/** Bytes of a text (UTF-8), of a list of signed bytes, or null when it is neither. */
export function bytesOf(data: unknown): Uint8Array | null {
  if (typeof data === 'string') return Buffer.from(data, 'utf8');
  if (!Array.isArray(data) || !data.every((byte) => Number.isInteger(byte) && byte >= -128 && byte < 128))
    return null;
  return Uint8Array.from(data, (byte) => Number(byte) & 0xff);
}
