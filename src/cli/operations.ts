/** HeyGen's operations by method and path, named like the methods of our client. */
const OPERATIONS: readonly (readonly [method: string, path: RegExp, name: string])[] = [
  ['POST', /^\/v3\/videos$/, 'createVideo'],
  ['POST', /^\/v3\/videos\/batches$/, 'createBatch'],
  ['GET', /^\/v3\/videos$/, 'videosByTitle'],
  ['GET', /^\/v3\/videos\/statuses$/, 'statuses'],
  ['GET', /^\/v3\/videos\/batches\/[^/]+$/, 'batchItems'],
  ['GET', /^\/v3\/videos\/[^/]+$/, 'video'],
  ['DELETE', /^\/v3\/videos\/[^/]+$/, 'deleteVideo'],
  ['GET', /^\/v3\/users\/me$/, 'account'],
  ['GET', /^\/v3\/avatars\/looks$/, 'looks'],
  ['GET', /^\/v3\/avatars\/looks\/[^/]+$/, 'look'],
];

/** The name of a request's operation, or its method and path when it is unknown. */
export function operationOf(method: string, url: string): string {
  const path = new URL(url).pathname;
  const known = OPERATIONS.find(([verb, pattern]) => verb === method && pattern.test(path));
  return known?.[2] ?? `${method} ${path}`;
}
