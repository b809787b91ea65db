import { invalid, type Refusal, refusal } from '../exchange.ts';
import type { AssetInput, AvatarBody } from './body-schemas.ts';
import type { CheckView } from './check-view.ts';
import { scriptRefusal, speechSeconds } from './speech.ts';

const IMAGE = /\.(png|jpe?g|webp|gif)$/i;
const AUDIO = /\.(mp3|wav|m4a|aac|ogg)$/i;
const VIDEO = /\.(mp4|webm|mov)$/i;
const EXTENSION = /\.[a-z0-9]{2,5}$/i;
const PRIVATE_HOST = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[|0\.)/;
/** A stand-in for the length of recorded audio, which has no text to measure. */
const RECORDED_SECONDS = 30;

type Media = 'image' | 'audio' | 'video' | 'any';

/** A URL must be public https. If it has an extension, that must match what the URL is used for. */
export function urlRefusal(url: string, media: Media, param: string): Refusal | null {
  const parts = /^https:\/\/([^/?#\s]+)([^?#\s]*)\S*$/.exec(url);
  if (parts === null) return invalid(param, `${param} must be a public https URL.`);
  const [, host = '', path = ''] = parts;
  if (PRIVATE_HOST.test(host) || !host.includes('.')) {
    return refusal(400, 'download_failed', `${param} could not be downloaded.`, param);
  }
  const file = path.slice(path.lastIndexOf('/') + 1);
  const wanted = { image: IMAGE, audio: AUDIO, video: VIDEO, any: EXTENSION }[media];
  if (EXTENSION.test(file) && !wanted.test(file)) {
    return invalid(param, `${param} must point to ${media === 'audio' ? 'an audio' : `a ${media}`} file.`);
  }
  return null;
}

export function assetRefusal(id: string, param: string, view: CheckView): Refusal | null {
  const found = view.findAsset(id);
  if (found === 'there') return null;
  return found === 'new'
    ? refusal(400, 'asset_not_found', 'Asset not found', param)
    : refusal(404, 'resource_not_found', `There is no asset "${id}".`, param);
}

export function assetInputRefusal(
  input: AssetInput,
  media: Media,
  param: string,
  view: CheckView,
): Refusal | null {
  if (input.type === 'url') return urlRefusal(input.url, media, `${param}.url`);
  if (input.type === 'asset_id') return assetRefusal(input.asset_id, `${param}.asset_id`, view);
  return /^[A-Za-z0-9+/]+={0,2}$/.test(input.data) ? null : invalid(`${param}.data`, 'Not base64.');
}

export interface AudioFields {
  readonly script?: string | null | undefined;
  readonly audio_url?: string | null | undefined;
  readonly audio_asset_id?: string | null | undefined;
  readonly voice_id?: string | null | undefined;
  readonly voice_settings?: AvatarBody['voice_settings'];
}

/** Checks that there is exactly one audio source, and measures it. `prefix` is '' or ends in a dot. */
export function checkAudio(
  body: AudioFields,
  prefix: string,
  defaultVoice: string,
  view: CheckView,
):
  | { readonly refused: Refusal }
  | { readonly refused: null; readonly script: string; readonly seconds: number } {
  const given = [body.script, body.audio_url, body.audio_asset_id].filter((source) => source != null);
  const param = `${prefix}script`;
  if (given.length !== 1) {
    return { refused: invalid(param, 'Exactly one of script, audio_url and audio_asset_id must be given.') };
  }
  const refused = audioRefusal(body, prefix, defaultVoice, view);
  if (refused !== null) return { refused };
  const script = body.script ?? '';
  const pace = view.voiceSpeeds[body.voice_id ?? defaultVoice];
  const seconds =
    body.script == null ? RECORDED_SECONDS : speechSeconds(script, body.voice_settings?.speed ?? 1, pace);
  return { refused: null, script, seconds };
}

function audioRefusal(
  body: AudioFields,
  prefix: string,
  defaultVoice: string,
  view: CheckView,
): Refusal | null {
  if (body.audio_url != null) return urlRefusal(body.audio_url, 'audio', `${prefix}audio_url`);
  if (body.audio_asset_id != null) return assetRefusal(body.audio_asset_id, `${prefix}audio_asset_id`, view);
  const script = body.script ?? '';
  const wrong = scriptRefusal(script, `${prefix}script`);
  if (wrong !== null) return wrong;
  if (view.refuseWhen !== '' && script.includes(view.refuseWhen)) {
    return { ...view.refusedWith, param: `${prefix}script`, retryAfter: 0 };
  }
  const voice = body.voice_id ?? defaultVoice;
  if (voice === '')
    return invalid(`${prefix}voice_id`, 'voice_id is required: this look has no default voice.');
  if (!view.catalogue.voices.has(voice)) {
    return refusal(404, 'voice_not_found', `There is no voice "${voice}".`, `${prefix}voice_id`);
  }
  return null;
}
