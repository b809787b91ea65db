import type { AccountMemory } from './account.ts';
import {
  beginnings,
  type LikelyEnd,
  likelyEnds,
  patienceOf,
  type RenderTimes,
  usualTurn,
} from './render-times.ts';

/** Videos that end together are asked about at once when the next ones will not end within this. */
const PAUSE_MS = 60_000;

/** So much of what is there may follow within the pause: then it still counts as ended together. */
const STRAGGLERS = 0.15;

/** Clocks disagree a little, and HeyGen writes whole seconds. */
const MARGIN_MS = 2_000;

/** However little is expected, HeyGen is asked this often. */
const LONGEST_MS = 15 * 60_000;

/** When HeyGen is worth a question, by what is known of how long renders take. */
export class Forecast {
  private readonly renders: RenderTimes;
  /** When the videos that are being made began, the earliest first. */
  readonly begun: readonly number[];
  private readonly slots: number;

  /** `sent`: when the videos that wait or render were sent. */
  constructor(sent: readonly number[], { renders, slots }: Pick<AccountMemory, 'renders' | 'slots'>) {
    this.renders = renders;
    this.slots = slots;
    this.begun = beginnings(
      renders,
      [...sent].sort((a, b) => a - b),
      slots,
    );
  }

  /** How long HeyGen takes for so many videos; 0 while nothing is known. */
  timeFor(videos: number): number {
    return this.renders.turns.length === 0 ? 0 : (videos / this.slots) * usualTurn(this.renders);
  }

  /**
   * When to ask about a batch that was last asked about at `askedAt`, and whose videos in the slots began at these
   * moments; null while nothing is known. Each batch costs a question of its own, so that few videos of a batch wait for
   * longer. `least`: not sooner after the last time.
   */
  worthAskingAt(askedAt: number, begun: readonly number[], least: number): number | null {
    const { renders } = this;
    if (renders.turns.length === 0) return null;
    const rate = this.begun.length / usualTurn(renders);
    const at = whenEnough(
      likelyEnds(begun, renders, askedAt),
      askedAt,
      (rate * patienceOf(renders) ** 2) / 2,
    );
    return Math.round(Math.min(askedAt + LONGEST_MS, Math.max(askedAt + least, at)));
  }
}

/** When the videos that are likely to have ended have waited long enough, all in all, or when no more of them follow soon. */
function whenEnough(ends: readonly LikelyEnd[], from: number, enough: number): number {
  let [moment, ended, waited, behind] = [from, 0, 0, 0];
  let soon = 0;
  for (const [place, { at, weight }] of ends.entries()) {
    if (waited + ended * (at - moment) >= enough) return moment + (enough - waited) / ended;
    waited += ended * (at - moment);
    moment = at;
    ended += weight;
    while (behind < ends.length && (ends[behind]?.at ?? 0) <= at + PAUSE_MS) {
      soon += ends[behind]?.weight ?? 0;
      behind += 1;
    }
    const isLastOfMoment = (ends[place + 1]?.at ?? Number.POSITIVE_INFINITY) > at;
    if (isLastOfMoment && ended >= 0.9 && soon - ended <= STRAGGLERS * ended) return at + MARGIN_MS;
  }
  return ended > 0 ? moment + (enough - waited) / ended : from + LONGEST_MS;
}
