import { createHash } from 'node:crypto';
import type { ExecutionContext } from '../execution.ts';
import type { Language } from '../refusals/refused.ts';
import type { Service } from '../service.ts';

/** Google publishes no figure; small beside a property call. */
const COST_MS = 20;

/** Who runs the script, and in which time zone. */
export function createSessionService(
  timeZone: string,
  language: () => Language,
  contextOf: (execution: number) => ExecutionContext,
): Service {
  return {
    perform: (method, _args, execution) => {
      const { user } = contextOf(execution);
      switch (method) {
        case 'getActiveUser':
        case 'getEffectiveUser':
          return { value: user, cost: COST_MS };
        case 'getTemporaryActiveUserKey':
          return { value: createHash('sha256').update(user).digest('base64url'), cost: COST_MS };
        case 'getScriptTimeZone':
          return { value: timeZone, cost: COST_MS };
        case 'getActiveUserLocale':
          return { value: language(), cost: COST_MS };
        default:
          throw new Error(`Session.${method} is not emulated.`);
      }
    },
    snapshot: () => null,
    restore: () => undefined,
  };
}
