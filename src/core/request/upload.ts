import { excerpt } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';

/** What an uploaded file can be used for. */
export type UploadKind = 'image' | 'video' | 'audio' | 'other';

/** HeyGen's limit for one file, in bytes. */
export const LARGEST_UPLOAD = 32 * 1024 * 1024;

export const NO_FILE = 'No file was chosen. Choose one, then upload it.';

/** The files that HeyGen accepts as uploads, by ending. At an address it accepts more. */
const MIME_TYPES: ReadonlyMap<string, string> = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['mp4', 'video/mp4'],
  ['webm', 'video/webm'],
  ['mp3', 'audio/mpeg'],
  ['wav', 'audio/wav'],
  ['pdf', 'application/pdf'],
  ['srt', 'application/x-subrip'],
]);

const KINDS: readonly UploadKind[] = ['image', 'video', 'audio'];

export interface UploadType {
  readonly kind: UploadKind;
  readonly mimeType: string;
}

/** The type of a file by its name. Null when HeyGen does not accept it. */
export function uploadType(name: string): UploadType | null {
  const ending = /\.([a-z0-9]+)\s*$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  const mimeType = MIME_TYPES.get(ending);
  if (mimeType === undefined) return null;
  return { kind: KINDS.find((kind) => mimeType.startsWith(kind)) ?? 'other', mimeType };
}

/**
 * Whether a file can be uploaded, and as what. `bytes` is null when the size is unknown. The name '' means that no file
 * was chosen.
 */
export function checkUpload({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: number | null;
}): Result<UploadType> {
  if (name.trim() === '') return failure(NO_FILE);
  const shown = excerpt(name);
  const type = uploadType(name);
  if (type === null) {
    return failure(
      `The file "${shown}" cannot be uploaded. HeyGen accepts pictures as png or jpg, videos as mp4 or webm, sounds as mp3 or wav, and pdf and srt files. Save it as one of these, then try again.`,
    );
  }
  if (bytes === 0) return failure(`The file "${shown}" is empty. Choose another one.`);
  if (bytes !== null && bytes > LARGEST_UPLOAD) return failure(tooLarge(name));
  return success(type);
}

/** The sentence for a file above HeyGen's limit. */
export function tooLarge(name: string): string {
  return `The file "${excerpt(name)}" is too large. HeyGen accepts up to 32 MB. Make it smaller, or put it at an https:// address and write that into the cell.`;
}
