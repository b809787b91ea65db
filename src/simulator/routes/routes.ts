import { decodeSegment, type Handler } from '../call.ts';
import { getAccount } from './account.ts';
import { createAsset, listAssets } from './assets.ts';
import { createBatch, getBatch } from './batches.ts';
import { getGroup, getLook, getVoice, listGroups, listLooks, listVoices } from './catalogue.ts';
import { createFolder, getFolder, listGlossaries } from './folders.ts';
import { isNotSimulated } from './not-simulated.ts';
import { createSpeech } from './speech.ts';
import { listStatuses } from './statuses.ts';
import { generateFromTemplate, getTemplate, listTemplates } from './templates.ts';
import { createVideo, deleteVideo, getVideo, listVideos } from './videos.ts';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  listEvents,
  listEventTypes,
  listWebhooks,
  rotateSecret,
} from './webhooks.ts';

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
  { method: 'POST', pattern: '/v3/voices/speech', handler: createSpeech },
  { method: 'GET', pattern: '/v3/voices/{}', handler: getVoice },
  { method: 'GET', pattern: '/v3/templates', handler: listTemplates },
  { method: 'GET', pattern: '/v3/templates/{}', handler: getTemplate },
  { method: 'POST', pattern: '/v3/templates/{}', handler: generateFromTemplate },
  { method: 'POST', pattern: '/v3/assets', handler: createAsset },
  { method: 'GET', pattern: '/v3/assets', handler: listAssets },
  { method: 'POST', pattern: '/v3/folders', handler: createFolder },
  { method: 'GET', pattern: '/v3/folders/{}', handler: getFolder },
  { method: 'GET', pattern: '/v3/brand-glossaries', handler: listGlossaries },
  { method: 'POST', pattern: '/v3/webhooks/endpoints', handler: createWebhook },
  { method: 'GET', pattern: '/v3/webhooks/endpoints', handler: listWebhooks },
  { method: 'PATCH', pattern: '/v3/webhooks/endpoints/{}', handler: changeWebhook },
  { method: 'DELETE', pattern: '/v3/webhooks/endpoints/{}', handler: deleteWebhook },
  { method: 'POST', pattern: '/v3/webhooks/endpoints/{}/rotate-secret', handler: rotateSecret },
  { method: 'GET', pattern: '/v3/webhooks/event-types', handler: listEventTypes },
  { method: 'GET', pattern: '/v3/webhooks/events', handler: listEvents },
];

/** What a request asks for. `operation` is its name in the counts, e.g. `GET /v3/videos/{}`. */
export type Found =
  | {
      readonly kind: 'operation';
      readonly operation: string;
      readonly handler: Handler;
      readonly params: readonly string[];
    }
  /** The path exists, but only for other methods. */
  | { readonly kind: 'other-methods'; readonly methods: readonly string[] }
  | { readonly kind: 'not-simulated' }
  | { readonly kind: 'nothing' };

export function findRoute(method: string, path: string): Found {
  const segments = path.split('/');
  // The first route that fits decides what the path is: `statuses` is not also the id of a video.
  const pattern = ROUTES.find((route) => fits(route.pattern, segments))?.pattern;
  if (pattern === undefined) return { kind: isNotSimulated(method, path) ? 'not-simulated' : 'nothing' };
  const routes = ROUTES.filter((route) => route.pattern === pattern);
  const route = routes.find((candidate) => candidate.method === method);
  if (route === undefined && isNotSimulated(method, path)) return { kind: 'not-simulated' };
  if (route === undefined) return { kind: 'other-methods', methods: routes.map((other) => other.method) };
  const places = pattern.split('/');
  const params = segments.filter((_, index) => places[index] === '{}').map(decodeSegment);
  return { kind: 'operation', operation: `${method} ${pattern}`, handler: route.handler, params };
}

function fits(pattern: string, segments: readonly string[]): boolean {
  const places = pattern.split('/');
  return (
    places.length === segments.length &&
    places.every((place, index) => (place === '{}' ? segments[index] !== '' : place === segments[index]))
  );
}
