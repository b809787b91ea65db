/** Apps Script looks up every global by name, which in a loop over all texts takes most of the time. */
const { floor, imul } = Math;

/**
 * A short, stable hash of a text: 64 bits of FNV-1a in base 36. It shows whether a row still holds what its video
 * speaks. It is not a secret.
 */
export function fingerprint(text: string): string {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = imul(high ^ unit, 0x01000193);
    // The second half also hashes the position. Otherwise the two halves would change together.
    low = imul(low ^ (unit + at), 0x85ebca6b);
  }
  return base36(high >>> 0) + base36(low >>> 0);
}

const DIGITS = [...'0123456789abcdefghijklmnopqrstuvwxyz'];
const PAIRS = DIGITS.flatMap((first) => DIGITS.map((second) => first + second));
const { length: PAIR } = PAIRS;

/** As `toString(36)`, which takes longer than the hash of a whole script. A number below 2 ** 32 has seven digits at most. */
function base36(number: number): string {
  const front = floor(number / (PAIR * PAIR));
  const back = number - front * PAIR * PAIR;
  const digits = `${DIGITS[floor(front / PAIR)]}${PAIRS[front % PAIR]}${PAIRS[floor(back / PAIR)]}${PAIRS[back % PAIR]}`;
  let zeros = 0;
  while (zeros < 6 && digits.charCodeAt(zeros) === 0x30) zeros += 1;
  return digits.slice(zeros);
}
