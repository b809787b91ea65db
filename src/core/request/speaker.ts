import type { InputName } from '../columns/columns.ts';
import type { RowFields } from '../columns/row-fields.ts';
import type { Draft } from '../draft.ts';
import {
  ENGINES,
  type Motion,
  type Speech,
  type VoiceSettings,
  type WireEngine,
} from '../heygen/video-request.ts';
import { excerpt } from '../issue.ts';
import type { AccountFacts } from '../row/account-facts.ts';
import type { Findings } from '../row/findings.ts';
import type { SceneOption } from '../row/scene-script.ts';
import { checkScript } from '../speech/script.ts';

/** The fields of a row or a scene, with all that is needed to make a request from them. */
export interface RequestContext {
  readonly fields: RowFields;
  /** Whether a field is only the sheet's default. */
  readonly isDefault: (name: InputName) => boolean;
  readonly facts: AccountFacts;
  readonly findings: Findings;
  /** In a scene: the option that replaces a column. Undefined when none does. */
  readonly optionOf?: (name: InputName) => SceneOption | undefined;
}

/**
 * What is heard: the recording, or else the text. Null when there is neither. `hasVoice`: the speaker has a voice of
 * its own, as a look has.
 */
export function speechOf(
  { fields, facts, findings, optionOf }: RequestContext,
  text: string | null,
  hasVoice: boolean,
): Speech | null {
  if (fields.audio_url !== undefined) return { audio_url: fields.audio_url };
  if (fields.audio_asset_id !== undefined) return { audio_asset_id: fields.audio_asset_id };
  // Told of a faulty script too: both are mended before the next look.
  if (fields.voice_id !== undefined && facts.missingVoices?.has(fields.voice_id) === true) {
    findings.issue(
      'voice_unknown',
      'voice_id',
      `HeyGen has no voice ${excerpt(fields.voice_id)}. Pick a voice in the sidebar, or leave the cell empty for the avatar's own voice.`,
    );
  }
  if (text === null) return null;
  findings.add(checkScript(text));
  // With both a look and a picture in the row, which is already reported, it is not clear who speaks.
  const isUnclear = findings.issues.some(
    ({ code, column }) => code === 'column_not_taken' && column === 'avatar_id',
  );
  if (fields.voice_id === undefined && !hasVoice && !isUnclear) {
    findings.issue(
      'voice_missing',
      'voice_id',
      `A picture has no voice of its own. Pick a voice in the sidebar, or write its id in the column "voice_id"${optionOf === undefined ? '' : ' or in the scene, as [voice: …]'}.`,
    );
  }
  const speech: Draft<Speech> = { script: text };
  if (fields.voice_id !== undefined) speech.voice_id = fields.voice_id;
  const settings = voiceSettings(fields);
  if (settings !== null) speech.voice_settings = settings;
  return speech;
}

/** How the voice sounds. Null when the row says nothing about it. */
function voiceSettings({ speed, pitch, volume, locale }: RowFields): VoiceSettings | null {
  if (speed === undefined && pitch === undefined && volume === undefined && locale === undefined) return null;
  const settings: Draft<VoiceSettings> = {};
  if (speed !== undefined) settings.speed = speed;
  if (pitch !== undefined) settings.pitch = pitch;
  if (volume !== undefined) settings.volume = volume;
  if (locale !== undefined) settings.locale = locale;
  return settings;
}

/** The engine of a look. Reports one that the look does not support. */
export function engineOf(context: RequestContext, lookId: string): { readonly engine?: WireEngine } {
  const { fields, facts, findings, isDefault, optionOf } = context;
  const { engine, reference_look_id } = fields;
  const supported = facts.looks.get(lookId)?.engines ?? [];
  const used = engine ?? 'avatar_iv';
  const inScene = (optionOf?.('engine') ?? optionOf?.('avatar_id')) !== undefined;
  const place = inScene ? 'script' : 'engine';
  const anyOf = (names: readonly string[]): string =>
    inScene
      ? names.map((name) => `[engine: ${name}]`).join(' or ')
      : `${names.join(' or ')} in the column "engine"`;
  if (supported.length > 0 && !supported.includes(used)) {
    findings.issue(
      'engine_unsupported',
      place,
      `The avatar ${lookId} cannot be rendered with ${used}. Write ${anyOf(supported)}, or pick another avatar.`,
    );
  } else if (supported.length === 0 && facts.engines?.has(used) === false && !ENGINES.includes(used)) {
    findings.issue(
      'engine_unknown',
      place,
      `HeyGen names no engine ${excerpt(used)} for the avatars of this account. Write ${anyOf(ENGINES)}.`,
    );
  }
  if (reference_look_id !== undefined && engine !== 'avatar_v' && !isDefault('reference_look_id')) {
    findings.issue(
      'reference_look_unused',
      'reference_look_id',
      'Only the engine avatar_v uses a reference_look_id. Write avatar_v in the column "engine", or clear the cell.',
    );
  }
  if (engine === undefined) return {};
  const reference = engine === 'avatar_v' && reference_look_id !== undefined ? { reference_look_id } : {};
  return { engine: { type: engine, ...reference } };
}

/**
 * How the speaker moves. Photo looks and pictures on avatar_iv take `expressiveness`; these and every look on avatar_v
 * take `motion_prompt`. A default that does not fit is left out; a row's own value that does not fit is an issue.
 * `lookId` is null for a picture.
 */
export function motionOf(context: RequestContext, lookId: string | null): Motion {
  const { fields, facts, findings, isDefault, optionOf } = context;
  if (fields.expressiveness === undefined && fields.motion_prompt === undefined) return {};
  const engine = lookId === null ? 'avatar_iv' : (fields.engine ?? 'avatar_iv');
  const type = lookId === null ? 'photo_avatar' : (facts.looks.get(lookId)?.type ?? 'photo_avatar');
  const refuse = (name: 'expressiveness' | 'motion_prompt', byEngine: boolean): void => {
    if (isDefault(name)) return;
    const option = optionOf?.(name);
    const ofEngine = optionOf?.('engine') !== undefined;
    const what = option === undefined ? name : `[${option}: …]`;
    const remove = option === undefined ? `Clear the cell "${name}"` : 'Remove it';
    if (byEngine) {
      const other = ofEngine ? 'another [engine: …]' : 'another engine in the column "engine"';
      findings.issue(
        'engine_refuses',
        option !== undefined || ofEngine ? 'script' : name,
        `The engine ${engine} does not support ${what}. ${remove}, or write ${other}.`,
      );
    } else {
      findings.issue(
        'look_refuses',
        option !== undefined || optionOf?.('avatar_id') !== undefined ? 'script' : name,
        `The avatar ${lookId ?? ''} does not support ${what} on ${engine}. Only photo avatars do. ${remove}, or pick a photo avatar.`,
      );
    }
  };
  const photo = type === 'photo_avatar';
  // Of an engine that is new, only HeyGen knows what it takes.
  const isKnown = ENGINES.includes(engine);
  const noFace = fields.expressiveness === undefined || (isKnown && (engine !== 'avatar_iv' || !photo));
  const noBody =
    fields.motion_prompt === undefined || engine === 'avatar_iii' || (engine === 'avatar_iv' && !photo);
  if (noFace && fields.expressiveness !== undefined) refuse('expressiveness', engine !== 'avatar_iv');
  if (noBody && fields.motion_prompt !== undefined) refuse('motion_prompt', engine === 'avatar_iii');
  const motion: Draft<Motion> = {};
  if (!noFace) motion.expressiveness = fields.expressiveness;
  if (!noBody) motion.motion_prompt = fields.motion_prompt;
  return motion;
}

/** The speaker's look. '' when there is none, or more than one, which is an issue. */
export function soleLook({ fields, facts, findings, optionOf }: RequestContext, isWritten: boolean): string {
  const [look, ...others] = fields.looks ?? [];
  if (look === undefined && !isWritten) {
    findings.issue(
      'avatar_missing',
      'avatar_id',
      'No avatar is chosen. Pick one in the sidebar, or write its id in the column "avatar_id".',
    );
  }
  if (others.length > 0) {
    findings.issue(
      'looks_too_many',
      optionOf?.('avatar_id') === undefined ? 'avatar_id' : 'script',
      `Only one avatar can speak a script, but ${others.length + 1} are named. Keep one id, or write a prompt for a video with several avatars.`,
    );
  }
  // HeyGen refuses it and charges nothing, so it only warns: a new look may not be listed yet.
  for (const id of fields.looks ?? []) {
    if (facts.missingLooks?.has(id) !== true) continue;
    findings.warning(
      'look_unknown',
      optionOf?.('avatar_id') === undefined ? 'avatar_id' : 'script',
      `HeyGen has no avatar ${excerpt(id)} for this account, and would refuse the row. Pick an avatar in the sidebar.`,
    );
  }
  return others.length > 0 ? '' : (look ?? '');
}
