/** What a service's exception says. Errors come from another realm, where `instanceof` fails. */
export function thrownWords(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
