/** What a file input holds. When nothing was chosen, the name is '' and there are no bytes. */
export interface PageFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A form that a page passes to `google.script.run`: its fields by their names. */
export type PageForm = Readonly<Record<string, string | PageFile>>;

/** The most that Google takes in one call, in bytes of texts and files together. */
export const MOST_FORM_BYTES = 50 * 1024 * 1024;

export const FORM_TOO_LARGE = 'The form is larger than 50 MB.';

/** How many bytes the fields of a form take. */
export function formBytes(form: PageForm): number {
  let sum = 0;
  for (const [name, field] of Object.entries(form)) {
    sum += name.length + (typeof field === 'string' ? field.length : field.name.length + field.bytes.length);
  }
  return sum;
}
