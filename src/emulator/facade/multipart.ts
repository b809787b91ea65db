import { createHash } from 'node:crypto';
import type { BlobContent } from './blob.ts';

/** A body of bytes as a text of one character per byte (latin1). */
export interface MultipartBody {
  readonly contentType: string;
  readonly body: string;
}

/**
 * A `multipart/form-data` body as RFC 7578 and browsers have it: names are in UTF-8, with quotes and line ends
 * escaped. A file without a name or a type throws: nobody knows what Google sends for it.
 */
export function multipartBody(fields: readonly (readonly [string, string | BlobContent])[]): MultipartBody {
  const parts = fields.map(([name, field]) => {
    const bytes = typeof field === 'string' ? Buffer.from(field, 'utf8') : field.bytes;
    return { head: headOf(name, field), bytes };
  });
  const hash = createHash('sha256');
  for (const { head, bytes } of parts) hash.update(head).update(bytes);
  // Made from the content: so the content cannot contain it, and a replay sends the same.
  const boundary = `----AppsScript${hash.digest('hex').slice(0, 32)}`;
  const pieces = parts.flatMap(({ head, bytes }) => [
    Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`, 'utf8'),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]).toString('latin1'),
  };
}

function headOf(field: string, content: string | BlobContent): string {
  const disposition = `Content-Disposition: form-data; name="${escaped(field)}"`;
  if (typeof content === 'string') return disposition;
  const { name, contentType } = content;
  if (name === null || name === '' || contentType === null || contentType === '') {
    throw new Error(
      `UrlFetchApp: the Blob in the field "${field}" has no name or no content type, which is not emulated.`,
    );
  }
  if (!/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(;[ -~]*)?$/.test(contentType)) {
    throw new Error(`UrlFetchApp: "${contentType}" of the field "${field}" is no content type.`);
  }
  return `${disposition}; filename="${escaped(name)}"\r\nContent-Type: ${contentType}`;
}

function escaped(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
