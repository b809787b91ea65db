import { fingerprint } from '../fingerprint.ts';
import type { Scene, Speech, VideoRequest } from '../heygen/video-request.ts';
import { failure, type Result, success } from '../result.ts';
import type { LookFacts } from '../row/account-facts.ts';

/** A voice with the settings that are heard. */
export interface SpeakingVoice {
  readonly voiceId: string;
  readonly speed: number;
  /** '' for the voice's usual accent. */
  readonly locale: string;
}

/** Words to be heard without a video. */
export interface SpokenPart extends SpeakingVoice {
  readonly text: string;
  /** Fingerprints of words, voice and settings: first with the voice, then as a look's own voice. */
  readonly prints: readonly string[];
}

/** Who speaks, before it is known with which voice. */
export interface Voiced {
  readonly speech: Speech;
  /** The look whose own voice speaks where none is named; '' for a picture. */
  readonly look: string;
}

const NO_WORDS =
  'There are no words to hear: a recording, a clip, a description or a HeyGen template makes this video.';

const NO_VOICE =
  'It is not known which voice speaks here. Pick one in the Voice tab, and it can be heard without a video.';

/** What a request says, part by part, and in which voices. A failure is a sentence. */
export function spokenParts(
  request: VideoRequest,
  looks: ReadonlyMap<string, LookFacts>,
): Result<readonly SpokenPart[]> {
  const parts: SpokenPart[] = [];
  for (const voiced of speakersOf(request)) {
    const { script } = voiced.speech;
    if (script === undefined) continue;
    const voice = voiceOf(voiced, looks);
    if (voice === null) return failure(NO_VOICE);
    const prints = [...new Set([printAs(voice.voiceId, voiced.speech), printOf(voiced)])];
    parts.push({ text: script, ...voice, prints });
  }
  return parts.length === 0 ? failure(NO_WORDS) : success(parts);
}

/** With which voice somebody speaks. Null when it is not known. */
export function voiceOf(
  { speech, look }: Voiced,
  looks: ReadonlyMap<string, LookFacts>,
): SpeakingVoice | null {
  const { voice_id: voiceId = looks.get(look)?.voiceId ?? '', voice_settings } = speech;
  if (voiceId === '') return null;
  return { voiceId, speed: voice_settings?.speed ?? 1, locale: voice_settings?.locale ?? '' };
}

/** Other words in the same voice. */
export function wordsIn(text: string, voice: SpeakingVoice): SpokenPart {
  return { text, ...voice, prints: [printAs(voice.voiceId, { script: text, voice_settings: voice })] };
}

/** The fingerprint of what somebody says, as far as the request tells it. */
export function printOf({ speech, look }: Voiced): string {
  return printAs(speech.voice_id ?? `look ${look}`, speech);
}

export function printAs(speaker: string, { script = '', voice_settings = {} }: Speech): string {
  return fingerprint(
    JSON.stringify([speaker, script, voice_settings.speed ?? 1, voice_settings.locale ?? '']),
  );
}

/** Everybody who speaks in a video, in order. A HeyGen template keeps its voices to itself. */
export function speakersOf(request: VideoRequest): readonly Voiced[] {
  if ('variables' in request || request.type === 'cinematic_avatar') return [];
  if (request.type === 'studio') return request.scenes.flatMap(speakerOf);
  return [{ speech: request, look: request.type === 'avatar' ? request.avatar_id : '' }];
}

function speakerOf(scene: Scene): readonly Voiced[] {
  if (scene.type === 'image') return [{ speech: scene, look: '' }];
  if (scene.type !== 'avatar_video') return [];
  const { input } = scene;
  return [{ speech: input, look: input.type === 'avatar' ? input.avatar_id : '' }];
}

/** The body of `POST /v3/voices/speech`. Pauses are read only in a text that says it has markup. */
export function speechBody({ text, voiceId, speed, locale }: SpokenPart): string {
  const marked = text.includes('<break ');
  return JSON.stringify({
    text: marked ? `<speak>${escaped(text)}</speak>` : text,
    voice_id: voiceId,
    ...(marked ? { input_type: 'ssml' } : {}),
    ...(locale === '' ? {} : { locale }),
    ...(speed === 1 ? {} : { speed }),
  });
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/<(?!break )/gu, '&lt;');
}
