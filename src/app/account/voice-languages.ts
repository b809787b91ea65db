import * as z from 'zod/mini';
import type { VoiceFacts } from '../../core/row/account-facts.ts';
import type { Voice } from '../ports/catalogue.ts';
import type { Platform } from '../ports/ports.ts';
import { keptAnswer } from './kept-answer.ts';

/** The language of each voice that some list of HeyGen's has shown, by the voice's id. */
const LANGUAGES: z.ZodMiniType<Readonly<Record<string, string>>> = z.record(z.string(), z.string());

/**
 * Keeps the languages of voices that were listed anyway, so that a check of rows knows them without a question for each.
 */
export function keepVoiceLanguages(platform: Platform, key: string, voices: readonly Voice[]): void {
  if (voices.length === 0) return;
  const kept = keptAnswer(platform, key, 'voice languages', LANGUAGES);
  kept.keep({ ...kept.read(), ...Object.fromEntries(voices.map(({ id, language }) => [id, language])) });
}

/** What is known of the account's voices. Nothing is asked of HeyGen. */
export function keptVoices(platform: Platform): ReadonlyMap<string, VoiceFacts> {
  const key = platform.settings.apiKey();
  const kept = key === null ? null : keptAnswer(platform, key, 'voice languages', LANGUAGES).read();
  return new Map(Object.entries(kept ?? {}).map(([id, language]) => [id, { language }]));
}
