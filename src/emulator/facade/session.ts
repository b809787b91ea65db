import { textOf } from '../plain.ts';
import type { FacadeContext } from './facade-context.ts';
import { guarded } from './guarded.ts';

/** `Session`. The user's address needs a scope of its own; the user's key and the time zone need none. */
export function createSessionFacade({ perform }: FacadeContext): object {
  const userOf = (method: string): object => {
    const email = textOf(perform('session', method));
    return guarded('User', { getEmail: () => email, toString: () => email });
  };
  return guarded('Session', {
    getActiveUser: () => userOf('getActiveUser'),
    getEffectiveUser: () => userOf('getEffectiveUser'),
    getTemporaryActiveUserKey: () => perform('session', 'getTemporaryActiveUserKey'),
    getScriptTimeZone: () => perform('session', 'getScriptTimeZone'),
    getActiveUserLocale: () => perform('session', 'getActiveUserLocale'),
  });
}
