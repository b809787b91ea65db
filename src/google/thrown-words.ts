/** The message of a service's exception. `instanceof Error` fails, because the error comes from another realm. */
export function thrownWords(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
