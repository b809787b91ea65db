import * as z from 'zod/mini';
import type { VoiceFacts } from '../../core/row/account-facts.ts';
import type { Voice } from '../ports/catalogue.ts';
import type { Platform } from '../ports/ports.ts';
import { keptAnswer } from './kept-answer.ts';

/** Language and name of each voice that some list of HeyGen's has shown, by the voice's id. */
const FACTS: z.ZodMiniType<Readonly<Record<string, readonly [language: string, name: string]>>> = z.lazy(() =>
  z.record(z.string(), z.tuple([z.string(), z.string()])),
);

const KEPT = 'voice facts';

/** Keeps what is known of voices that were listed anyway, so that a check of rows needs no question for each. */
export function keepVoices(platform: Platform, key: string, voices: readonly Voice[]): void {
  if (voices.length === 0) return;
  const kept = keptAnswer(platform, key, KEPT, FACTS);
  kept.keep({
    ...kept.read(),
    ...Object.fromEntries(voices.map(({ id, language, name }) => [id, [language, name] as const])),
  });
}

/** What is known of the account's voices. Nothing is asked of HeyGen. */
export function keptVoices(platform: Platform): ReadonlyMap<string, VoiceFacts> {
  const key = platform.settings.apiKey();
  const kept = key === null ? null : keptAnswer(platform, key, KEPT, FACTS).read();
  return new Map(Object.entries(kept ?? {}).map(([id, [language, name]]) => [id, { language, name }]));
}
