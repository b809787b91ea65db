import * as z from 'zod/mini';
import { oneOffProblemWords } from '../../core/heygen/one-off-problems.ts';
import type { Unasked } from '../../core/row/account-facts.ts';
import type { Platform } from '../ports/ports.ts';
import { keptAnswer } from './kept-answer.ts';

/** Whether HeyGen has a voice with this id. */
const IS_VOICE: z.ZodMiniType<Readonly<Record<string, boolean>>> = z.lazy(() =>
  z.record(z.string(), z.boolean()),
);

/** How many voices are looked up at once. Each takes a call. */
const MOST_VOICES = 20;

/** What is missing may be made at any moment, so it is soon asked about again. Then so are the others. */
export const MISSING_SECONDS = 300;

/**
 * Which of these voices HeyGen certainly does not have, and how many could not be looked up: HeyGen will accept or refuse
 * them.
 */
export function missingVoicesOf(
  platform: Platform,
  ids: readonly string[],
  mayAsk: () => boolean,
): { readonly missing: ReadonlySet<string>; readonly unasked: Unasked } {
  const key = ids.length === 0 ? null : platform.settings.apiKey();
  if (key === null) return { missing: new Set(), unasked: { count: 0, why: '' } };
  const kept = keptAnswer(platform, key, 'voices there', IS_VOICE);
  const there = new Map(Object.entries(kept.read() ?? {}));
  const unknown = ids.filter((id) => !there.has(id)).slice(0, MOST_VOICES);
  const catalogue = platform.catalogue(key);
  let why = '';
  for (const id of unknown) {
    if (!mayAsk()) break;
    const asked = catalogue.isVoice(id);
    if (asked.ok) there.set(id, asked.value);
    // The next question would meet the same problem.
    else if (asked.failure.kind !== 'row') {
      why = oneOffProblemWords(asked.failure);
      break;
    }
  }
  if (unknown.length > 0) {
    const isAnyMissing = [...there.values()].includes(false);
    kept.keep(Object.fromEntries(there), isAnyMissing ? MISSING_SECONDS : undefined);
  }
  return {
    missing: new Set(ids.filter((id) => there.get(id) === false)),
    unasked: { count: ids.filter((id) => !there.has(id)).length, why },
  };
}
