import { invalid, type Refusal } from '../exchange.ts';
import { failure, type Result, success } from '../result.ts';
import type { StudioBody } from './body-schemas.ts';
import { lookOf, motionRefusal } from './check-look.ts';
import { assetInputRefusal, checkAudio } from './check-parts.ts';
import type { CheckView, VideoPlan } from './check-view.ts';
import { roundMoney, videoCost } from './price.ts';
import { videoPlan } from './video-plan.ts';

/** Checks every scene. One bad scene refuses the whole video. */
export function checkStudio(body: StudioBody, view: CheckView): Result<VideoPlan, Refusal> {
  const scripts: string[] = [];
  const looks: string[] = [];
  let seconds = 0;
  let cost = 0;
  for (const [index, scene] of body.scenes.entries()) {
    const checked = checkScene(scene, `scenes.${index}`, view);
    if (!checked.ok) return checked;
    seconds += checked.value.seconds;
    cost += checked.value.cost;
    if (checked.value.script !== '') scripts.push(checked.value.script);
    if (checked.value.look !== '') looks.push(checked.value.look);
  }
  const whole = { script: scripts.join('\n'), seconds: Math.round(seconds * 100) / 100 };
  return success(videoPlan(body, looks, 'avatar_iv', whole, roundMoney(cost)));
}

interface ScenePlan {
  readonly script: string;
  readonly look: string;
  readonly seconds: number;
  readonly cost: number;
}

/** A stand-in for the length of a clip, which only a download could show. */
const CLIP_SECONDS = 10;

function checkScene(
  scene: StudioBody['scenes'][number],
  param: string,
  view: CheckView,
): Result<ScenePlan, Refusal> {
  if (scene.type === 'video') {
    const refused = assetInputRefusal(scene.source, 'video', `${param}.source`, view);
    if (refused !== null) return failure(refused);
    const cost = videoCost(CLIP_SECONDS, 'avatar_iv', null, view.costPerSecond);
    return success({ script: '', look: '', seconds: CLIP_SECONDS, cost });
  }
  if (scene.type === 'image') {
    const refused = assetInputRefusal(scene.source, 'image', `${param}.source`, view);
    if (refused !== null) return failure(refused);
    const narrated = [scene.script, scene.audio_url, scene.audio_asset_id].some((source) => source != null);
    if (narrated === (scene.duration != null)) {
      return failure(invalid(`${param}.duration`, 'Give either duration or one audio source.'));
    }
    const audio = narrated
      ? checkAudio(scene, `${param}.`, '', view)
      : { refused: null, script: '', seconds: scene.duration ?? 0 };
    if (audio.refused !== null) return failure(audio.refused);
    const cost = videoCost(audio.seconds, 'avatar_iv', null, view.costPerSecond);
    return success({ script: audio.script, look: '', seconds: audio.seconds, cost });
  }
  return checkSpeakingScene(scene.input, `${param}.input`, view);
}

function checkSpeakingScene(
  input: SpeakingInput,
  param: string,
  view: CheckView,
): Result<ScenePlan, Refusal> {
  const engine = input.type === 'avatar' ? (input.engine?.type ?? 'avatar_iv') : 'avatar_iv';
  const look = input.type === 'avatar' ? lookOf(input.avatar_id, engine, `${param}.avatar_id`, view) : null;
  if (look !== null && !look.ok) return look;
  const type = look?.value.type ?? null;
  const refused =
    colourRefusal(input, param) ??
    (input.type === 'image' ? assetInputRefusal(input.image, 'image', `${param}.image`, view) : null) ??
    motionRefusal(input, engine, type === null || type === 'photo_avatar', `${param}.`);
  if (refused !== null) return failure(refused);
  const audio = checkAudio(input, `${param}.`, look?.value.defaultVoiceId ?? '', view);
  if (audio.refused !== null) return failure(audio.refused);
  const cost = videoCost(audio.seconds, engine, type, view.costPerSecond);
  return success({ script: audio.script, look: look?.value.id ?? '', seconds: audio.seconds, cost });
}

type SpeakingInput = Extract<StudioBody['scenes'][number], { type: 'avatar_video' }>['input'];

function colourRefusal(input: SpeakingInput, param: string): Refusal | null {
  if (input.type !== 'avatar' || input.background == null) return null;
  return /^#[0-9a-fA-F]{6}$/.test(input.background.color)
    ? null
    : invalid(`${param}.background.color`, 'Must be a hex colour such as #1a2b3c.');
}
