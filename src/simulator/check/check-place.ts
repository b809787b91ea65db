import { type Refusal, refusal } from '../exchange.ts';
import type { CheckView } from './check-view.ts';

/** A folder that the account has. Nothing, null and '' are the root of the workspace. */
export function folderRefusal(
  id: string | null | undefined,
  view: CheckView,
  param = 'folder_id',
): Refusal | null {
  if (id == null || id === '' || view.hasFolder(id)) return null;
  return refusal(404, 'resource_not_found', `There is no folder "${id}".`, param);
}

export function glossaryRefusal(id: string | null | undefined, view: CheckView): Refusal | null {
  if (id == null || id === '' || view.catalogue.glossaries.has(id)) return null;
  return refusal(404, 'resource_not_found', `There is no brand glossary "${id}".`, 'brand_glossary_id');
}
