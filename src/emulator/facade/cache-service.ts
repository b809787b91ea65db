import { listArgument, numberArgument, textArgument, textFieldsArgument } from './arguments.ts';
import type { FacadeContext } from './facade-context.ts';
import { guarded } from './guarded.ts';

/** `CacheService`: strings only. Any item may be gone at any time. */
export function createCacheFacade(context: FacadeContext): object {
  const { perform, permit, execution } = context;
  const seconds = (where: string, value: unknown): number | null =>
    value === undefined ? null : numberArgument(where, value);
  const open = (method: string, cache: string): object => {
    permit('cache', method);
    return guarded('Cache', {
      get: (key: unknown) => perform('cache', 'get', cache, textArgument('Cache.get', key)),
      getAll: (keys: unknown) => {
        const names = listArgument('Cache.getAll', keys).map((key) => textArgument('Cache.getAll', key));
        return { ...Object(perform('cache', 'getAll', cache, names)) };
      },
      put: (key: unknown, value: unknown, life?: unknown) => {
        const entry = { [textArgument('Cache.put', key)]: textArgument('Cache.put', value) };
        perform('cache', 'putAll', cache, entry, seconds('Cache.put', life));
      },
      putAll: (values: unknown, life?: unknown) => {
        const entries = textFieldsArgument('Cache.putAll', values);
        perform('cache', 'putAll', cache, entries, seconds('Cache.putAll', life));
      },
      remove: (key: unknown) => {
        perform('cache', 'removeAll', cache, [textArgument('Cache.remove', key)]);
      },
      removeAll: (keys: unknown) => {
        const names = listArgument('Cache.removeAll', keys).map((key) =>
          textArgument('Cache.removeAll', key),
        );
        perform('cache', 'removeAll', cache, names);
      },
    });
  };
  return guarded('CacheService', {
    getScriptCache: () => open('getScriptCache', 'script'),
    getUserCache: () => open('getUserCache', `user:${execution.user}`),
    getDocumentCache: () =>
      context.document === 'document' ? open('getDocumentCache', context.documentKey) : null,
  });
}
