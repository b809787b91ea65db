import type { Look } from '../catalogue/look.ts';
import { invalid, type Refusal, refusal } from '../exchange.ts';
import { failure, type Result, success } from '../result.ts';
import type { AvatarBody } from './body-schemas.ts';
import type { CheckView } from './check-view.ts';

/** Finds a look that can be used now, with the requested engine. */
export function lookOf(id: string, engine: string, param: string, view: CheckView): Result<Look, Refusal> {
  const look = view.catalogue.looks.get(id);
  if (look === undefined) {
    return failure(refusal(404, 'avatar_not_found', `There is no avatar look "${id}".`, param));
  }
  if (look.status === 'pending_consent') {
    return failure(refusal(400, 'avatar_consent_required', 'This avatar waits for consent.', param));
  }
  if (look.status !== 'completed') {
    return failure(refusal(400, 'avatar_not_usable', `This avatar is ${look.status}.`, param));
  }
  if (engine !== 'cinematic' && !view.engines.includes(engine)) {
    return failure(invalid('engine.type', `There is no engine "${engine}".`));
  }
  if (engine !== 'cinematic' && !look.engines.includes(engine)) {
    const message = `"${id}" does not support ${engine}; it supports ${look.engines.join(', ')}.`;
    return failure(refusal(400, 'avatar_not_usable', message, 'engine'));
  }
  return success(look);
}

/** Only a look with matting can be cut out of its own background, and a webm always cuts it out. */
export function mattingRefusal(
  body: Pick<AvatarBody, 'remove_background' | 'output_format'>,
  look: Look,
): Refusal | null {
  const webm = body.output_format === 'webm';
  if (look.matting || (body.remove_background !== true && !webm)) return null;
  const message = `"${look.id}" was not trained with matting enabled: its background cannot be removed.`;
  return refusal(400, 'avatar_not_usable', message, webm ? 'output_format' : 'remove_background');
}

/** Which looks take `motion_prompt` and `expressiveness`, and on which engine. */
export function motionRefusal(
  body: Pick<AvatarBody, 'motion_prompt' | 'expressiveness'>,
  engine: string,
  photo: boolean,
  prefix: string,
): Refusal | null {
  if (body.expressiveness != null && (!photo || engine !== 'avatar_iv')) {
    return invalid(`${prefix}expressiveness`, 'expressiveness needs a photo look on engine avatar_iv.');
  }
  const moves = engine === 'avatar_v' || (photo && engine === 'avatar_iv');
  if (body.motion_prompt != null && !moves) {
    return invalid(`${prefix}motion_prompt`, 'motion_prompt is not supported for this look and engine.');
  }
  return null;
}
