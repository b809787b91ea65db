import type { AccountFacts } from '../row/account-facts.ts';
import { printAs, printOf, type Voiced } from './spoken-part.ts';

/** How long it takes to say these words, if they were heard before. */
export function exactSeconds(voiced: Voiced, { heard, looks }: AccountFacts): number | null {
  if (heard === undefined || heard.size === 0) return null;
  const known = heard.get(printOf(voiced));
  const voice = looks.get(voiced.look)?.voiceId;
  if (known !== undefined || voice === undefined || voiced.speech.voice_id !== undefined)
    return known ?? null;
  return heard.get(printAs(voice, voiced.speech)) ?? null;
}
