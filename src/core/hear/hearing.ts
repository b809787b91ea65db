import { fingerprint } from '../fingerprint.ts';
import type { Speech, VideoRequest } from '../heygen/video-request.ts';
import type { AccountFacts } from '../row/account-facts.ts';
import { speechSeconds } from '../speech/script.ts';
import { exactSeconds } from './exact-seconds.ts';
import { printOf, speakersOf } from './spoken-part.ts';

/** The words of a request that can be heard, as a whole. */
export interface Hearing {
  readonly print: string;
  /** Estimated seconds of the words that were never heard: they cost something. */
  readonly unheard: number;
}

/** Null when the request says no words of its own. */
export function hearingOf(request: VideoRequest, facts: AccountFacts): Hearing | null {
  const said = speakersOf(request).filter(({ speech }) => speech.script !== undefined);
  if (said.length === 0) return null;
  const unheard = said.filter((voiced) => exactSeconds(voiced, facts) === null);
  return {
    print: fingerprint(said.map(printOf).join(' ')),
    unheard: unheard.reduce((sum, { speech }) => sum + guessed(speech), 0),
  };
}

function guessed({ script = '', voice_settings }: Speech): number {
  return speechSeconds(script) / (voice_settings?.speed ?? 1);
}
