import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type * as z from 'zod';
import type { LocalWorld } from '../local-world.ts';
import { pageRequestOf } from '../page-request.ts';
import { answerSchema, callSchema, heygenSchema, userActionSchema } from '../user-actions.ts';
import { readBody } from './body.ts';
import { isOwnRequest } from './guard.ts';
import { SIDEBAR_POLICY, withScriptRun } from './sidebar-page.ts';

/** The built files of the page. */
export interface PageFiles {
  readonly html: string;
  readonly script: string;
  readonly style: string;
  /** `google.script.run` for the sidebar, as a script. */
  readonly shim: string;
}

/** Pictures of videos come from HeyGen or from the simulator. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-src 'self'; img-src 'self' data: https: http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const USUAL_MB = 20;
/** Google takes forms of at most 50 MB, which are larger in base64. */
const CALL_MB = 70;

/**
 * Serves the page on 127.0.0.1. Rejects with a sentence when the port is taken. Later errors go to `onMistake`, because
 * any website can send requests here and none of them may end the server.
 */
export function servePage(
  world: LocalWorld,
  files: PageFiles,
  port: number,
  onMistake: (error: unknown) => void,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    respond(world, files, portOf(server), request, response).catch((error: unknown) => {
      // A client may go away in the middle of its request. Anything else is our mistake and must be seen.
      if (request.complete) onMistake(error);
      if (response.headersSent) response.destroy();
      else send(response, 500, 'text/plain', 'Something went wrong here. The terminal shows what.');
    });
  });
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException): void => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`Port ${port} is taken. Choose another one: npm start -- --port 0`) : error);
    };
    server.once('error', refused);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', refused);
      server.on('error', onMistake);
      resolve({ url: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) });
    });
  });
}

async function respond(
  world: LocalWorld,
  files: PageFiles,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOwnRequest(request, port)) {
    send(response, 403, 'text/plain', 'Only the page itself may ask for this.');
    return;
  }
  const pathname = pathOf(request.url ?? '/');
  if (pathname === null) {
    send(response, 400, 'text/plain', 'This path is not valid.');
    return;
  }
  const posted = async <Value>(
    schema: z.ZodType<Value>,
    answer: (value: Value) => unknown,
    mostMB = USUAL_MB,
  ): Promise<void> => {
    const body = await readBody(request, schema, mostMB);
    if (!body.ok)
      send(response, 400, 'application/json', JSON.stringify({ ok: false, message: body.failure }));
    else send(response, 200, 'application/json', JSON.stringify(await answer(body.value)));
  };
  switch (`${request.method} ${pathname}`) {
    case 'GET /':
      response.setHeader('Content-Security-Policy', POLICY);
      return send(response, 200, 'text/html', files.html);
    case 'GET /page.js':
      return send(response, 200, 'text/javascript', files.script);
    case 'GET /page.css':
      return send(response, 200, 'text/css', files.style);
    case 'GET /sidebar':
      response.setHeader('Content-Security-Policy', SIDEBAR_POLICY);
      return send(response, 200, 'text/html', withScriptRun(world.sidebarPage(), files.shim));
    case 'GET /events':
      return world.listen(response);
    case 'POST /act':
      return posted(userActionSchema, (act) => world.act(act));
    case 'POST /call':
      return posted(callSchema, (call) => world.call(pageRequestOf(call)), CALL_MB);
    case 'POST /answer':
      return posted(answerSchema, (answer) => world.answer(answer));
    case 'POST /heygen':
      return posted(heygenSchema, (change) => world.changeHeyGen(change));
    default:
      return send(response, 404, 'text/plain', 'There is no such page.');
  }
}

/** The path without its query. Null when it is no path, such as `//[`. */
function pathOf(target: string): string | null {
  const base = 'http://127.0.0.1';
  return URL.canParse(target, base) ? new URL(target, base).pathname : null;
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' });
  response.end(text);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
