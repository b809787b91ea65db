import { parentPort, workerData } from 'node:worker_threads';
import { type SimulatorServerOptions, startSimulatorServer } from './server.ts';

/**
 * Entry of the worker thread that serves the simulator, so that the main thread may block while it waits for a
 * reply. It is bundled into a file of its own. `launch.ts` starts it.
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
