import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { HTTP_WORKER } from './http-worker.ts';
import type { NetworkFailure, Transport, WireReply } from './transport.ts';

/** The platform gives up on a server after about a minute. */
const TIMEOUT_MS = 60_000;

/** What the blocked caller allows the worker beyond the time-out before it counts it as gone. */
const GRACE_MS = 5_000;

export interface HttpTransportOptions {
  /** Adds `x-emulated-now: <ms>`; only ever for the built-in simulator, which lives by that time. */
  readonly clockHeader?: boolean;
  readonly timeoutMs?: number;
}

/** Real HTTP, synchronous: a worker thread makes the requests while the calling thread is blocked. */
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
            headers: { ...request.headers, 'x-emulated-now': String(now) },
          }))
        : requests;
      Atomics.store(flag, 0, 0);
      port.postMessage({ requests: timed, timeoutMs });
      Atomics.wait(flag, 0, 0, timeoutMs + GRACE_MS);
      const received: { message: readonly (WireReply | NetworkFailure)[] } | undefined =
        receiveMessageOnPort(port);
      return (
        received?.message ??
        requests.map(() => ({
          kind: 'network-failure',
          detail: 'the HTTP worker is gone',
          tookMs: timeoutMs,
        }))
      );
    },
    close: () => {
      port.close();
      void worker.terminate();
    },
  };
}
