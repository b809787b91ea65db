import { FORM_TOO_LARGE, MOST_FORM_BYTES } from '../../emulator/page-form.ts';
import type { SentForm } from '../user-actions.ts';

/**
 * The fields of a form as they are at this moment. Google turns a form into an object of fields by name. So this throws
 * for several fields with one name, and for several files in one input.
 */
export function formFields(form: HTMLFormElement): readonly (readonly [string, string | File])[] {
  const fields = [...new FormData(form)];
  const names = fields.map(([name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new Error(`google.script.run: several fields called "${twice}" are not emulated.`);
  }
  return fields;
}

/** Reads the files. Rejects with the sentence that the call fails with. */
export function sentForm(fields: ReturnType<typeof formFields>): Promise<SentForm> {
  const size = fields.reduce(
    (sum, [name, field]) => sum + name.length + (typeof field === 'string' ? field.length : field.size),
    0,
  );
  if (size > MOST_FORM_BYTES) return Promise.reject(new Error(FORM_TOO_LARGE));
  return Promise.all(
    fields.map(async ([name, field]): Promise<SentForm[number]> => {
      if (typeof field === 'string') return [name, field];
      return [name, { name: field.name, type: field.type, base64: await base64Of(field) }];
    }),
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new Error(`The file "${file.name}" cannot be read.`));
    reader.readAsDataURL(file);
  });
}
