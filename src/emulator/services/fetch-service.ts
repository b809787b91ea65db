import type { Clock } from '../clock.ts';
import type { ExecutionContext, FetchRecord } from '../execution.ts';
import type { FetchAnswer, FetchCall } from '../fetch-call.ts';
import { fetchCallOf } from '../fetch-call.ts';
import { listOf } from '../plain.ts';
import { refused } from '../refusals/refused.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { ExecutionId, Plain, PlatformError, Service } from '../service.ts';
import type { NetworkFailure, Transport, WireReply } from '../transport/transport.ts';
import type { AccountKind, DailyQuotas } from './daily-quotas.ts';
import { FETCHES_A_DAY } from './daily-quotas.ts';
import type { BurstGuard } from './fetch-burst.ts';
import { checkAddress, checkFetch, checkReplySize } from './fetch-limits.ts';
import type { HostMap } from './host-map.ts';

export interface FetchServiceParts {
  readonly clock: Clock;
  readonly random: SeededRandom;
  readonly quotas: DailyQuotas;
  readonly burst: BurstGuard;
  readonly account: AccountKind;
  readonly transport: Transport;
  readonly hosts: HostMap;
  readonly whitelist: readonly string[] | null;
  readonly contextOf: (execution: ExecutionId) => ExecutionContext;
}

export interface FetchService extends Service {
  /** Every request that an execution has sent. */
  fetchesOf(execution: ExecutionId): readonly FetchRecord[];
  forget(execution: ExecutionId): void;
}

/** What Google itself adds to each fetch, in ms, besides the network and the server. */
const OVERHEAD_MS = 150;
const MAX_REDIRECTS = 20;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** How much of the reply the error of a failed request quotes. */
const QUOTED = 100;

export function createFetchService(parts: FetchServiceParts): FetchService {
  const { clock, random, quotas, transport, hosts, whitelist } = parts;
  const records = new Map<ExecutionId, FetchRecord[]>();

  const send = (
    calls: readonly FetchCall[],
    execution: ExecutionId,
  ): readonly (WireReply | NetworkFailure)[] => {
    const { user } = parts.contextOf(execution);
    if (quotas.used('fetch', user) + calls.length > FETCHES_A_DAY[parts.account]) {
      throw refused('dailyQuota', 'urlfetch');
    }
    parts.burst.admit(user, calls.length, clock.now());
    quotas.spend('fetch', user, calls.length);
    const at = clock.now();
    const outcomes = transport.send(
      calls.map(({ method, url, headers, body, binary }) => ({
        method,
        url: hosts.outward(url),
        headers,
        body,
        binary,
      })),
      at,
    );
    const own = records.get(execution) ?? [];
    records.set(execution, own);
    for (const [index, { method, url }] of calls.entries()) {
      const outcome = outcomes[index];
      const status = outcome?.kind === 'reply' ? outcome.status : null;
      own.push({ method, url, status, tookMs: outcome?.tookMs ?? 0, at });
    }
    const slowest = Math.max(0, ...outcomes.map((outcome) => outcome.tookMs));
    clock.advance(clock.runsByItself ? 0 : slowest);
    return outcomes;
  };

  const follow = (call: FetchCall, first: WireReply, execution: ExecutionId): WireReply => {
    let [current, reply] = [call, first];
    for (let hops = 0; call.followRedirects && REDIRECTS.includes(reply.status); hops += 1) {
      const location = reply.headers.location;
      if (typeof location !== 'string') break;
      if (hops === MAX_REDIRECTS) throw refused('tooManyRedirects', call.url);
      current = redirected(current, reply.status, hosts.inward(new URL(location, current.url).href));
      checkAddress(current.url, whitelist);
      const [next] = send([current], execution);
      if (next === undefined || next.kind === 'network-failure') throw unavailable(current.url);
      reply = next;
    }
    return reply;
  };

  const answer = (call: FetchCall, first: WireReply, execution: ExecutionId): FetchAnswer => {
    const { status, headers, body } = follow(call, first, execution);
    checkReplySize(body, call.url);
    if (status >= 400 && !call.muteHttpExceptions) {
      throw refused('requestFailed', new URL(call.url).origin, status, body.slice(0, QUOTED));
    }
    return { status, headers: inAnyCase(headers, random), body };
  };

  return {
    perform: (method, args, execution) => {
      const calls = listOf(args[0]).map(fetchCallOf);
      for (const call of calls) checkFetch(call, whitelist);
      if (method === 'fetchPart') {
        if (calls.length > 0) send(calls, execution);
        return { value: null, cost: 0 };
      }
      const outcomes = calls.length === 0 ? [] : send(calls, execution);
      const [first] = calls;
      if (first !== undefined && outcomes.every(isUnsent)) throw refused('noConnection', first.url);
      const replies = calls.map((call, index) => {
        const outcome = outcomes[index];
        // One network failure loses every reply of a fetchAll, although all requests went out.
        if (outcome === undefined || outcome.kind === 'network-failure') throw unavailable(call.url);
        return { call, outcome };
      });
      const value: Plain = replies.map(({ call, outcome }) => ({ ...answer(call, outcome, execution) }));
      return { value, cost: OVERHEAD_MS };
    },
    snapshot: () => null,
    restore: () => undefined,
    fetchesOf: (execution) => records.get(execution) ?? [],
    forget: (execution) => {
      records.delete(execution);
    },
  };
}

/** The platform has one word for every connection that never was, and another for those that broke. */
function isUnsent(outcome: WireReply | NetworkFailure): boolean {
  return outcome.kind === 'network-failure' && outcome.unsent === true;
}

function unavailable(url: string): PlatformError {
  return refused('unavailable', url);
}

/** As browsers do: a 303, and a 301 or 302 after a POST, lead to a GET without a body. */
function redirected(call: FetchCall, status: number, url: string): FetchCall {
  const asGet = status === 303 || (status < 303 && call.method === 'POST');
  return asGet ? { ...call, url, method: 'GET', body: null } : { ...call, url };
}

function inAnyCase(
  headers: WireReply['headers'],
  random: SeededRandom,
): Record<string, string | readonly string[]> {
  const cases = [
    (name: string) => name.toLowerCase(),
    (name: string) => name.toUpperCase(),
    (name: string) => name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase()),
  ];
  const renamed: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    const recase = cases[Math.floor(random.next() * cases.length)];
    renamed[recase === undefined ? name : recase(name)] = value;
  }
  return renamed;
}
