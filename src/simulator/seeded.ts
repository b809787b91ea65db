import { createHash } from 'node:crypto';

/**
 * All chance in the simulator is a hash of the seed and of the draw's purpose. So the same seed and the same
 * requests give the same world, and there is no random generator whose state would have to be saved.
 */
function digest(parts: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(parts.join('\u0000')).digest();
}

/** A number in [0, 1). */
export function seededFraction(...parts: readonly (string | number)[]): number {
  return digest(parts).readUInt32BE(0) / 4_294_967_296;
}

/** A whole number in [from, to]. */
export function seededBetween(from: number, to: number, ...parts: readonly (string | number)[]): number {
  return from + Math.floor(seededFraction(...parts) * (to - from + 1));
}

/** 32 hexadecimal digits, HeyGen's usual form of an id. */
export function seededHex(...parts: readonly (string | number)[]): string {
  return digest(parts).toString('hex').slice(0, 32);
}

/** One member of a list that is not empty. */
export function seededPick<Member>(
  list: readonly [Member, ...Member[]],
  ...parts: readonly (string | number)[]
): Member {
  return list[seededBetween(0, list.length - 1, ...parts)] ?? list[0];
}

/** The members in a seeded order. */
export function seededShuffle<Member>(
  list: readonly Member[],
  ...parts: readonly (string | number)[]
): Member[] {
  return list
    .map((member, index) => ({ member, rank: seededFraction(...parts, index) }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ member }) => member);
}
