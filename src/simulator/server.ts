import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from './exchange.ts';
import type { SimulatorChoices } from './options.ts';
import { createSimulator, type Simulator } from './simulator.ts';
import { GrowingFile, readSaved } from './state-file.ts';

/** Header with the caller's time in milliseconds. The simulator's clock follows it. */
export const NOW_HEADER = 'x-emulated-now';
/** Header with the virtual milliseconds that the request took. */
export const TOOK_HEADER = 'x-emulated-took';

export interface SimulatorServerOptions {
  /** Default 127.0.0.1: nobody else on the network can reach it. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** The world's options. `publicUrl` defaults to this server. */
  readonly world?: SimulatorChoices;
  /** The file that keeps the state. Read at the start, written before each reply to a request that changed anything. */
  readonly stateFile?: string;
  /**
   * The time, in milliseconds, of requests without the clock header. Default: the latest time that a header
   * brought, or the real time while none has.
   */
  readonly clock?: () => number;
  /** The longest that a slow reply really takes, in milliseconds. Default 500. */
  readonly longestDelayMs?: number;
}

export interface SimulatorServer {
  readonly port: number;
  /** `http://host:port` */
  readonly url: string;
  readonly simulator: Simulator;
  close(): Promise<void>;
}

/** Starts the simulator over real HTTP. Rejects if the port is taken or the saved state is damaged. */
export async function startSimulatorServer(options: SimulatorServerOptions = {}): Promise<SimulatorServer> {
  const { host = '127.0.0.1', port = 0, stateFile, world = {} } = options;
  const server = createServer();
  const bound = await listen(server, host, port);
  const url = `http://${host}:${bound}`;
  const kept = stateFile === undefined ? null : new GrowingFile(stateFile);
  const simulator = createSimulator(
    { publicUrl: url, ...world },
    kept === null ? {} : { onChange: (state) => kept.save(state) },
  );
  const saved = stateFile === undefined ? null : readSaved(stateFile);
  const restored = saved === null ? null : simulator.restore(saved);
  if (restored !== null && !restored.ok) {
    await close(server);
    throw new Error(restored.failure);
  }
  let latest: number | null = saved === null ? null : simulator.now();
  server.on('request', (request, response) => {
    const header = Number(request.headers[NOW_HEADER] ?? Number.NaN);
    if (Number.isFinite(header)) latest = Math.max(latest ?? header, header);
    const now = Number.isFinite(header) ? header : (options.clock?.() ?? latest ?? Date.now());
    serve(simulator, request, response, now, options.longestDelayMs ?? 500).catch((error: unknown) => {
      // A bug in the simulator must look like a bug, not like a bad day of HeyGen's.
      response.destroy(error instanceof Error ? error : new Error(String(error)));
      server.emit('error', error);
    });
  });
  return { port: bound, url, simulator, close: () => close(server).finally(() => kept?.close()) };
}

async function serve(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  now: number,
  longestDelayMs: number,
): Promise<void> {
  const bytes = await readAll(request);
  if (bytes === null) return;
  const isForm = (request.headers['content-type'] ?? '').startsWith('multipart/');
  const body = bytes.toString(isForm ? 'latin1' : 'utf8');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const { method = 'GET', url: path = '/' } = request;
  const answer: Answer = simulator.handle({ method, path, headers, body }, now);
  const extra = answer.tookMs - simulator.options().latencyMs;
  if (extra > 0) await delay(Math.min(extra, longestDelayMs));
  if (answer.kind === 'cut') {
    request.socket.destroy();
    return;
  }
  const content = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    ...answer.headers,
    'Content-Length': content.length,
    [TOOK_HEADER]: String(answer.tookMs),
  });
  response.end(method === 'HEAD' ? undefined : content);
}

/** The body. Null if the caller hung up before it was whole: such a request never happened. */
async function readAll(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch (error) {
    if (!request.complete) return null;
    throw error;
  }
  return Buffer.concat(chunks);
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
