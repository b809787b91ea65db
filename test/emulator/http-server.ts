import { Worker } from 'node:worker_threads';

/** A server in a thread of its own, because the thread of a synchronous fetch is blocked. Plain JavaScript. */
const SERVER = `
const http = require('node:http');
const { createHash } = require('node:crypto');
const { parentPort } = require('node:worker_threads');
let connections = 0;
const server = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const bytes = Buffer.concat(chunks);
    const isForm = (request.headers['content-type'] || '').startsWith('multipart/');
    const body = isForm ? '' : bytes.toString('utf8');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (request.url === '/v3/cut') return request.socket.destroy();
    if (request.url === '/v3/half') { response.writeHead(200, { 'Content-Length': '100' }); response.write('part'); return setImmediate(() => request.socket.destroy()); }
    if (request.url === '/v3/never') return;
    if (request.url === '/v3/took') response.setHeader('x-emulated-took', '2500');
    response.setHeader('X-Two', ['a', 'b']);
    response.statusCode = 207;
    response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body, sha256, connections }));
  });
});
server.on('connection', () => { connections += 1; });
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

export interface HttpServer {
  readonly origin: string;
  close(): Promise<void>;
}

export async function startHttpServer(): Promise<HttpServer> {
  const worker = new Worker(SERVER, { eval: true });
  const port = await new Promise<unknown>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    close: async () => {
      await worker.terminate();
    },
  };
}
