import { fingerprint } from '../fingerprint.ts';
import type { Scene, Speech, VideoRequest } from '../heygen/video-request.ts';
import { failure, type Result, success } from '../result.ts';
import type { LookFacts } from '../row/account-facts.ts';

/** Words to be heard without a video. */
export interface SpokenPart {
  readonly text: string;
  readonly voiceId: string;
  readonly speed: number;
  /** '' for the voice's usual accent. */
  readonly locale: string;
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
  for (const { speech, look } of speakersOf(request)) {
    const { script, voice_id = looks.get(look)?.voiceId ?? '' } = speech;
    if (script === undefined) continue;
    if (voice_id === '') return failure(NO_VOICE);
    parts.push(spokenPart(script, voice_id, speech, look));
  }
  return parts.length === 0 ? failure(NO_WORDS) : success(parts);
}

/** Other words as this speaker would say them. */
export function spokenPart(text: string, voiceId: string, speech: Speech, look: string): SpokenPart {
  const said = { ...speech, script: text };
  return {
    text,
    voiceId,
    speed: speech.voice_settings?.speed ?? 1,
    locale: speech.voice_settings?.locale ?? '',
    prints: [...new Set([printAs(voiceId, said), printOf({ speech: said, look })])],
  };
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
