/**
 * Takes the older API's `test: true` (watermarked and free) out of a body. If it is not accepted, the body stays
 * as it is and the closed schema refuses the field.
 */
export function withoutTest(body: unknown, acceptTest: boolean): { rest: unknown; free: boolean } {
  if (!acceptTest || typeof body !== 'object' || body === null || !('test' in body)) {
    return { rest: body, free: false };
  }
  const { test, ...rest } = body;
  return { rest, free: test === true };
}
