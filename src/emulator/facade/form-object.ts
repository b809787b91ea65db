import type { PageForm } from '../page-form.ts';
import type { Blobs } from './blob.ts';

/** What a function gets for a form: texts by their names, and a Blob for each file input. */
export function createFormReader(blobs: Blobs): (target: unknown, form: PageForm) => unknown {
  return (target, form) => {
    const object = Object(target);
    for (const [name, field] of Object.entries(form)) {
      const value = typeof field === 'string' ? field : blobs.make(field.bytes, field.type, field.name);
      // A field may be called `__proto__`, which an assignment would not set.
      Object.defineProperty(object, name, { value, writable: true, configurable: true, enumerable: true });
    }
    return object;
  };
}
