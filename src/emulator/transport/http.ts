import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { HTTP_WORKER } from './http-worker.ts';
import type { NetworkFailure, Transport, WireReply } from './transport.ts';

/** The platform gives up on a server after about a minute. */
const TIMEOUT_MS = 60_000;

/** How long after the time-out the caller gives up on the worker. */
const GRACE_MS = 5_000;

/** Headers between the emulator and a server that lives in emulated time. */
const NOW_HEADER = 'x-emulated-now';
const TOOK_HEADER = 'x-emulated-took';

export interface HttpTransportOptions {
  /** Adds `x-emulated-now: <ms>`. Only for a simulated server that lives by that time. */
  readonly clockHeader?: boolean;
  readonly timeoutMs?: number;
}

/** Real HTTP, but synchronous: a worker thread makes the requests while the calling thread waits. */
export function createHttpTransport(options: HttpTransportOptions = {}): Transport {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const { port1: port, port2 } = new MessageChannel();
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(HTTP_WORKER, {
    eval: true,
    workerData: { port: port2, flag: flag.buffer },
    transferList: [port2],
  });
  worker.unref();
  port.unref();
  return {
    send: (requests, now) => {
      const timed = options.clockHeader
        ? requests.map((request) => ({
            ...request,
            headers: { ...request.headers, [NOW_HEADER]: String(now) },
          }))
        : requests;
      Atomics.store(flag, 0, 0);
      port.postMessage({ requests: timed, timeoutMs });
      Atomics.wait(flag, 0, 0, timeoutMs + GRACE_MS);
      const received: { message: readonly (WireReply | NetworkFailure)[] } | undefined =
        receiveMessageOnPort(port);
      if (received !== undefined) return received.message.map(withToldTime);
      return requests.map(() => ({
        kind: 'network-failure',
        detail: 'the HTTP worker is gone',
        tookMs: timeoutMs,
      }));
    },
    close: () => {
      port.close();
      void worker.terminate();
    },
  };
}

/** A server that lives in emulated time says itself how long a request took. */
function withToldTime(outcome: WireReply | NetworkFailure): WireReply | NetworkFailure {
  if (outcome.kind !== 'reply') return outcome;
  const { [TOOK_HEADER]: told, ...headers } = outcome.headers;
  return typeof told === 'string' ? { ...outcome, headers, tookMs: Number(told) } : outcome;
}
