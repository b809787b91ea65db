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

/** What a Blob holds now. */
export interface BlobContent {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly name: string | null;
}

/** The Blobs of one execution. Services accept no look-alikes. */
export interface Blobs {
  make(bytes: Uint8Array, contentType: string | null, name: string | null): BlobFacade;
  /** null when the value is no Blob of this execution. */
  read(value: unknown): BlobContent | null;
}

export function createBlobs(): Blobs {
  const contents = new WeakMap<object, BlobContent>();
  return {
    make: (bytes, contentType, name) => {
      let content: BlobContent = { bytes, contentType, name };
      const blob: BlobFacade = guarded('Blob', {
        getBytes: () => signed(bytes),
        getDataAsString: () => Buffer.from(bytes).toString('utf8'),
        getContentType: () => content.contentType,
        getName: () => content.name,
        setName: (given: string) => change({ ...content, name: given }),
        setContentType: (given: string) => change({ ...content, contentType: given }),
      });
      const change = (changed: BlobContent): BlobFacade => {
        content = changed;
        contents.set(blob, changed);
        return blob;
      };
      return change(content);
    },
    read: (value) => (typeof value === 'object' && value !== null ? (contents.get(value) ?? null) : null),
  };
}

export function signed(bytes: Uint8Array): SignedBytes {
  return Array.from(new Int8Array(bytes));
}

/** Bytes of a text (UTF-8), of a list of signed bytes, or null when it is neither. */
export function bytesOf(data: unknown): Uint8Array | null {
  if (typeof data === 'string') return Buffer.from(data, 'utf8');
  if (!Array.isArray(data)) return null;
  const bytes = new Uint8Array(data.length);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte: unknown = data[at];
    if (typeof byte !== 'number' || !Number.isInteger(byte) || byte < -128 || byte > 127) return null;
    bytes[at] = byte;
  }
  return bytes;
}
