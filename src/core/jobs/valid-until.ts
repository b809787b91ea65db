/**
 * Until when a signed link works, in words for a person. The link says so itself, as `Expires=<unix seconds>`; '' when
 * it does not.
 */
export function validUntil(url: string): string {
  const [, digits] = /[?&]expires=(\d{9,11})(?:[&#]|$)/i.exec(url) ?? [];
  if (digits === undefined) return '';
  const [day = '', time = ''] = new Date(Number(digits) * 1000).toISOString().split('T');
  return `${day} ${time.slice(0, 5)} UTC`;
}
