import type { PickedFile } from '../app/ports/uploads.ts';
import { uploadType } from '../core/request/upload.ts';

/**
 * The file of a form, which the platform passes on as a Blob. If the user chose none, it is a Blob without a name or an
 * empty text. Browsers know no type for some files, but HeyGen takes the type from the form.
 */
export function pickedFile(value: unknown): PickedFile | null {
  if (!isBlob(value)) return null;
  const name = value.getName() ?? '';
  if (name === '') return null;
  const type = uploadType(name);
  if (type !== null) value.setContentType(type.mimeType);
  return { name, content: value };
}

/** `instanceof` fails because the platform's classes are not the script's. A Blob is known by its methods. */
function isBlob(value: unknown): value is Pick<GoogleAppsScript.Base.Blob, 'getName' | 'setContentType'> {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'getName') === 'function';
}
