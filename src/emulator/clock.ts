/** The emulated time. Each platform call advances it by what the call costs on the platform. */
export interface Clock {
  /** Milliseconds since 1970, a whole number. */
  now(): number;
  /** Advances the time by `ms` without waiting; fractions add up. */
  advance(ms: number): void;
  /** `Utilities.sleep`: a virtual clock jumps, a clock that runs by itself may really wait. */
  sleep(ms: number): void;
  /** Sets the time to `ms`. A clock that runs by itself never goes back. */
  moveTo(ms: number): void;
  /** True when real time passes on it too: then nobody adds measured durations. */
  readonly runsByItself: boolean;
}

/** A clock that stands still between calls, so that runs repeat to the millisecond. */
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
 * The real time plus an offset that only grows. With `sleepReally` (the default) `Utilities.sleep` really
 * waits, because a real server that asked for a pause needs one. Without it the offset grows instead.
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
