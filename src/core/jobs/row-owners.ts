import type { Row } from '../sheet/table.ts';
import { printsOfJob } from './current-request.ts';
import type { Job } from './job.ts';
import { type Placement, promisesVideo } from './placement.ts';

/** Of several rows that show one job the first has it; the others are copies, which may ask for videos of their own. */
export function ownersOf(placement: Placement): ReadonlyMap<string, Row> {
  const owners = new Map<string, Row>();
  for (const [row, { job }] of placement.places) {
    if (job === null) continue;
    const before = owners.get(job.id);
    if (before === undefined || row.number < before.number) owners.set(job.id, row);
  }
  return owners;
}

/** The jobs whose videos rows show, or will show, that still ask for them: by each of their fingerprints. */
export function videosByRequest({ places }: Placement): ReadonlyMap<string, Job> {
  return new Map(
    [...places.values()].flatMap(({ job, changed }) =>
      job === null || changed || !promisesVideo(job)
        ? []
        : printsOfJob(job).map((print) => [print, job] as const),
    ),
  );
}
