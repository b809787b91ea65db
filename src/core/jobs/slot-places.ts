/** A batch's videos at HeyGen that have not ended, as HeyGen was last seen to have them. */
export interface OpenVideos {
  readonly rendering: number;
  readonly waiting: number;
}

/**
 * How many of the account's slots each batch has. `sideBySide`: all batches share them.
 *
 * Otherwise, what was seen to render has its own, and the others have gone to what waits, the first batch first. An
 * account may have more slots than anybody knows. So the next batch in line may always have one; and as many again as
 * were seen, where more render than there should be slots and nothing of their batches waits.
 */
export function slotsTaken(batches: readonly OpenVideos[], slots: number, sideBySide = false): number[] {
  return sideBySide ? sharedSlots(batches, slots) : slotsInOrder(batches, slots);
}

function slotsInOrder(batches: readonly OpenVideos[], slots: number): number[] {
  const seen = batches.reduce((sum, { rendering }) => sum + rendering, 0);
  const isThrough = batches.every(({ rendering, waiting }) => rendering === 0 || waiting === 0);
  let free = Math.max(1, slots - seen, seen > slots && isThrough ? seen : 0);
  return batches.map(({ rendering, waiting }) => {
    const begun = Math.min(waiting, free);
    free -= begun;
    return rendering + begun;
  });
}

/** Each free slot has gone to the batch with the fewest. */
function sharedSlots(batches: readonly OpenVideos[], slots: number): number[] {
  const taken = batches.map(() => 0);
  const hasMore = (at: number): boolean =>
    (taken[at] ?? 0) < (batches[at]?.rendering ?? 0) + (batches[at]?.waiting ?? 0);
  for (let slot = 0; slot < slots; slot++) {
    const open = [...taken.keys()].filter(hasMore);
    const [next] = open.sort((one, other) => (taken[one] ?? 0) - (taken[other] ?? 0) || one - other);
    if (next === undefined) break;
    taken[next] = (taken[next] ?? 0) + 1;
  }
  return taken;
}

/**
 * When the videos in the slots began, dealt to the batches that have them. A batch of which nothing waits any more began
 * its videos before the others. Batches that render side by side began theirs in turn.
 *
 * @param begun in order, the earliest first
 * @param taken how many slots each batch has
 */
export function dealtToBatches(
  begun: readonly number[],
  batches: readonly OpenVideos[],
  taken: readonly number[],
): number[][] {
  const dealt: number[][] = batches.map(() => []);
  let first = 0;
  for (const [at, { waiting }] of batches.entries()) {
    if (waiting > 0) continue;
    const own = begun.slice(first, first + (taken[at] ?? 0));
    dealt[at] = own;
    first += own.length;
  }
  const sides = batches.flatMap(({ waiting }, at) => (waiting > 0 ? [{ at, share: taken[at] ?? 0 }] : []));
  const all = sides.reduce((sum, { share }) => sum + share, 0);
  for (const [turn, moment] of begun.slice(first).entries()) {
    // Whoever is furthest behind its share is next.
    const behind = ({ at, share }: (typeof sides)[number]): number =>
      (share * (turn + 1)) / all - (dealt[at]?.length ?? 0);
    const [next] = sides
      .filter(({ share }) => share > 0)
      .sort((one, other) => behind(other) - behind(one) || one.at - other.at);
    if (next !== undefined) dealt[next.at]?.push(moment);
  }
  return dealt;
}
