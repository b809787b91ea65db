/**
 * How long renders take, learned from the moments at which HeyGen completed videos. HeyGen says when a video was
 * created and completed, and not when it got its slot. But while something waits, each video begins at the moment at
 * which another one ends: in an account with ten slots, the hundredth began when the ninetieth ended. So the time from
 * one end to the one so many slots later is how long a slot was busy: a turn. Turns need no knowledge of which video
 * had which slot.
 */
export interface RenderTimes {
  /** The latest moments at which a video was completed, in order; Unix milliseconds. */
  readonly ends: readonly number[];
  /** The latest turns, in milliseconds. */
  readonly turns: readonly number[];
  /** The latest turns of each kind of video, by the name of its price. An older version did not keep them. */
  readonly ofKind?: Readonly<Record<string, readonly number[]>>;
  /** See `patienceOf`. An older version did not keep it. */
  readonly patience?: number;
}

export const NO_RENDER_TIMES: RenderTimes = { ends: [], turns: [] };

/** A finished video: when it was sent, and when HeyGen completed it. */
export interface FinishedRender {
  readonly sentAt: number;
  readonly completedAt: number;
  /** The name of its price: engine, kind of look and resolution. '' when unknown. */
  readonly kind: string;
}

/** HeyGen says that a render takes about this long once it has a slot. */
export const USUAL_RENDER_MS = 5 * 60_000;

/** An account of more slots learns turns that are too short, and asks a little too early. */
const MOST_ENDS = 60;
const MOST_TURNS = 30;

/** So much is kept of each kind, and of so many kinds: all of it is kept in the user’s properties. */
const MOST_OF_KIND = 5;
const MOST_KINDS = 12;

/** A finished video is to wait for so long on average until HeyGen is asked. Then it takes seconds to its row. */
const WAIT_MS = 56_000;

/** How patient it is at first, at least and at most. */
const USUAL_PATIENCE_MS = 70_000;
const LEAST_PATIENCE_MS = 55_000;
const MOST_PATIENCE_MS = 100_000;

/** How much of what a video has waited too short or too long is added to the patience, or taken from it. */
const PATIENCE_STEP = 0.02;

/**
 * How long a finished video may wait until HeyGen is asked, where videos end one after the other; in milliseconds. The
 * longer, the more videos each call brings. Where ends are foreseen well, much patience makes videos wait no longer, so
 * it is learned from how long they have waited.
 */
export function patienceOf({ patience }: RenderTimes): number {
  return patience ?? USUAL_PATIENCE_MS;
}

/** Passes may have stopped for hours: that says nothing about patience. */
function withWait(patience: number, wait: number): number {
  const next = patience + PATIENCE_STEP * (WAIT_MS - Math.min(wait, 3 * WAIT_MS));
  return Math.round(Math.min(MOST_PATIENCE_MS, Math.max(LEAST_PATIENCE_MS, next)));
}

/** What is known with some more videos finished, of which HeyGen tells `now`. */
export function withFinished(
  known: RenderTimes,
  finished: readonly FinishedRender[],
  slots: number,
  now: number,
): RenderTimes {
  const ends = [...known.ends];
  const turns = [...known.turns];
  const ofKind = new Map(Object.entries(known.ofKind ?? {}));
  for (const { sentAt, completedAt, kind } of [...finished].sort((a, b) => a.completedAt - b.completedAt)) {
    // Another batch may have ended later and been asked about sooner.
    let at = ends.length;
    while (at > 0 && (ends[at - 1] ?? 0) > completedAt) at -= 1;
    const turn = completedAt - Math.max(sentAt, ends[at - slots] ?? 0);
    if (turn > 0) {
      turns.push(turn);
      const before = ofKind.get(kind) ?? [];
      // The kind that was met last stands last.
      ofKind.delete(kind);
      ofKind.set(kind, [...before, turn].slice(-MOST_OF_KIND));
    }
    ends.splice(at, 0, completedAt);
  }
  return {
    ends: ends.slice(-MOST_ENDS),
    turns: turns.slice(-MOST_TURNS),
    ofKind: Object.fromEntries([...ofKind].slice(-MOST_KINDS)),
    patience: finished.reduce(
      (patience, { completedAt }) => withWait(patience, now - completedAt),
      patienceOf(known),
    ),
  };
}

/**
 * The mean turn. Of the first videos the short ones end first, so what is not known yet counts as HeyGen's usual time:
 * otherwise far too much would be sent for the next two hours.
 */
export function usualTurn({ turns }: RenderTimes): number {
  const missing = Array.from({ length: MOST_TURNS - turns.length }, () => USUAL_RENDER_MS);
  return meanOf([...turns, ...missing]);
}

/** The mean turn of a kind of video, or of all while none of the kind is known. */
export function usualTurnOf(kind: string, times: RenderTimes): number {
  const known = times.ofKind?.[kind] ?? [];
  return known.length === 0 ? usualTurn(times) : meanOf(known);
}

function meanOf(turns: readonly number[]): number {
  return turns.reduce((sum, turn) => sum + turn, 0) / turns.length;
}

/** How many videos the account finishes in so many milliseconds while all its slots are busy. */
export function videosIn(ms: number, times: RenderTimes, slots: number): number {
  return Math.ceil((slots * ms) / usualTurn(times));
}

/**
 * When the videos that are being made began, the earliest first: when it was sent, or when the video ended whose slot it
 * has. `sent`: when the videos that wait or render were sent, in the order in which HeyGen makes them.
 */
export function beginnings({ ends }: RenderTimes, sent: readonly number[], slots: number): number[] {
  const first = ends.length - slots;
  return sent.slice(0, slots).map((at, place) => Math.max(at, ends[first + place] ?? 0));
}

/** An end that is expected, and how sure it is: one video's ends make 1 together. */
export interface LikelyEnd {
  readonly at: number;
  readonly weight: number;
}

/**
 * When the videos that are being made are likely to end, in order: after each of the latest turns, all equally likely.
 * A video that takes longer than any before it is expected any moment. `askedAt`: when HeyGen was last asked, and they
 * had not ended.
 */
export function likelyEnds(begun: readonly number[], times: RenderTimes, askedAt: number): LikelyEnd[] {
  const usual = usualTurn(times);
  return begun
    .flatMap((beginning) => {
      const known = times.turns.map((turn) => beginning + turn).filter((end) => end > askedAt);
      const ends = known.length > 0 ? known : [askedAt + usual / 8, askedAt + usual / 4, askedAt + usual / 2];
      return ends.map((at) => ({ at, weight: 1 / ends.length }));
    })
    .sort((a, b) => a.at - b.at);
}
