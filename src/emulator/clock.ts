/** The emulated time. Every platform call moves it on by what the call costs on the platform. */
export interface Clock {
  /** Milliseconds since 1970, a whole number. */
  now(): number;
  /** Moves the time on by `ms` (fractions add up) without any waiting. */
  advance(ms: number): void;
  /** What `Utilities.sleep` does: a virtual clock jumps, a clock that runs by itself may really wait. */
  sleep(ms: number): void;
  /** Sets the time to `ms`; a clock that runs by itself is only ever moved forwards. */
  moveTo(ms: number): void;
  /** True when real time passes on it too, so that measured durations need not be added. */
  readonly runsByItself: boolean;
}

/** A clock that stands still between calls: runs are repeatable to the millisecond. */
export function createVirtualClock(options: { readonly start: number }): Clock {
  let time = options.start;
  const advance = (ms: number): void => {
    time += Math.max(0, ms);
  };
  return {
    now: () => Math.floor(time),
    advance,
    sleep: advance,
    moveTo: (ms) => {
      time = ms;
    },
    runsByItself: false,
  };
}

/**
 * The real time plus an offset that only grows. With `sleepReally` (the default) `Utilities.sleep` blocks,
 * because a server that asked for a pause lives in real time; without it the offset grows instead.
 */
export function createOffsetClock(options: { readonly sleepReally?: boolean } = {}): Clock {
  let offset = 0;
  const now = (): number => Math.floor(Date.now() + offset);
  const advance = (ms: number): void => {
    offset += Math.max(0, ms);
  };
  const wait = (ms: number): void => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.max(0, ms));
  };
  return {
    now,
    advance,
    sleep: options.sleepReally === false ? advance : wait,
    moveTo: (ms) => advance(ms - now()),
    runsByItself: true,
  };
}
