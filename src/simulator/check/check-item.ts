import { invalid, type Refusal } from '../exchange.ts';
import { failure, type Result } from '../result.ts';
import { checkVideo, schemaRefusal } from './check-video.ts';
import type { CheckView, VideoPlan } from './check-view.ts';

/** Checks one item of a batch like a single video. Only the batch may name a folder. */
export function checkItem(body: unknown, view: CheckView): Result<VideoPlan, Refusal> {
  const refused = folderInItem(body);
  if (refused !== null) return failure(refused);
  const checked = checkVideo(body, view);
  if (!checked.ok || checked.value.type !== 'studio') return checked;
  return failure(invalid('type', 'type "studio" cannot be part of a batch.'));
}

/** Checks an item against its closed schema alone. */
export function itemSchemaRefusal(body: unknown, view: CheckView): Refusal | null {
  return folderInItem(body) ?? schemaRefusal(body, view);
}

function folderInItem(body: unknown): Refusal | null {
  const has = typeof body === 'object' && body !== null && 'folder_id' in body;
  return has ? invalid('folder_id', 'Extra inputs are not permitted') : null;
}
