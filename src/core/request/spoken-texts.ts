import { exactSeconds } from '../hear/exact-seconds.ts';
import { speakersOf, type Voiced } from '../hear/spoken-part.ts';
import type { Scene, Speech, VideoRequest } from '../heygen/video-request.ts';
import { type AccountFacts, NO_FACTS } from '../row/account-facts.ts';
import { speechSeconds } from '../speech/script.ts';
import { paceName, paceOf, spreadOfPace } from '../speech/voice-paces.ts';

/**
 * The spoken texts of a request, in order. For a HeyGen template its text variables, although it may only show some.
 */
export function spokenTexts(request: VideoRequest): readonly string[] {
  if ('variables' in request) {
    return Object.values(request.variables).flatMap((variable) => contentOf(variable) ?? []);
  }
  if (request.type === 'cinematic_avatar') return [];
  if (request.type === 'studio') return request.scenes.flatMap((scene) => speechOf(scene)?.script ?? []);
  return request.script === undefined ? [] : [request.script];
}

/** The length that HeyGen chooses when a prompt names none. */
const CINEMATIC_SECONDS = 10;

/**
 * Estimates the video's length in seconds. What was heard has its exact length. Null when it cannot be known before
 * rendering: with a recording, a clip or a HeyGen template.
 */
export function estimatedSeconds(request: VideoRequest, facts: AccountFacts = NO_FACTS): number | null {
  if ('variables' in request) return null;
  if (request.type === 'cinematic_avatar') {
    return request.auto_duration === true ? null : (request.duration ?? CINEMATIC_SECONDS);
  }
  if (request.type !== 'studio') {
    return secondsOf(request, request.type === 'avatar' ? request.avatar_id : '', facts);
  }
  let seconds = 0;
  for (const scene of request.scenes) {
    const speech = speechOf(scene);
    const held = scene.type === 'image' ? scene.duration : undefined;
    const look = scene.type === 'avatar_video' && scene.input.type === 'avatar' ? scene.input.avatar_id : '';
    const length = held ?? (speech === null ? null : secondsOf(speech, look, facts));
    if (length === null) return null;
    seconds += length;
  }
  return seconds;
}

function secondsOf(speech: Speech, look: string, facts: AccountFacts): number | null {
  const { script, voice_settings } = speech;
  if (script === undefined) return null;
  const exact = exactSeconds({ speech, look }, facts);
  if (exact !== null) return exact;
  const usual = speechSeconds(script, voice_settings?.speed);
  return usual * (paceOf(facts.paces, paceNameOf(speech, look, facts)) ?? 1);
}

/** How far a video's length may be from its estimate, as a share: nothing where the words were heard. */
export function lengthSpread(request: VideoRequest, facts: AccountFacts): number {
  if ('variables' in request || request.type === 'cinematic_avatar') return 0;
  const spreadOf = ({ speech, look }: Voiced): number =>
    speech.script === undefined || exactSeconds({ speech, look }, facts) !== null
      ? 0
      : spreadOfPace(facts.paces, paceNameOf(speech, look, facts));
  return Math.max(0, ...speakersOf(request).map(spreadOf));
}

function paceNameOf(
  { script = '', voice_id, voice_settings }: Speech,
  look: string,
  { looks }: AccountFacts,
): string {
  // A look that nobody knows speaks with one voice as well.
  return paceName(voice_id ?? looks.get(look)?.voiceId ?? look, voice_settings?.locale, script);
}

/** What a finished video will tell about its voice's pace. */
export interface PaceQuestion {
  /** See `paceName`; '' when a video tells nothing, because several may speak in it. */
  readonly name: string;
  /** Its length at the usual pace. */
  readonly usualSeconds: number;
  /** Whether the estimate of its length was made by what earlier videos told. */
  readonly isKnown: boolean;
}

export function paceQuestion(request: VideoRequest, facts: AccountFacts): PaceQuestion {
  const nothing = { name: '', usualSeconds: 0, isKnown: false };
  if ('variables' in request || (request.type !== 'avatar' && request.type !== 'image')) return nothing;
  const look = request.type === 'avatar' ? request.avatar_id : '';
  if (request.script === undefined) return nothing;
  const name = paceNameOf(request, look, facts);
  const isKnown =
    paceOf(facts.paces, name) !== null && exactSeconds({ speech: request, look }, facts) === null;
  return { name, usualSeconds: estimatedSeconds(request, NO_FACTS) ?? 0, isKnown };
}

function speechOf(scene: Scene): Speech | null {
  if (scene.type === 'avatar_video') return scene.input;
  return scene.type === 'image' ? scene : null;
}

function contentOf(variable: unknown): string | null {
  if (typeof variable !== 'object' || variable === null) return null;
  if ('content' in variable && typeof variable.content === 'string') return variable.content;
  return 'properties' in variable ? contentOf(variable.properties) : null;
}
