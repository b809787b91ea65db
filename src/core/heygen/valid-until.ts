/**
 * When a signed link ends, in Unix milliseconds. The link says so itself, as `Expires=<unix seconds>`; null when it
 * does not.
 */
export function linkEndsAt(url: string): number | null {
  const [, digits] = /[?&]expires=(\d{9,11})(?:[&#]|$)/i.exec(url) ?? [];
  return digits === undefined ? null : Number(digits) * 1000;
}

/** Until when a signed link works, in words for a person; '' when it does not say so. */
export function validUntil(url: string): string {
  const endsAt = linkEndsAt(url);
  if (endsAt === null) return '';
  const [day = '', time = ''] = new Date(endsAt).toISOString().split('T');
  return `${day} ${time.slice(0, 5)} UTC`;
}
