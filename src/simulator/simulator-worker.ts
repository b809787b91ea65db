import { parentPort, workerData } from 'node:worker_threads';
import { type SimulatorServerOptions, startSimulatorServer } from './server.ts';

/**
 * Entry of the worker thread: the simulator's server, beside a main thread that blocks while it waits for
 * replies. Bundled into one file of its own; `launch.ts` starts it and speaks to it.
 */
const options: SimulatorServerOptions = workerData ?? {};

startSimulatorServer(options).then(
  (server) => {
    parentPort?.postMessage({ kind: 'ready', port: server.port, url: server.url });
    parentPort?.once('message', () => {
      server.close().then(() => process.exit(0));
    });
  },
  (error: unknown) => {
    parentPort?.postMessage({
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
    });
  },
);
