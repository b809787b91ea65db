import { countRequest } from './account-book.ts';
import { type Call, lowerCaseNames, readPath } from './call.ts';
import {
  type Answer,
  invalid,
  jsonReply,
  type Reply,
  refusal,
  refusalReply,
  type SimulatorRequest,
} from './exchange.ts';
import { faultAnswer, faultMs, pickFault, takesEffect } from './faults.ts';
import { isMediaPath, serveMedia } from './media/media.ts';
import { chooseOptions, type SimulatorChoices, type SimulatorOptions } from './options.ts';
import { type AccountTotals, accountTotals, paidVideos } from './paid-videos.ts';
import { readJson } from './read-json.ts';
import type { PaidVideo, VideoRecord } from './records.ts';
import type { Result } from './result.ts';
import { findRoute } from './routes/routes.ts';
import { seededHex } from './seeded.ts';
import { restoreWorld, takeChanges, takeSnapshot } from './snapshot.ts';
import { World } from './world.ts';

/** The account of every key when no keys are listed. */
export const ONLY_ACCOUNT = 'local';

/** HeyGen v3, simulated. Its answers depend only on its options, the requests and their times. */
export interface Simulator {
  /**
   * Answers one request at the time `now` (milliseconds). Everything that was due by then happens first. Time
   * never goes back: an earlier `now` counts as the latest one.
   */
  handle(request: SimulatorRequest, now: number): Answer;
  /** Lets time pass without a request. */
  advance(now: number): void;
  /** Changes options from now on. The failure is a sentence that says what makes no sense. */
  set(choices: SimulatorChoices): Result<SimulatorOptions, string>;
  options(): SimulatorOptions;
  now(): number;
  /** When the next thing happens by itself, in milliseconds. Null: nothing is under way. */
  nextEventAt(): number | null;
  /** Every accepted video, oldest first, with the deleted ones. */
  videos(): readonly VideoRecord[];
  /** The ledger of truth: every accepted video that is paid for, now or on completion. */
  paidVideos(): readonly PaidVideo[];
  accounts(): readonly AccountTotals[];
  /** Requests per operation, e.g. `GET /v3/videos/{}`, and `replayed key`. */
  counts(): Readonly<Record<string, number>>;
  /** Everything that must survive, as text. */
  snapshot(): string;
  /**
   * Replaces the present world by a snapshot. The failure is a sentence that says how it is damaged. Options
   * chosen at the start win over the saved ones.
   */
  restore(text: string): Result<null, string>;
}

/** The state as text, to be saved. Exactly one of the two is to be called. */
export interface ChangedState {
  /** Everything. */
  whole(): string;
  /** What has changed since one of the two was called last, to be put behind what that returned. */
  changes(): string;
}

export interface SimulatorHooks {
  /** Called after each request that changed anything durable, before it is answered. */
  readonly onChange?: (state: ChangedState) => void;
}

/** Throws if the options make no sense: that is a bug of the program that starts it. */
export function createSimulator(choices: SimulatorChoices = {}, hooks: SimulatorHooks = {}): Simulator {
  const chosen = chooseOptions({}, choices);
  if (!chosen.ok) throw new Error(chosen.failure);
  let world = new World(chosen.value);
  const set = (more: unknown): Result<SimulatorOptions, string> => {
    const next = chooseOptions(world.options, more);
    if (next.ok) world.setOptions(next.value);
    return next;
  };
  const state: ChangedState = {
    whole: () => {
      takeChanges(world);
      return takeSnapshot(world);
    },
    changes: () => takeChanges(world),
  };
  const handle = (request: SimulatorRequest, now: number): Answer => {
    world.advance(now);
    const { revision } = world;
    const answer = answerRequest(world, request, set);
    if (world.revision !== revision) hooks.onChange?.(state);
    return answer;
  };
  return {
    handle,
    set,
    advance: (now) => world.advance(now),
    options: () => world.options,
    now: () => world.now,
    nextEventAt: () => world.nextEventAt(),
    videos: () => [...world.videos.values()],
    paidVideos: () => paidVideos(world),
    accounts: () => accountTotals(world),
    counts: () => Object.fromEntries(world.counts),
    snapshot: () => takeSnapshot(world),
    restore: (text) => {
      const restored = restoreWorld(text, choices);
      if (!restored.ok) return restored;
      world = restored.value;
      return { ok: true, value: null };
    },
  };
}

function answerRequest(
  world: World,
  request: SimulatorRequest,
  set: (more: unknown) => Result<SimulatorOptions, string>,
): Answer {
  const { path, query } = readPath(request.path);
  const method = request.method.toUpperCase();
  const headers = lowerCaseNames(request.headers);
  if (isMediaPath(path)) return serveMedia(world, path, query, headers.get('range') ?? '');
  if (path.startsWith('/_simulator/')) return administer(world, method, path, request.body, set);
  world.requests += 1;
  const { options } = world;
  const fault = pickFault(options.faults, world.faultCounts, options.seed, method, path);
  const tookMs = options.latencyMs + (fault === null ? 0 : faultMs(fault));
  const call = { world, account: '', path, params: [], query, headers, body: request.body, tookMs };
  const answer =
    fault === null
      ? route(call, method)
      : faultAnswer(fault, takesEffect(fault) ? route(call, method) : null);
  if (answer.kind === 'cut') return { ...answer, tookMs };
  const requestId = `req_${seededHex(options.seed, 'request', world.requests).slice(0, 24)}`;
  return { ...answer, headers: { ...answer.headers, 'X-Request-Id': requestId }, tookMs };
}

const UPLOAD = 'POST /v3/assets';

/** Key, limits and size first, then the operation itself. */
function route(call: Call, method: string): Reply {
  const { world, headers } = call;
  const { keys, maxBodyBytes, requestsPerMinute } = world.options;
  const found = findRoute(method, call.path);
  const operation = found.kind === 'operation' ? found.operation : 'unknown';
  world.count(operation);
  const key = headers.get('x-api-key') || bearerOf(headers);
  const account = keys === null ? (key === '' ? '' : ONLY_ACCOUNT) : ownerOf(keys, key);
  if (account === '') {
    return refusalReply(refusal(401, 'unauthorized', 'The API key is missing or not valid.'));
  }
  const wait = countRequest(world.book(account), requestsPerMinute, world.now);
  if (wait > 0) {
    return refusalReply(refusal(429, 'rate_limit_exceeded', 'Too many requests this minute.', '', wait));
  }
  // A file may have 32 MB and comes inside a form, so the upload checks its size by itself.
  if (call.body.length > maxBodyBytes && operation !== UPLOAD) {
    return refusalReply(refusal(413, 'payload_too_large', `At most ${maxBodyBytes} bytes can be sent.`));
  }
  if (found.kind === 'nothing') {
    return refusalReply(refusal(404, 'resource_not_found', `There is no ${call.path}.`));
  }
  if (found.kind === 'not-simulated') {
    const message = `HeyGen has ${method} ${call.path}, but the simulator does not play it.`;
    return refusalReply(refusal(501, 'not_simulated', message));
  }
  if (found.kind === 'other-methods') {
    const reply = refusalReply(refusal(405, 'method_not_allowed', `${method} is not allowed here.`));
    return { ...reply, headers: { ...reply.headers, Allow: found.methods.join(', ') } };
  }
  return found.handler({ ...call, account, params: found.params });
}

/** A signed-in client sends a token in place of a key. '' without one. */
function bearerOf(headers: ReadonlyMap<string, string>): string {
  return /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';
}

function ownerOf(keys: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(keys, key) ? (keys[key] ?? '') : '';
}

/** `/_simulator/options` (GET, POST) and `/_simulator/state` (GET): see and change the world from outside. */
function administer(
  world: World,
  method: string,
  path: string,
  body: string,
  set: (more: unknown) => Result<SimulatorOptions, string>,
): Reply {
  if (path === '/_simulator/options' && method === 'GET') return jsonReply(200, world.options);
  if (path === '/_simulator/options' && method === 'POST') {
    const json = readJson(body);
    if (!json.ok) return refusalReply(json.failure);
    const next = set(json.value);
    return next.ok ? jsonReply(200, next.value) : refusalReply(invalid('', next.failure));
  }
  if (path === '/_simulator/state' && method === 'GET') {
    return jsonReply(200, {
      now: world.now,
      next_event_at: world.nextEventAt(),
      accounts: accountTotals(world),
      counts: Object.fromEntries(world.counts),
      paid_videos: paidVideos(world),
      videos: [...world.videos.values()],
      batches: [...world.batches.values()],
    });
  }
  return refusalReply(refusal(404, 'resource_not_found', `There is no ${method} ${path}.`));
}
