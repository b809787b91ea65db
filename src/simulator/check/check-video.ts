import type * as z from 'zod';
import { invalid, type Refusal } from '../exchange.ts';
import { failure, type Result, success } from '../result.ts';
import {
  type AvatarBody,
  type CinematicBody,
  type ImageBody,
  refusalOf,
  type StudioBody,
  videoSchema,
} from './body-schemas.ts';
import { lookOf, mattingRefusal, motionRefusal } from './check-look.ts';
import { assetInputRefusal, assetRefusal, checkAudio, urlRefusal } from './check-parts.ts';
import { folderRefusal, glossaryRefusal } from './check-place.ts';
import { checkStudio } from './check-studio.ts';
import type { CheckView, VideoPlan } from './check-view.ts';
import { videoCost } from './price.ts';
import { videoPlan } from './video-plan.ts';
import { withoutTest } from './without-test.ts';

/** Checks one body of POST /v3/videos, or one item of a batch, as HeyGen would before it creates the video. */
export function checkVideo(body: unknown, view: CheckView): Result<VideoPlan, Refusal> {
  const { rest, free } = withoutTest(body, view.acceptTest);
  const parsed = readVideo(rest, view);
  if (!parsed.ok) return parsed;
  const misplaced = placeRefusal(parsed.value, view);
  if (misplaced !== null) return failure(misplaced);
  const checked = checkKind(parsed.value, view);
  return checked.ok && free ? success({ ...checked.value, cost: 0 }) : checked;
}

/** Checks a body against the closed schema alone: no look, voice or file is looked up. */
export function schemaRefusal(body: unknown, view: CheckView): Refusal | null {
  const parsed = readVideo(withoutTest(body, view.acceptTest).rest, view);
  return parsed.ok ? null : parsed.failure;
}

function readVideo(body: unknown, view: CheckView): Result<z.infer<typeof videoSchema>, Refusal> {
  const parsed = videoSchema.safeParse(body);
  if (parsed.success) return success(parsed.data);
  const type: unknown = Object(body).type;
  return failure(refusalOf(parsed.error, view.typedParams && typeof type === 'string' ? type : ''));
}

/** The account must have the folder and the glossary that a body names. */
function placeRefusal(body: z.infer<typeof videoSchema>, view: CheckView): Refusal | null {
  const glossary = 'brand_glossary_id' in body ? body.brand_glossary_id : null;
  return folderRefusal(body.folder_id, view) ?? glossaryRefusal(glossary, view);
}

function checkKind(
  body: AvatarBody | ImageBody | CinematicBody | StudioBody,
  view: CheckView,
): Result<VideoPlan, Refusal> {
  if (body.type === 'avatar') return checkAvatar(body, view);
  if (body.type === 'image') return checkImage(body, view);
  if (body.type === 'cinematic_avatar') return checkCinematic(body, view);
  return checkStudio(body, view);
}

function backgroundRefusal(body: AvatarBody | ImageBody, view: CheckView): Refusal | null {
  const { background } = body;
  if (background == null) return null;
  if (body.output_format === 'webm') {
    return invalid('background', 'background cannot be combined with output_format webm.');
  }
  if (background.type === 'color') {
    return /^#[0-9a-fA-F]{6}$/.test(background.value ?? '')
      ? null
      : invalid('background.value', 'background.value must be a hex colour such as #ff0000.');
  }
  if ((background.url == null) === (background.asset_id == null)) {
    return invalid('background', 'An image background needs exactly one of url and asset_id.');
  }
  if (background.url != null) return urlRefusal(background.url, 'image', 'background.url');
  return assetRefusal(background.asset_id ?? '', 'background.asset_id', view);
}

function checkAvatar(body: AvatarBody, view: CheckView): Result<VideoPlan, Refusal> {
  const engine = body.engine?.type ?? 'avatar_iv';
  const look = lookOf(body.avatar_id, engine, 'avatar_id', view);
  if (!look.ok) return look;
  const photo = look.value.type === 'photo_avatar';
  const refused =
    mattingRefusal(body, look.value) ??
    motionRefusal(body, engine, photo, '') ??
    backgroundRefusal(body, view);
  if (refused !== null) return failure(refused);
  const audio = checkAudio(body, '', look.value.defaultVoiceId, view);
  if (audio.refused !== null) return failure(audio.refused);
  const cost = videoCost(audio.seconds, engine, look.value.type, view.costPerSecond);
  return success(videoPlan(body, [body.avatar_id], engine, audio, cost));
}

function checkImage(body: ImageBody, view: CheckView): Result<VideoPlan, Refusal> {
  const refused =
    assetInputRefusal(body.image, 'image', 'image', view) ??
    motionRefusal(body, 'avatar_iv', true, '') ??
    backgroundRefusal(body, view);
  if (refused !== null) return failure(refused);
  const audio = checkAudio(body, '', '', view);
  if (audio.refused !== null) return failure(audio.refused);
  const cost = videoCost(audio.seconds, 'avatar_iv', null, view.costPerSecond);
  return success(videoPlan(body, [], 'avatar_iv', audio, cost));
}

function checkCinematic(body: CinematicBody, view: CheckView): Result<VideoPlan, Refusal> {
  if (body.auto_duration === true && body.duration != null) {
    return failure(invalid('duration', 'Leave duration out when auto_duration is true.'));
  }
  for (const [index, id] of body.avatar_id.entries()) {
    const look = lookOf(id, 'cinematic', `avatar_id.${index}`, view);
    if (!look.ok) return look;
  }
  for (const [index, reference] of (body.references ?? []).entries()) {
    const refused = assetInputRefusal(reference, 'any', `references.${index}`, view);
    if (refused !== null) return failure(refused);
  }
  const seconds = body.duration ?? 10;
  const cost = videoCost(seconds, 'cinematic', null, view.costPerSecond);
  return success(videoPlan(body, body.avatar_id, 'cinematic', { script: body.prompt, seconds }, cost));
}
