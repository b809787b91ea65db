import type { Problem } from '../../core/heygen/problem.ts';
import { PROBLEM_WORDS } from '../../core/heygen/problem-words.ts';
import type { Video } from '../../core/heygen/video.ts';
import { batchOf, batchSearch } from '../../core/jobs/job-id.ts';
import type { Ask } from '../../core/jobs/polling.ts';
import { failure } from '../../core/result.ts';
import type { Asked, HeyGen, Question } from '../ports/heygen.ts';

/** So many questions are asked at the same moment. HeyGen does not publish how many it takes. */
const MOST = 8;

/** HeyGen asked to send less, and something else was to be asked meanwhile: the next pass asks it. */
const THROTTLED: Problem = {
  kind: 'wait',
  code: 'rate_limit_exceeded',
  message: PROBLEM_WORDS.get('rate_limit_exceeded')?.words ?? '',
  httpStatus: 429,
  requestId: '',
  waitSeconds: 1,
};

/**
 * The questions of one pass, of which several are asked at the same moment. Those that were answered come first, so that
 * none of their answers is lost by what then happens to the others.
 */
export class AskedTogether {
  private readonly client: HeyGen;
  private readonly lost: ReadonlySet<string>;
  private waiting: readonly Ask[];
  /** Of those that were asked at the same moment. */
  private answered: Ask[] = [];
  private others: Ask[] = [];
  /** Batches whose titles were among them. */
  private searched: ReadonlySet<string> = new Set();
  private isThrottled = false;
  private isAtAnEnd = false;

  constructor(client: HeyGen, asks: readonly Ask[]) {
    this.client = client;
    this.lost = lostBatches(asks);
    this.waiting = asks;
  }

  /** The next question; null when there is none, or when no more are to be asked. */
  next(): Ask | null {
    if (this.answered.length + this.others.length === 0 && !this.isAtAnEnd) this.askAhead();
    const answered = this.answered.shift();
    if (answered !== undefined) return answered;
    this.isThrottled = false;
    return this.isAtAnEnd ? null : (this.others.shift() ?? null);
  }

  /** From now on only what was answered already comes. */
  askNoMore(): void {
    this.isAtAnEnd = true;
  }

  /** The titles of a batch. While answers wait beside which HeyGen asked to send less, only those that it gave. */
  search(batch: string): Asked<{ readonly videos: readonly Video[]; readonly complete: boolean }> {
    const isHeld = (this.isThrottled || this.isAtAnEnd) && !this.searched.has(batch);
    return isHeld ? failure(THROTTLED) : this.client.videosByTitle(batchSearch(batch), () => false);
  }

  /** What nobody has taken is forgotten: it is soon out of date. */
  end(): void {
    this.client.ahead([]);
  }

  private askAhead(): void {
    const part = this.waiting.slice(0, MOST);
    this.waiting = this.waiting.slice(MOST);
    const asked = part.flatMap((ask) => {
      const question = questionOf(ask, this.lost);
      return question === null ? [] : [{ ask, question }];
    });
    // A question alone is asked when its turn comes.
    const answers = asked.length > 1 ? this.client.ahead(asked.map(({ question }) => question)) : [];
    const isAnswered = (ask: Ask): boolean =>
      answers[asked.findIndex((one) => one.ask === ask)] === 'answered';
    this.isThrottled = answers.includes('throttled');
    this.answered = part.filter(isAnswered);
    this.others = part.filter((ask) => !isAnswered(ask));
    this.searched = new Set(this.answered.flatMap((ask) => (ask.kind === 'titles' ? [ask.batch] : [])));
  }
}

/** Batches of which a POST was lost. */
export function lostBatches(asks: readonly Ask[]): ReadonlySet<string> {
  const lost = asks.flatMap(({ jobs }) => jobs.filter(({ status }) => status === 'Unconfirmed'));
  return new Set(lost.map(({ id }) => batchOf(id)));
}

/**
 * What to ask ahead. Titles are evidence about a lost POST only where HeyGen had room before they were read, so that
 * those of its batch are asked for when their turn comes, whatever they are asked for.
 */
function questionOf(ask: Ask, lost: ReadonlySet<string>): Question | null {
  if (ask.kind === 'items') return { kind: 'items', batchId: ask.batchId };
  return ask.kind === 'titles' && !lost.has(ask.batch)
    ? { kind: 'titles', part: batchSearch(ask.batch) }
    : null;
}
