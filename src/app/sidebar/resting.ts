import { failure } from '../../core/result.ts';
import { keptAnswer } from '../account/kept-answer.ts';
import { PROBLEM } from '../account/shapes.ts';
import type { Asked } from '../ports/heygen.ts';
import type { Platform } from '../ports/ports.ts';

/** After a problem HeyGen is not asked for so many seconds. */
const REST_SECONDS = 60;

/**
 * The platform for the preview, which reads the active row every few seconds. After a failure it does not ask HeyGen
 * about looks and templates for a minute.
 */
export function restingAfterTrouble(platform: Platform): Platform {
  return {
    ...platform,
    catalogue(key) {
      const catalogue = platform.catalogue(key);
      const trouble = keptAnswer(platform, key, 'trouble', PROBLEM);
      const asking = <Value>(ask: () => Asked<Value>): Asked<Value> => {
        const problem = trouble.read();
        if (problem !== null) return failure(problem);
        const asked = ask();
        if (!asked.ok && asked.failure.kind !== 'row') {
          trouble.keep(asked.failure, REST_SECONDS);
        }
        return asked;
      };
      return {
        ...catalogue,
        look: (id) => asking(() => catalogue.look(id)),
        isVoice: (id) => asking(() => catalogue.isVoice(id)),
        template: (id) => asking(() => catalogue.template(id)),
      };
    },
  };
}
