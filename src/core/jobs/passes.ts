/** For how long a gap between two passes counts: the next one may be as long. */
const REMEMBERED_MS = 24 * 3_600_000;

/** The trigger rests at most so long when all goes well; a longer silence means that it does not run. */
const LONGEST_REST_MS = 3_600_000;

/** `ranAt` may lag behind by so much, so that not each pass has something to remember. */
const RAN_STEP_MS = 10 * 60_000;

/** What was seen of the trigger's passes. Times are Unix milliseconds. */
export interface PassMemory {
  /** The longest time by which a pass came later than it was due; null when Google refuses the trigger. */
  readonly gap: number | null;
  /** When that was. */
  readonly gapAt: number;
  /** When the trigger was made, or last found something to do. */
  readonly ranAt: number;
}

/** Nothing is known: as if there were no trigger. */
export const NO_PASSES: PassMemory = { gap: null, gapAt: 0, ranAt: 0 };

/** The trigger was made, which runs at most so often; null: Google refuses it. */
export function withTrigger(known: PassMemory, interval: number | null, now: number): PassMemory {
  if (interval === null) return { gap: null, gapAt: now, ranAt: 0 };
  return { ...withPass(known, interval, now), ranAt: now };
}

/** A pass of the trigger came so much later than it was due. */
export function withPass(known: PassMemory, late: number, now: number): PassMemory {
  const isLonger = known.gap === null || late >= known.gap || now - known.gapAt > REMEMBERED_MS;
  if (isLonger) return { gap: Math.max(0, late), gapAt: now, ranAt: now };
  return now - known.ranAt < RAN_STEP_MS ? known : { ...known, ranAt: now };
}

/** How long it may take until the next pass; null when none is sure to come, as where a trigger is made but never runs. */
export function gapOf({ gap, ranAt }: PassMemory, now: number): number | null {
  if (gap === null) return null;
  return now - ranAt > 3 * gap + LONGEST_REST_MS ? null : gap;
}
