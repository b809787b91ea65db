/**
 * A short stable mark of a text: 64 bits of FNV-1a in base 36. It is evidence that two texts are the
 * same one, not a secret: used to see that a row still holds what its video speaks.
 */
export function fingerprint(text: string): string {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    // The second lane sees the position too, so that the lanes do not move in step.
    low = Math.imul(low ^ (unit + at), 0x85ebca6b);
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}
