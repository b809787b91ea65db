import { linkEndsAt } from '../heygen/valid-until.ts';

/** Words that HeyGen was asked to speak. */
export interface Recording {
  /** See `SpokenPart`. */
  readonly prints: readonly string[];
  /** `asked`: the answer is not here yet. `lost`: it will not come, and the words may be paid for. */
  readonly state: 'asked' | 'lost' | 'heard';
  /** Unix ms: when it was asked for. */
  readonly at: number;
  /** The `Idempotency-Key` of the POST. */
  readonly key: string;
  /** Where it can be heard; '' when HeyGen gave no address, or it was forgotten. */
  readonly url: string;
  /** Its exact length; null when HeyGen did not tell. */
  readonly seconds: number | null;
}

/** What is known about some words before they are paid for. */
export type Found =
  | { readonly kind: 'heard'; readonly recording: Recording }
  /** Another execution is asking for them. */
  | { readonly kind: 'running' }
  /** They were paid for, or may have been: only the user can want to pay again. */
  | { readonly kind: 'paid'; readonly why: 'lost' | 'ended'; readonly key: string }
  | { readonly kind: 'new' };

/** An execution that asked so long ago is certainly over. */
const LEASE_MS = 7 * 60_000;

/** So long HeyGen answers a repeated key with its first answer. */
const KEY_LIFE_MS = 24 * 3_600_000;

/** The longest address that is kept, and for how many recordings. Without it, the length stays. */
const LONGEST_URL = 1_000;
const MOST_URLS = 40;
const MOST = 400;

export function findRecording(
  recordings: readonly Recording[],
  prints: readonly string[],
  now: number,
): Found {
  const known = [...recordings].reverse().find((each) => isOf(each, prints));
  if (known === undefined) return { kind: 'new' };
  const { state, at, url } = known;
  const key = now - at < KEY_LIFE_MS ? known.key : '';
  if (state === 'asked' && now - at < LEASE_MS) return { kind: 'running' };
  if (state !== 'heard') return { kind: 'paid', why: 'lost', key };
  const endsAt = linkEndsAt(url);
  const isOver = url === '' || (endsAt !== null && endsAt <= now);
  // The same key would bring the same link.
  return isOver ? { kind: 'paid', why: 'ended', key: '' } : { kind: 'heard', recording: known };
}

/** The recordings with this one in place of what was known of its words. The oldest are forgotten. */
export function withRecording(recordings: readonly Recording[], added: Recording): readonly Recording[] {
  const kept = [...recordings.filter((each) => !isOf(each, added.prints)), added].slice(-MOST);
  return kept.map((each, at) =>
    each.url.length > LONGEST_URL || at < kept.length - MOST_URLS ? { ...each, url: '' } : each,
  );
}

/** HeyGen has refused the words: nothing was paid. */
export function withoutRecording(
  recordings: readonly Recording[],
  prints: readonly string[],
): readonly Recording[] {
  return recordings.filter((each) => !isOf(each, prints));
}

/** Exact lengths in seconds, by fingerprint. */
export function heardSeconds(recordings: readonly Recording[]): ReadonlyMap<string, number> {
  return new Map(
    recordings.flatMap(({ prints, seconds }) =>
      seconds === null ? [] : prints.map((print) => [print, seconds] as const),
    ),
  );
}

function isOf(recording: Recording, prints: readonly string[]): boolean {
  return recording.prints[0] === prints[0];
}

/** The recordings as they were kept. What is none is left out. */
export function readRecordings(kept: unknown): readonly Recording[] {
  return Array.isArray(kept) ? kept.flatMap(readRecording) : [];
}

function readRecording(kept: unknown): readonly Recording[] {
  if (!Array.isArray(kept)) return [];
  const [prints, state, at, key, url, seconds]: unknown[] = kept;
  if (!Array.isArray(prints) || typeof at !== 'number') return [];
  if (typeof key !== 'string' || typeof url !== 'string') return [];
  if (state !== 'asked' && state !== 'lost' && state !== 'heard') return [];
  const texts = prints.filter((each) => typeof each === 'string');
  return [{ prints: texts, state, at, key, url, seconds: typeof seconds === 'number' ? seconds : null }];
}

/** As short as possible: the platform keeps 9 KB a value. */
export function keptRecordings(recordings: readonly Recording[]): unknown {
  return recordings.map(({ prints, state, at, key, url, seconds }) => [prints, state, at, key, url, seconds]);
}
