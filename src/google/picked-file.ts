import type { PickedFile } from '../app/ports/uploads.ts';
import { uploadType } from '../core/request/upload.ts';

/**
 * The file of a form: the platform hands it over as a Blob. A field without a chosen file comes as a Blob
 * without a name, or as an empty text. Browsers know no type for some files, and HeyGen is told it by the form.
 */
export function pickedFile(value: unknown): PickedFile | null {
  if (!isBlob(value)) return null;
  const name = value.getName() ?? '';
  if (name === '') return null;
  const type = uploadType(name);
  if (type !== null) value.setContentType(type.mimeType);
  return { name, content: value };
}

/** The platform's classes are not the script's, so that a Blob is known by what it can do. */
function isBlob(value: unknown): value is Pick<GoogleAppsScript.Base.Blob, 'getName' | 'setContentType'> {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'getName') === 'function';
}
