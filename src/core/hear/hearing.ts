import { fingerprint } from '../fingerprint.ts';
import type { Speech, VideoRequest } from '../heygen/video-request.ts';
import type { AccountFacts } from '../row/account-facts.ts';
import { speechSeconds } from '../speech/script.ts';
import { exactSeconds } from './exact-seconds.ts';
import { printOf, speakersOf } from './spoken-part.ts';

/** The words of a request that can be heard, as a whole. */
export interface Hearing {
  readonly print: string;
  /** Seconds of all its words: exact where they were heard, estimated elsewhere. */
  readonly seconds: number;
  /** Estimated seconds of the words that were never heard: they cost something. */
  readonly unheard: number;
}

/** Null when the request says no words of its own. */
export function hearingOf(request: VideoRequest, facts: AccountFacts): Hearing | null {
  const said = speakersOf(request).filter(({ speech }) => speech.script !== undefined);
  if (said.length === 0) return null;
  const lengths = said.map((voiced) => {
    const exact = exactSeconds(voiced, facts);
    return exact === null
      ? { seconds: guessed(voiced.speech), isNew: true }
      : { seconds: exact, isNew: false };
  });
  const sum = (parts: typeof lengths): number => parts.reduce((all, { seconds }) => all + seconds, 0);
  return {
    print: fingerprint(said.map(printOf).join(' ')),
    seconds: sum(lengths),
    unheard: sum(lengths.filter(({ isNew }) => isNew)),
  };
}

function guessed({ script = '', voice_settings }: Speech): number {
  return speechSeconds(script, voice_settings?.speed);
}
