import type { SpokenPart } from '../../core/hear/spoken-part.ts';
import { failure, type Result, success } from '../../core/result.ts';
import type { Platform } from '../ports/ports.ts';
import { type Again, speakOnce } from './speak-once.ts';

/** What a wish to hear something came to. */
export type Heard =
  /** `seconds`: how long they are together; null when HeyGen did not tell. */
  | { readonly kind: 'heard'; readonly urls: readonly string[]; readonly seconds: number | null }
  /** Nothing was paid now. `no-speech`: there is no way but a video. `paid`: only a second payment brings it. */
  | { readonly kind: 'no-speech' | 'paid'; readonly message: string };

/** Has words spoken part by part, until the first part that cannot be heard. */
export function hearParts(
  platform: Platform,
  key: string,
  parts: readonly SpokenPart[],
  again: Again,
): Result<Heard> {
  const urls: string[] = [];
  let seconds: number | null = 0;
  for (const part of parts) {
    const spoken = speakOnce(platform, key, part, again);
    if (spoken.kind === 'not-heard') return failure(spoken.message);
    if (spoken.kind !== 'heard') return success(spoken);
    urls.push(spoken.recording.url);
    const { seconds: length } = spoken.recording;
    seconds = seconds === null || length === null ? null : seconds + length;
  }
  return success({ kind: 'heard', urls, seconds });
}
