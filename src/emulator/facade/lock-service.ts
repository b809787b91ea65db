import { refused } from '../refusals/refused.ts';
import { numberArgument } from './arguments.ts';
import type { FacadeContext } from './facade-context.ts';
import { guarded } from './guarded.ts';

/** `LockService`. Locks really contend. One that this execution holds already is not free for it either. */
export function createLockFacade(context: FacadeContext): object {
  const { perform, permit, execution } = context;
  const open = (method: string, key: string): object => {
    permit('lock', method);
    const take = (where: string, ms: unknown): boolean =>
      perform('lock', 'take', key, numberArgument(where, ms)) === true;
    return guarded('Lock', {
      tryLock: (ms: unknown) => take('Lock.tryLock', ms),
      waitLock: (ms: unknown) => {
        if (take('Lock.waitLock', ms)) return;
        throw refused('lockTimeout');
      },
      releaseLock: () => {
        perform('lock', 'release', key);
      },
      hasLock: () => perform('lock', 'has', key) === true,
    });
  };
  return guarded('LockService', {
    getScriptLock: () => open('getScriptLock', 'script'),
    getUserLock: () => open('getUserLock', `user:${execution.user}`),
    getDocumentLock: () =>
      context.document === 'document' ? open('getDocumentLock', context.documentKey) : null,
  });
}
