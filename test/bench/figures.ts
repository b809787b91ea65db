/** A goal: what a figure may be at most, or must be at least. */
export type Goal = { readonly most: number } | { readonly least: number };

export function heading(text: string): void {
  console.log(`\n${text}`);
}

/** A figure, beside its goal where it has one. */
export function figure(name: string, value: string | number, goal?: Goal): void {
  const shown = typeof value === 'number' ? rounded(value) : value;
  console.log(
    `  ${name.padEnd(54)} ${shown.padStart(12)}${goal === undefined ? '' : beside(Number(value), goal)}`,
  );
}

function beside(value: number, goal: Goal): string {
  const isMet = 'most' in goal ? value <= goal.most : value >= goal.least;
  const words = 'most' in goal ? `at most ${goal.most}` : `at least ${goal.least}`;
  return `   goal: ${words}${isMet ? '' : '   NOT MET'}`;
}

function rounded(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 3 : 1);
}

/** Real ms of the middle one of so many runs. */
export function median(runs: number, work: () => unknown): number {
  const times = timesOf(runs, work).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}

/** Real ms of the quickest of so many runs: what else the machine does only adds to it. */
export function best(runs: number, work: () => unknown): number {
  return Math.min(...timesOf(runs, work));
}

function timesOf(runs: number, work: () => unknown): number[] {
  return Array.from({ length: runs }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
}
