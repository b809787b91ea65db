import { headerKey } from '../columns/columns.ts';

/** Longer names are not typing errors, and comparing takes time that grows with the square of the length. */
const LONGEST_COMPARED = 60;

/** The header that a misspelt name was most likely meant to be. '' when none is close. */
export function closestHeader(name: string, headers: readonly string[]): string {
  const key = headerKey(name);
  if (key === '' || key.length > LONGEST_COMPARED) return '';
  let best = '';
  let bestDistance = Math.max(1, Math.floor(key.length / 3)) + 1;
  for (const header of headers) {
    const candidate = headerKey(header);
    if (candidate === '' || Math.abs(candidate.length - key.length) >= bestDistance) continue;
    const distance = editDistance(key, candidate);
    if (distance >= bestDistance || distance >= candidate.length) continue;
    best = header;
    bestDistance = distance;
  }
  return best;
}

/** How many letters must be added, dropped, changed or swapped to turn one word into the other. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      let distance = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) distance = Math.min(distance, (beforeLast[j - 2] ?? 0) + 1);
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length] ?? 0;
}
