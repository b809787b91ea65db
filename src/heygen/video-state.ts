import type { VideoState } from '../app/ports/heygen.ts';

const STATES: ReadonlyMap<string, VideoState> = new Map([
  ['waiting', 'waiting'],
  ['pending', 'waiting'],
  ['queued', 'waiting'],
  ['completed', 'completed'],
  ['failed', 'failed'],
  ['not_found', 'not_found'],
]);

/** HeyGen's status word in ours. Any word but the three final ones means that it is still under way. */
export function videoState(word: string): VideoState {
  return STATES.get(word.trim().toLowerCase()) ?? 'rendering';
}
