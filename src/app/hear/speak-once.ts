import {
  findRecording,
  type Recording,
  withoutRecording,
  withRecording,
} from '../../core/hear/recordings.ts';
import { type SpokenPart, speechBody } from '../../core/hear/spoken-part.ts';
import type { Problem } from '../../core/heygen/problem.ts';
import { anotherRun } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';

/** What became of the wish to hear some words. */
export type Spoken =
  | { readonly kind: 'heard'; readonly recording: Recording }
  /** Nothing was sent, or it was refused: nothing is paid. */
  | { readonly kind: 'not-heard'; readonly message: string }
  /** The voice or the account has no speech without a video. Nothing is paid. */
  | { readonly kind: 'no-speech'; readonly message: string }
  /** The words are paid for, or may be. Only the user's wish asks once more. */
  | { readonly kind: 'paid'; readonly message: string };

/** What the user wants to pay for a second time: nothing, what cannot be heard any more, or everything. */
export type Again = 'no' | 'unheard' | 'all';

const RUNNING =
  'These words are being spoken at this moment, perhaps in another window. Press again in a minute. You pay once.';

/**
 * Has words spoken, at most once for the same words, voice and settings: what was heard before is heard again for
 * nothing. The intention is written down before the POST. So whoever comes between two presses, or after a killed one,
 * knows that the words may be paid for.
 */
export function speakOnce(platform: Platform, key: string, part: SpokenPart, again: Again): Spoken {
  const { lock, settings, clock } = platform;
  const claim = (): Spoken | Recording => {
    const recordings = settings.recordings();
    const found = findRecording(recordings, part.prints, clock.now());
    if (found.kind === 'heard' && again !== 'all') return { kind: 'heard', recording: found.recording };
    if (found.kind === 'running') return { kind: 'not-heard', message: RUNNING };
    if (found.kind === 'paid' && again === 'no') return { kind: 'paid', message: PAID[found.why] };
    // Within a day the same key brings the lost answer, if HeyGen keeps it, and costs nothing more.
    const sameKey = found.kind === 'paid' ? found.key : '';
    const asked: Recording = {
      prints: part.prints,
      state: 'asked',
      at: clock.now(),
      key: sameKey === '' ? `rm-speech-${clock.newRun()}` : sameKey,
      url: '',
      seconds: null,
    };
    settings.keepRecordings(withRecording(recordings, asked));
    return asked;
  };
  const claimed = lock.hold(claim);
  if (!claimed.ok) return { kind: 'not-heard', message: anotherRun('Nothing was sent.') };
  return 'state' in claimed.value ? ask(platform, key, part, claimed.value) : claimed.value;
}

const PAID = {
  lost: 'HeyGen’s answer to these words was lost. They may have been charged already, and asking again may cost the same once more.',
  ended: 'The recording of these words is no longer there. Asking again costs the same once more.',
} as const;

const NO_ADDRESS =
  'HeyGen has spoken these words, and did not say where they can be heard. They were charged.';

function ask(platform: Platform, key: string, part: SpokenPart, asked: Recording): Spoken {
  const sent = platform.speaking(key).speak(speechBody(part), asked.key);
  const { settings, lock } = platform;
  if (sent.kind === 'refused') {
    lock.hold(() => settings.keepRecordings(withoutRecording(settings.recordings(), asked.prints)));
    return refusal(sent.problem);
  }
  const recording: Recording =
    sent.kind === 'lost' ? { ...asked, state: 'lost' } : { ...asked, ...sent.value, state: 'heard' };
  // Should the lock be busy, the claim stays behind, which says later that the words may be paid for.
  lock.hold(() => settings.keepRecordings(withRecording(settings.recordings(), recording)));
  if (sent.kind === 'lost') {
    return { kind: 'paid', message: `${PAID.lost} ${ofHeyGen(sent.problem.message)}`.trim() };
  }
  if (recording.url === '') return { kind: 'paid', message: NO_ADDRESS };
  return { kind: 'heard', recording };
}

/** Codes with which HeyGen refuses the voice or the account, and not the words. */
const NO_SPEECH: ReadonlySet<string> = new Set([
  'voice_not_usable',
  'voice_unavailable',
  'forbidden',
  'insufficient_api_key_scope',
  'resource_access_denied',
  'subscription_required',
  'plan_upgrade_required',
]);

function refusal({ code, httpStatus, message }: Problem): Spoken {
  const isVoice = code === 'voice_not_found';
  const hasNone = NO_SPEECH.has(code) || (httpStatus === 404 && !isVoice) || httpStatus === 405;
  return hasNone
    ? {
        kind: 'no-speech',
        message:
          `HeyGen cannot speak in this voice without a video. Nothing was paid. ${ofHeyGen(message)}`.trim(),
      }
    : { kind: 'not-heard', message };
}

/** What HeyGen said itself: our advice for a row does not fit here. */
function ofHeyGen(message: string): string {
  const [said = ''] = /HeyGen says: ".*$/su.exec(message) ?? [];
  return said;
}
