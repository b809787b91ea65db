import type { StatusCounts } from './status-column.ts';

/** Where progress goes: a terminal, or anything else that takes text. */
export interface Screen {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** In the order in which they are shown. Rows with a blank status are left out. */
const WORDS: readonly (readonly [status: string, word: string])[] = [
  ['Done', 'done'],
  ['Rendering', 'rendering'],
  ['Submitting', 'being sent'],
  ['Queued', 'queued'],
  ['Unconfirmed', 'unconfirmed'],
  ['Changed', 'changed'],
  ['Failed', 'failed'],
  ['Blocked', 'blocked'],
  ['Cancelled', 'cancelled'],
];

const BAR_CELLS = 20;
const LINE_EVERY_MS = 1_000;

/** Statuses that a row leaves only when the user does something. */
const ENDS = ['Done', 'Changed', 'Failed', 'Blocked', 'Cancelled'];

/** On a terminal, a bar that is redrawn in place. Elsewhere, a line whenever the counts have changed. */
export class Progress {
  private readonly screen: Screen;
  private readonly rows: number;
  private readonly now: () => number;
  private readonly begun: number;
  private counts: StatusCounts = {};
  /** Those of the sheets that are finished with. */
  private kept: StatusCounts = {};
  private madeAtFirst: number | null = null;
  private told = '';
  private toldAt = Number.NEGATIVE_INFINITY;
  private drawn = false;
  private held = false;

  constructor(screen: Screen, rows: number, now: () => number) {
    this.screen = screen;
    this.rows = rows;
    this.now = now;
    this.begun = now();
  }

  show(counts: StatusCounts): void {
    this.counts = joined(this.kept, counts);
    this.madeAtFirst ??= this.made();
    if (this.screen.isTTY === true) this.draw();
    else if (this.now() - this.toldAt >= LINE_EVERY_MS) this.tellChange();
  }

  /** The next counts are of another sheet. */
  keep(): void {
    this.kept = this.counts;
  }

  /** Shows that time passes although nothing happens. */
  tick(): void {
    if (this.screen.isTTY === true) this.draw();
    else if (this.now() - this.toldAt >= LINE_EVERY_MS) this.tellChange();
  }

  /** Prints a message and keeps the bar below it. */
  say(text: string): void {
    const drawn = this.drawn;
    this.wipe();
    this.screen.write(`${text}\n`);
    if (drawn) this.draw();
  }

  /** The last state stays on the screen. */
  end(): void {
    if (this.screen.isTTY !== true) this.tellChange();
    else if (this.drawn) this.screen.write('\n');
    this.drawn = false;
  }

  /** Keeps the bar off the screen while the user is typing an answer. */
  hold(held: boolean): void {
    this.wipe();
    this.held = held;
  }

  /** Clears the bar's line for something else to be printed. */
  wipe(): void {
    if (this.drawn) this.screen.write('\r\u001b[K');
    this.drawn = false;
  }

  private draw(): void {
    if (this.held) return;
    const filled = this.rows === 0 ? 0 : Math.floor((this.ended() / this.rows) * BAR_CELLS);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
    const line = `${bar} ${this.ended()}/${this.rows}  ${this.words()}  ${clockTime(this.elapsed())}${this.timeLeft()}`;
    this.screen.write(`\r${line.slice(0, (this.screen.columns || 80) - 1)}\u001b[K`);
    this.drawn = true;
  }

  private tellChange(): void {
    const words = this.words();
    if (words === this.told || words === '') return;
    this.told = words;
    this.toldAt = this.now();
    this.screen.write(`${clockTime(this.elapsed())}  ${words}${this.timeLeft()}\n`);
  }

  private words(): string {
    return WORDS.flatMap(([status, word]) => {
      const count = this.counts[status] ?? 0;
      return count === 0 ? [] : [`${count} ${word}`];
    }).join(', ');
  }

  private ended(): number {
    return this.sum(ENDS);
  }

  /** Rows that took time. The other ends come at once. */
  private made(): number {
    return this.sum(['Done', 'Changed', 'Failed']);
  }

  private sum(statuses: readonly string[]): number {
    return statuses.reduce((sum, status) => sum + (this.counts[status] ?? 0), 0);
  }

  private elapsed(): number {
    return this.now() - this.begun;
  }

  /** An estimate from the pace so far, once a row has finished. */
  private timeLeft(): string {
    const since = this.made() - (this.madeAtFirst ?? 0);
    const left = this.rows - this.ended();
    if (since <= 0 || left <= 0) return '';
    return `  about ${clockTime((this.elapsed() / since) * left)} left`;
  }
}

function joined(one: StatusCounts, other: StatusCounts): StatusCounts {
  const sums = { ...one };
  for (const [status, count] of Object.entries(other)) sums[status] = (sums[status] ?? 0) + count;
  return sums;
}

/** 75,000 ms → `1:15`. */
function clockTime(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = String(seconds % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${tail}` : `${hours}:${String(minutes).padStart(2, '0')}:${tail}`;
}
