/**
 * The worker that makes the requests while the caller waits. It is JavaScript in a string, because it must run
 * both from TypeScript sources and from a program bundled into one file.
 */
export const HTTP_WORKER = `
const { workerData } = require('node:worker_threads');
const http = require('node:http');
const https = require('node:https');
const agents = { 'http:': new http.Agent({ keepAlive: true }), 'https:': new https.Agent({ keepAlive: true }) };
const flag = new Int32Array(workerData.flag);

function collect(raw) {
  const headers = {};
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i].toLowerCase();
    const before = headers[name];
    headers[name] = before === undefined ? raw[i + 1] : [].concat(before, raw[i + 1]);
  }
  return headers;
}

// A host with several addresses fails with an error for each.
function neverConnected(error) {
  return (error.errors || [error]).every(({ syscall }) => syscall === 'connect' || syscall === 'getaddrinfo');
}

function one(wanted, timeoutMs) {
  return new Promise((resolve) => {
    const started = performance.now();
    const took = () => performance.now() - started;
    let request;
    const timer = setTimeout(() => fail('no reply within ' + timeoutMs + ' ms'), timeoutMs);
    const fail = (detail, unsent = false) => {
      clearTimeout(timer);
      resolve({ kind: 'network-failure', detail, unsent, tookMs: took() });
      if (request) request.destroy();
    };
    try {
      const url = new URL(wanted.url);
      const headers = { ...wanted.headers };
      const body = wanted.body === null ? null : Buffer.from(wanted.body, wanted.binary ? 'latin1' : 'utf8');
      if (body !== null) headers['Content-Length'] = String(body.length);
      const client = url.protocol === 'https:' ? https : http;
      request = client.request(url, { method: wanted.method, headers, agent: agents[url.protocol] }, (reply) => {
        const chunks = [];
        reply.on('data', (chunk) => chunks.push(chunk));
        reply.on('error', (error) => fail(error.code || error.message));
        reply.on('close', () => { if (!reply.complete) fail('connection cut within the reply'); });
        reply.on('end', () => {
          if (!reply.complete) return;
          clearTimeout(timer);
          const body = Buffer.concat(chunks).toString('utf8');
          resolve({ kind: 'reply', status: reply.statusCode, headers: collect(reply.rawHeaders), body, tookMs: took() });
        });
      });
      request.on('error', (error) => fail(error.code || error.message, neverConnected(error)));
      request.end(body === null ? undefined : body);
    } catch (error) {
      fail(error.message);
    }
  });
}

workerData.port.on('message', ({ requests, timeoutMs }) => {
  Promise.all(requests.map((request) => one(request, timeoutMs))).then((outcomes) => {
    workerData.port.postMessage(outcomes);
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
  });
});
`;
