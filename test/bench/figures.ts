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
  return middle(
    Array.from({ length: runs }, () => {
      const began = performance.now();
      work();
      return performance.now() - began;
    }),
  );
}

/** The middle one of some figures. */
export function middle(figures: readonly number[]): number {
  return [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0;
}

/**
 * Ms of processor time of one work and of another, the medians of so many runs. They take turns, so that whatever else
 * the machine does meanwhile slows both.
 */
export function inTurn(
  runs: number,
  one: () => unknown,
  other: () => unknown,
): readonly [one: number, other: number] {
  const times = Array.from({ length: runs }, () => [processorMs(one), processorMs(other)] as const);
  return [middle(times.map(([ofOne]) => ofOne)), middle(times.map(([, ofOther]) => ofOther))];
}

function processorMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
