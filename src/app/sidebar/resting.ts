import type { Asked } from '../ports/heygen.ts';
import type { Platform } from '../ports/ports.ts';

/** So long HeyGen is left alone after it had trouble, in seconds. */
const REST_SECONDS = 60;

/**
 * The platform for the preview, which looks at the active row every few seconds: what HeyGen tells is cached
 * anyway, and after a failure nothing is asked about looks and templates for a minute.
 */
export function restingAfterTrouble(platform: Platform): Platform {
  return {
    ...platform,
    catalogue(key) {
      const catalogue = platform.catalogue(key);
      const name = `trouble ${platform.keyFingerprint(key)}`;
      const asking = <Value>(ask: () => Asked<Value>): Asked<Value> => {
        const kept = platform.cache.read(name);
        if (kept !== null) return { kind: 'failed', problem: JSON.parse(kept) };
        const asked = ask();
        if (asked.kind === 'failed' && asked.problem.kind !== 'row') {
          platform.cache.write(name, JSON.stringify(asked.problem), REST_SECONDS);
        }
        return asked;
      };
      return {
        ...catalogue,
        look: (id) => asking(() => catalogue.look(id)),
        template: (id) => asking(() => catalogue.template(id)),
      };
    },
  };
}
