import type { Plain } from './service.ts';

/**
 * What a script's own work and the bytes of its calls take on the platform. Off by default: processor time differs from
 * one run to the next, and a test must repeat to the millisecond. For figures, it is measured.
 */
export interface ScriptWork {
  /** Processor time of this process so far, in ms. */
  readonly meter: () => number;
  /** How many ms of the platform one measured ms is. */
  readonly factor: number;
  readonly eachKilobyteMs: number;
}

/**
 * As measured in this process. The factor is an assumption on the safe side: Google shares its machines among many
 * scripts, and publishes no figures. 50 ms a megabyte are the pace of an ordinary connection between two services.
 */
export const MEASURED_WORK: ScriptWork = {
  meter: () => process.cpuUsage().user / 1000,
  factor: 2,
  eachKilobyteMs: 0.05,
};

/** What one execution's work adds to the clock. */
export interface WorkMeter {
  /** The ms since the script was last left alone. */
  worked(): number;
  /** The script goes on. What services have done in between is not its work. */
  goesOn(): void;
  /** The ms that a call's arguments and its answer take to be moved. */
  moved(...values: readonly Plain[]): number;
}

const NO_WORK: WorkMeter = { worked: () => 0, goesOn: () => undefined, moved: () => 0 };

export function createWorkMeter(work: ScriptWork | null): WorkMeter {
  if (work === null) return NO_WORK;
  let left = work.meter();
  return {
    worked: () => Math.max(0, work.meter() - left) * work.factor,
    goesOn: () => {
      left = work.meter();
    },
    moved: (...values) => (JSON.stringify(values).length / 1024) * work.eachKilobyteMs,
  };
}
