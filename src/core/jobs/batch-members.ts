import type { BatchItem } from '../heygen/video.ts';
import type { Job } from './job.ts';

/**
 * The members of a batch by their place in the POST. A place that comes twice, as when HeyGen counts anew on each page,
 * is nobody's.
 */
export function membersByPlace(items: readonly BatchItem[]): ReadonlyMap<number, BatchItem> {
  const byPlace = new Map<number, BatchItem>();
  const doubtful = new Set<number>();
  for (const item of items) {
    const before = byPlace.get(item.index);
    // A list that moves between two pages shows the same member twice.
    const isSame = before !== undefined && before.videoId !== '' && before.videoId === item.videoId;
    if (before !== undefined && !isSame) doubtful.add(item.index);
    byPlace.set(item.index, item);
  }
  for (const place of doubtful) byPlace.delete(place);
  return byPlace;
}

/** Those of the jobs that have no place of their own among the members. */
export function withoutPlace(jobs: readonly Job[], items: readonly BatchItem[]): Job[] {
  const byPlace = membersByPlace(items);
  return jobs.filter(({ item }) => item === null || !byPlace.has(item));
}
