import { decodeSegment, type Handler } from '../call.ts';
import { getAccount } from './account.ts';
import { createAsset, listAssets } from './assets.ts';
import { createBatch, getBatch } from './batches.ts';
import { getGroup, getLook, getVoice, listGroups, listLooks, listVoices } from './catalogue.ts';
import { listStatuses } from './statuses.ts';
import { generateFromTemplate, getTemplate, listTemplates } from './templates.ts';
import { createVideo, deleteVideo, getVideo, listVideos } from './videos.ts';

interface Route {
  readonly method: string;
  readonly pattern: string;
  readonly handler: Handler;
}

/** Invariant: a route with a fixed word comes before the one whose `{…}` would also match it. */
const ROUTES: readonly Route[] = [
  { method: 'POST', pattern: '/v3/videos', handler: createVideo },
  { method: 'GET', pattern: '/v3/videos', handler: listVideos },
  { method: 'POST', pattern: '/v3/videos/batches', handler: createBatch },
  { method: 'GET', pattern: '/v3/videos/statuses', handler: listStatuses },
  { method: 'GET', pattern: '/v3/videos/batches/{}', handler: getBatch },
  { method: 'GET', pattern: '/v3/videos/{}', handler: getVideo },
  { method: 'DELETE', pattern: '/v3/videos/{}', handler: deleteVideo },
  { method: 'GET', pattern: '/v3/users/me', handler: getAccount },
  { method: 'GET', pattern: '/v3/avatars', handler: listGroups },
  { method: 'GET', pattern: '/v3/avatars/looks', handler: listLooks },
  { method: 'GET', pattern: '/v3/avatars/looks/{}', handler: getLook },
  { method: 'GET', pattern: '/v3/avatars/{}', handler: getGroup },
  { method: 'GET', pattern: '/v3/voices', handler: listVoices },
  { method: 'GET', pattern: '/v3/voices/{}', handler: getVoice },
  { method: 'GET', pattern: '/v3/templates', handler: listTemplates },
  { method: 'GET', pattern: '/v3/templates/{}', handler: getTemplate },
  { method: 'POST', pattern: '/v3/templates/{}', handler: generateFromTemplate },
  { method: 'POST', pattern: '/v3/assets', handler: createAsset },
  { method: 'GET', pattern: '/v3/assets', handler: listAssets },
];

/** The handler of a request, and the operation's name for the counts (`GET /v3/videos/{}`). Null: no route fits. */
export function findRoute(
  method: string,
  path: string,
): { operation: string; handler: Handler; params: string[] } | null {
  const segments = path.split('/');
  for (const route of ROUTES) {
    if (route.method !== method) continue;
    const pattern = route.pattern.split('/');
    if (pattern.length !== segments.length) continue;
    const fits = pattern.every((part, index) =>
      part === '{}' ? segments[index] !== '' : part === segments[index],
    );
    if (!fits) continue;
    const params = segments.filter((_, index) => pattern[index] === '{}').map(decodeSegment);
    return { operation: `${method} ${route.pattern}`, handler: route.handler, params };
  }
  return null;
}
