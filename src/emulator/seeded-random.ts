/** A source of numbers in [0, 1). The seed decides all of them, and the source can be saved and resumed. */
export interface SeededRandom {
  next(): number;
  state(): number;
  resume(state: number): void;
}

/** Mulberry32: small, fast, and even enough for hostile choices. Not for secrets. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  return {
    next: () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    },
    state: () => state,
    resume: (saved) => {
      state = saved >>> 0;
    },
  };
}

/** A version 4 UUID from the given source, as `Utilities.getUuid` gives. */
export function uuidFrom(next: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter) => {
    const nibble = Math.floor(next() * 16);
    return (letter === 'x' ? nibble : (nibble & 3) | 8).toString(16);
  });
}
