import type { News } from '../../core/jobs/evidence.ts';
import type { Job } from '../../core/jobs/job.ts';
import type { HeyGen } from '../ports/heygen.ts';
import type { Platform } from '../ports/ports.ts';

/** A client whose requests are counted, so that a run can say how many it took. */
export interface MeteredHeyGen {
  readonly client: HeyGen;
  /** How many requests have left since this was last called, repetitions included. */
  readonly takeCalls: () => number;
}

export function meteredHeyGen(platform: Platform, key: string): MeteredHeyGen {
  let calls = 0;
  return {
    client: platform.heygen(key, () => {
      calls += 1;
    }),
    takeCalls() {
      const taken = calls;
      calls = 0;
      return taken;
    },
  };
}

/** Requests for several jobs count for each of them with an equal share. */
export function newsOfCalls(jobs: readonly Job[], calls: number): News[] {
  return calls === 0
    ? []
    : jobs.map(({ id }) => ({ id, event: { type: 'called', calls: calls / jobs.length } }));
}
