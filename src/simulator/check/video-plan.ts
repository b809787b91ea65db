import type { Captions } from '../records.ts';
import type { AvatarBody, CinematicBody, ImageBody, StudioBody } from './body-schemas.ts';
import type { VideoPlan } from './check-view.ts';

/** Collects what the world needs from a body that passed. */
export function videoPlan(
  body: AvatarBody | ImageBody | CinematicBody | StudioBody,
  looks: readonly string[],
  engine: string,
  audio: { readonly script: string; readonly seconds: number },
  cost: number,
): VideoPlan {
  return {
    type: body.type,
    title: body.title ?? '',
    script: audio.script,
    looks,
    engine,
    format: 'output_format' in body && body.output_format === 'webm' ? 'webm' : 'mp4',
    captions: 'caption' in body ? captionsOf(body.caption) : 'none',
    folder: body.folder_id || null,
    callbackId: 'callback_id' in body ? (body.callback_id ?? null) : null,
    background: 'background' in body ? shownBackground(body) : '',
    seconds: audio.seconds,
    cost,
  };
}

/** HeyGen ignores a background if the look is not cut out of its own. */
function shownBackground({ background, remove_background }: AvatarBody | ImageBody): string {
  if (remove_background !== true) return '';
  return background?.value ?? background?.url ?? background?.asset_id ?? '';
}

function captionsOf(caption: AvatarBody['caption']): Captions {
  if (caption == null) return 'none';
  return caption.style == null ? 'file' : 'burned';
}
