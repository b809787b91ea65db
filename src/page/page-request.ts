import type { PageForm } from '../emulator/page-form.ts';
import type { PageRequest } from '../emulator/script-run.ts';
import type { SentCall, SentForm } from './user-actions.ts';

/** Turns a call into what the emulator takes: files become bytes. */
export function pageRequestOf({ functionName, args, form }: SentCall): PageRequest {
  return form === undefined ? { functionName, args } : { functionName, args, form: pageFormOf(form) };
}

function pageFormOf(form: SentForm): PageForm {
  return Object.fromEntries(
    form.map(([field, content]) => {
      if (typeof content === 'string') return [field, content];
      const { name, type, base64 } = content;
      // A copy, because a small Buffer shares its memory, and all of that would go to the engine.
      return [field, { name, type, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }];
    }),
  );
}
