/** What the world knows of one account. Everything here can be worked out again from the records. */
export interface AccountBook {
  readonly name: string;
  /** In the order of creation. */
  readonly videoIds: string[];
  /** First in, first out. */
  readonly waiting: Set<string>;
  readonly rendering: Set<string>;
  /** US dollars: what was charged, and what the videos under way will cost. */
  spent: number;
  reserved: number;
  /** The most videos that ever rendered at once. */
  peakRendering: number;
  /** Start and count of the current minute of requests. */
  minuteStart: number;
  minuteCount: number;
}

export function openBook(name: string): AccountBook {
  return {
    name,
    videoIds: [],
    waiting: new Set(),
    rendering: new Set(),
    spent: 0,
    reserved: 0,
    peakRendering: 0,
    minuteStart: 0,
    minuteCount: 0,
  };
}

/** Counts one request. Returns the seconds to wait if it is one too many, otherwise 0. */
export function countRequest(book: AccountBook, perMinute: number | null, now: number): number {
  if (perMinute === null) return 0;
  if (now - book.minuteStart >= 60_000) {
    book.minuteStart = now;
    book.minuteCount = 0;
  }
  if (book.minuteCount >= perMinute) return Math.max(1, Math.ceil((book.minuteStart + 60_000 - now) / 1000));
  book.minuteCount += 1;
  return 0;
}
