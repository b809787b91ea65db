import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from the page itself or from the browser's address line. Other sites in the same browser can
 * reach 127.0.0.1 too, with a form or with a name of their own that leads here.
 */
export function isOwnRequest(request: IncomingMessage, port: number): boolean {
  const { host, origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !hosts.includes(host)) return false;
  if (request.method !== 'GET' && request.method !== 'HEAD') return origin === `http://${host}`;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  return site === undefined || site === 'same-origin' || site === 'none' || isNavigation(request);
}

/** Another site may link to the page, but not load it as a part of itself. */
function isNavigation(request: IncomingMessage): boolean {
  return request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document';
}
