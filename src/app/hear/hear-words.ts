import { type SpeakingVoice, wordsIn } from '../../core/hear/spoken-part.ts';
import { failure, type Result } from '../../core/result.ts';
import { speakableText } from '../../core/speech/speakable-text.ts';
import { CONNECT_FIRST } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { type Heard, hearParts } from './hear-parts.ts';
import type { Again } from './speak-once.ts';

/** A name and its spoken form are never longer, and a longer text would cost more than a name. */
const MOST_CHARACTERS = 200;

/** Has a name spoken in this voice, as a script would say it. */
export function hearWords(
  platform: Platform,
  typed: string,
  voice: SpeakingVoice,
  again: Again,
): Result<Heard> {
  const key = platform.settings.apiKey();
  if (key === null) return failure(CONNECT_FIRST);
  const { text } = speakableText({ text: typed, marks: [] });
  if (text === '') return failure('There is nothing to hear. Write how it sounds, then press again.');
  if (text.length > MOST_CHARACTERS) {
    return failure(`These words are too long to hear alone. Hear the row instead. Nothing was paid.`);
  }
  return hearParts(platform, key, [wordsIn(text, voice)], again);
}
