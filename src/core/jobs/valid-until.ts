/**
 * Until when a signed link works, as a person reads it: the moment stands in the link as `Expires=<unix seconds>`.
 * '' when the link does not say.
 */
export function validUntil(url: string): string {
  const [, digits] = /[?&]expires=(\d{9,11})(?:[&#]|$)/i.exec(url) ?? [];
  if (digits === undefined) return '';
  const [day = '', time = ''] = new Date(Number(digits) * 1000).toISOString().split('T');
  return `${day} ${time.slice(0, 5)} UTC`;
}
