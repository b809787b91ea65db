import type { Call } from '../call.ts';
import { invalid, jsonReply, type Reply, refusal, refusalReply } from '../exchange.ts';
import { plainUrl } from '../media-url.ts';
import { newestPage, pageReply } from '../paging.ts';
import type { AssetRecord } from '../records.ts';
import type { World } from '../world.ts';
import { FILE_KINDS, kindOfFile } from './file-kind.ts';

const MOST_BYTES = 32 * 1024 * 1024;
/** Larger files are accepted, but their content is not kept. */
const KEPT_BYTES = 256 * 1024;

/** The part called `file` of a multipart body in latin1. */
function readUpload(call: Call): { readonly name: string; readonly content: string } | null {
  const boundary = /boundary="?([^";]+)"?/i.exec(call.headers.get('content-type') ?? '')?.[1];
  if (boundary === undefined) return null;
  for (const part of call.body.split(`--${boundary}`)) {
    const end = part.indexOf('\r\n\r\n');
    const head = part.slice(0, Math.max(0, end));
    if (!/;\s*name="file"/i.test(head)) continue;
    const name = /filename="([^"]*)"/i.exec(head)?.[1] ?? 'file';
    const content = part.slice(end + 4).replace(/\r\n$/, '');
    return { name: Buffer.from(name, 'latin1').toString('utf8'), content };
  }
  return null;
}

function urlOf(world: World, asset: AssetRecord): string {
  return plainUrl(world, `/_media/assets/${asset.id}`);
}

/** POST /v3/assets */
export function createAsset(call: Call): Reply {
  const upload = readUpload(call);
  if (upload === null) {
    return refusalReply(invalid('file', 'Send the file as the part "file" of a multipart/form-data body.'));
  }
  const size = upload.content.length;
  if (size > MOST_BYTES) {
    return refusalReply(refusal(413, 'payload_too_large', 'A file may have at most 32 MB.', 'file'));
  }
  const mime = kindOfFile(upload.content);
  if (mime === null)
    return refusalReply(invalid('file', `Files may be ${FILE_KINDS}. This is none of them.`));
  const content = size <= KEPT_BYTES ? Buffer.from(upload.content, 'latin1').toString('base64') : '';
  const asset = call.world.acceptAsset(call.account, { name: upload.name, mime, size, content });
  return jsonReply(200, {
    data: { asset_id: asset.id, mime_type: mime, size_bytes: size, url: urlOf(call.world, asset) },
  });
}

/** GET /v3/assets: `username` is required as long as the operation is in beta. */
export function listAssets(call: Call): Reply {
  const { world, account, query } = call;
  const username = query.get('username') ?? '';
  if (username === '') return refusalReply(invalid('username', 'username is required.'));
  const ids = [...world.assets.keys()];
  const find = (id: string): AssetRecord | null => {
    const asset = world.assets.get(id);
    return asset === undefined || asset.account !== account || username !== account ? null : asset;
  };
  const page = newestPage(call, (query.get('folder_id') ?? '') === '' ? ids : [], find, 100, 20);
  return pageReply(call, page, (asset) => ({
    id: asset.id,
    name: asset.name,
    owner: asset.account,
    space_id: `space_${asset.account}`,
    folder_id: null,
    type: asset.mime.split('/')[0] === 'application' ? 'document' : asset.mime.split('/')[0],
    uploaded_at: Math.floor(asset.uploadedAt / 1000),
    url: urlOf(world, asset),
  }));
}
