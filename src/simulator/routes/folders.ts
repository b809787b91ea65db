import * as z from 'zod';
import type { Call } from '../call.ts';
import { folderRefusal } from '../check/check-place.ts';
import { jsonReply, type Reply, refusal, refusalReply } from '../exchange.ts';
import { onceByKey } from '../idempotency.ts';
import { pageOf, pageReply } from '../paging.ts';
import { readBody } from '../read-json.ts';
import type { FolderRecord } from '../records.ts';

const folderSchema = z.strictObject({
  name: z.string().min(1).max(256),
  parent_id: z.string().nullish(),
  type: z.enum(['mixed', 'video', 'video_translate']).default('mixed'),
});

function resource(folder: FolderRecord): object {
  const at = Math.floor(folder.createdAt / 1000);
  return {
    folder_id: folder.id,
    name: folder.name,
    type: folder.type,
    ...(folder.parent === '' ? {} : { parent_id: folder.parent }),
    is_trash: false,
    creator_username: folder.account,
    created_at: at,
    updated_at: at,
  };
}

/** POST /v3/folders: two folders may have the same name. */
export function createFolder(call: Call): Reply {
  return onceByKey(call, () => {
    const body = readBody(call.body, folderSchema);
    if (!body.ok) return refusalReply(body.failure);
    const { name, type, parent_id } = body.value;
    const refused = folderRefusal(parent_id, call.world.checkView(call.account), 'parent_id');
    if (refused !== null) return refusalReply(refused);
    const folder = call.world.acceptFolder(call.account, { name, type, parent: parent_id ?? '' });
    return jsonReply(200, { data: resource(folder) });
  });
}

/** GET /v3/folders/{folder_id} */
export function getFolder({ world, account, params: [id = ''] }: Call): Reply {
  const folder = world.folderOf(account, id);
  return folder === null
    ? refusalReply(refusal(404, 'resource_not_found', `There is no folder "${id}".`))
    : jsonReply(200, { data: resource(folder) });
}

const CREATED_AT = '2026-08-03T09:00:00';

/** GET /v3/brand-glossaries: the API can list them, but users make them in HeyGen's own app. */
export function listGlossaries(call: Call): Reply {
  const page = pageOf(call, [...call.world.catalogue.glossaries.values()], 100, 10);
  return pageReply(call, page, ({ id, name }) => ({
    brand_glossary_id: id,
    name,
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
  }));
}
