/** HeyGen's limit on ids in one call of the bulk statuses. */
const MOST_IDS = 100;
/** The platform refuses URLs above 2,082 characters. The rest is a reserve. */
const LONGEST_URL = 2_000;
/** The answers about batches come in pages, so their URLs need room for a cursor. */
const ROOM_FOR_TOKEN = 500;

/** Every address begins like this. */
export const BASE = 'https://api.heygen.com/v3/';

/** As `encodeURIComponent`, but half a surrogate pair becomes U+FFFD instead of an exception. */
export function encoded(text: string): string {
  return encodeURIComponent(text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'));
}

/** A path with its query; parameters with an empty value are left out. */
export function withQuery(path: string, parameters: readonly (readonly [string, string])[]): string {
  const query = parameters
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encoded(value)}`)
    .join('&');
  if (query === '') return path;
  return path + (path.includes('?') ? '&' : '?') + query;
}

/** The ids of one call of the bulk statuses. */
export interface StatusIds {
  readonly videoIds: readonly string[];
  readonly batchIds: readonly string[];
}

/** The path of one call. Commas stay bare: encoded they would take three characters an id. */
export function statusesPath({ videoIds, batchIds }: StatusIds): string {
  const part = (name: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [`${name}=${ids.map(encoded).join(',')}`];
  return `videos/statuses?${[...part('video_ids', videoIds), ...part('batch_ids', batchIds)].join('&')}`;
}

/**
 * Splits ids over as few calls as possible, with at most 100 ids and 2,000 characters each, batches first. Repeated and
 * empty ids are dropped.
 */
export function statusChunks(videoIds: readonly string[], batchIds: readonly string[]): readonly StatusIds[] {
  const chunks: { videoIds: string[]; batchIds: string[] }[] = [];
  let left = 0;
  let open = { videoIds: [] as string[], batchIds: [] as string[] };
  const add = (id: string, isBatch: boolean): void => {
    const size = encoded(id).length + 1;
    if (chunks.length === 0 || size > left || open.videoIds.length + open.batchIds.length === MOST_IDS) {
      open = { videoIds: [], batchIds: [] };
      chunks.push(open);
      const names = BASE.length + statusesPath({ videoIds: [''], batchIds: [''] }).length;
      left = LONGEST_URL - names - (isBatch ? ROOM_FOR_TOKEN : 0);
    }
    (isBatch ? open.batchIds : open.videoIds).push(id);
    left -= size;
  };
  for (const id of distinct(batchIds)) add(id, true);
  for (const id of distinct(videoIds)) add(id, false);
  return chunks;
}

/** The two halves of a call that was too large for HeyGen; null when it holds a single id. */
export function halves({ videoIds, batchIds }: StatusIds): readonly [StatusIds, StatusIds] | null {
  const count = videoIds.length + batchIds.length;
  if (count < 2) return null;
  const cut = Math.ceil(count / 2);
  const videosCut = Math.max(0, cut - batchIds.length);
  return [
    { batchIds: batchIds.slice(0, cut), videoIds: videoIds.slice(0, videosCut) },
    { batchIds: batchIds.slice(cut), videoIds: videoIds.slice(videosCut) },
  ];
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].filter((id) => id !== '');
}
