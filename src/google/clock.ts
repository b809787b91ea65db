import type { Clock } from '../app/ports/ports.ts';

export function createClock(): Clock {
  return {
    now: () => Date.now(),
    pause: (ms) => Utilities.sleep(ms),
    random: () => Math.random(),
    newRun: () => newRun(Utilities.getUuid()),
  };
}

/** Eight letters and digits out of a UUID: forty random bits, short enough for a title. */
function newRun(uuid: string): string {
  const digits = uuid.replace(/-/g, '');
  const half = (from: number): string =>
    Number.parseInt(digits.slice(from, from + 5), 16)
      .toString(36)
      .padStart(4, '0');
  return half(0) + half(5);
}
