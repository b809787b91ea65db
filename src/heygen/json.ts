/** The JSON of a reply's body; null for an empty body, undefined for a body that is not JSON. */
export function parsed(body: string): unknown {
  if (body.trim() === '') return null;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
