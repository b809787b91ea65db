import { Worker } from 'node:worker_threads';
import type { SimulatorServerOptions } from './server.ts';

/** A simulator that runs in a worker thread of this process. */
export interface LaunchedSimulator {
  readonly port: number;
  readonly url: string;
  /** Resolves to the error with which it has ended by itself, as when its state cannot be written. */
  readonly crashed: Promise<unknown>;
  close(): Promise<void>;
}

type Message =
  | { readonly kind: 'ready'; readonly port: number; readonly url: string }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Starts the simulator's server in a worker thread. `entry` is the bundled `simulator-worker.ts`. A clock
 * function cannot cross threads, so the time comes with the header, or is the latest one that a header brought.
 * Rejects with a sentence if the server cannot start.
 */
export function launchSimulator(
  entry: string | URL,
  options: Omit<SimulatorServerOptions, 'clock'>,
): Promise<LaunchedSimulator> {
  const worker = new Worker(entry, { workerData: options });
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  const crashed = new Promise<unknown>((resolve) => {
    worker.once('error', resolve);
  });
  return new Promise((resolve, reject) => {
    void crashed.then(reject);
    worker.once('message', (message: Message) => {
      if (message.kind === 'failed') {
        reject(new Error(message.message));
        void worker.terminate();
        return;
      }
      const { port, url } = message;
      const close = (): Promise<void> => {
        worker.postMessage('close');
        return exited;
      };
      resolve({ port, url, crashed, close });
    });
  });
}
